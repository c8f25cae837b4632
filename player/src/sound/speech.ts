import { ended, offer, overdue, silence, type Queue, type Saying } from "./queue";
import { chooseVoice, voicesFor } from "./voice";

/** Says cues with the device's voices; interrupts speech only for a sentence that is long overdue. */
export class Speech {
  on = true;
  /** The name of the voice that was chosen; empty for the device's own. */
  voice = "";
  rate = 1;
  private queue: Queue = silence;
  private spoken = 0;
  /** Whether the device has begun to speak: a device that lists no voices may still have one. */
  private heard = false;

  constructor(
    private readonly synthesis: SpeechSynthesis,
    private readonly language: string,
    private readonly now: () => number,
  ) {
    // Some browsers load their voices only after the first request.
    synthesis.getVoices();
  }

  /** Whether the device has a voice for the language, as far as it says or has spoken. */
  get hasVoice(): boolean {
    const voices = this.synthesis.getVoices();
    return voices.length === 0 ? this.heard : chooseVoice(voices, this.language) !== null;
  }

  /** The names of the device's voices for the language. */
  get voices(): string[] {
    return voicesFor(this.synthesis.getVoices(), this.language).map(v => v.name);
  }

  say(text: string, sentence: boolean): void {
    if (this.on) this.follow(offer(this.queue, { text, sentence, atMs: this.now() }, this.now()));
  }

  tick(): void {
    this.follow(overdue(this.queue, this.now()));
  }

  hush(): void {
    this.queue = silence;
    this.spoken++;
    this.synthesis.cancel();
  }

  private follow({ queue, say, cut }: Saying): void {
    this.queue = queue;
    if (cut) this.hushVoice();
    if (say === null) return;
    const voices = this.synthesis.getVoices();
    const chosen = chooseVoice(voices, this.language);
    // A voice of another language would say words that nobody understands, and no button could turn it off.
    if (chosen === null && voices.length > 0) {
      this.queue = silence;
      return;
    }
    const own = ++this.spoken;
    const utterance = new SpeechSynthesisUtterance(say.text);
    utterance.lang = this.language;
    // If the device no longer has the chosen voice, its own voice is used.
    utterance.voice = voicesFor(voices, this.language).find(v => v.name === this.voice) ?? chosen;
    utterance.onstart = () => (this.heard = true);
    utterance.rate = this.rate;
    utterance.onend = utterance.onerror = () => {
      // An utterance that was interrupted reports its end late.
      if (own === this.spoken) this.follow(ended(this.queue, this.now()));
    };
    this.synthesis.speak(utterance);
  }

  private hushVoice(): void {
    this.spoken++;
    this.synthesis.cancel();
  }
}
