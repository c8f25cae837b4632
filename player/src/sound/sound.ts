import type { Effect, Session } from "../session/session";
import { tonesAhead } from "../session/view";
import { Clock } from "./clock";
import { gains, rates, usual, type Settings } from "./settings";
import { Speech } from "./speech";
import { buzz, Tones } from "./tones";

/** How far ahead, in milliseconds of real time, tones are scheduled on the audio clock. */
const aheadMs = 1500;

/** Everything that is heard or felt: tones, voice, vibration. Each part may be missing on a device. */
export class Sound {
  readonly clock = new Clock(() => performance.now());
  readonly speech: Speech | null;
  private context: AudioContext | null = null;
  private tones: Tones | null = null;
  private settings: Settings = usual;

  constructor(language: string) {
    this.speech = "speechSynthesis" in window
      ? new Speech(window.speechSynthesis, language, () => performance.now())
      : null;
  }

  /** Opens the audio device; browsers allow that only within a tap. */
  unlock(): void {
    if (this.context !== null) {
      void this.context.resume().catch(() => undefined);
      return;
    }
    const own = window as { readonly AudioContext?: typeof AudioContext; readonly webkitAudioContext?: typeof AudioContext };
    const Context = own.AudioContext ?? own.webkitAudioContext;
    if (Context === undefined) return;
    try {
      this.context = new Context({ latencyHint: "interactive" });
    } catch {
      return;
    }
    this.tones = new Tones(this.context);
    this.apply(this.settings);
    this.clock.follow(this.context);
    void this.context.resume().catch(() => undefined);
  }

  /** Whether tones can be heard, as far as the device says; false before it was unlocked. */
  get sounds(): boolean {
    return this.context?.state === "running";
  }

  /** Applies from now on, also to tones that are already scheduled. */
  apply(settings: Settings): void {
    this.settings = settings;
    if (this.speech !== null) [this.speech.voice, this.speech.rate] = [settings.voice, rates[settings.rate]];
    if (this.tones === null) return;
    this.tones.gain = gains[settings.beat];
    this.tones.hush();
  }

  /** Plays a sentence and a beat with the present settings. */
  sample(text: string): void {
    this.speech?.hush();
    this.tones?.hush();
    this.tones?.sound(0, "up", 0);
    this.speech?.say(text, true);
  }

  /** Schedules the session's next tones. */
  ahead(session: Session): void {
    if (this.tones === null || this.context?.state !== "running") return;
    for (const { cue, tone, atMs } of tonesAhead(session, aheadMs)) this.tones.sound(cue, tone, this.clock.onAudio(atMs));
  }

  perform(effect: Effect): void {
    switch (effect.kind) {
      case "speak":
        if (effect.sentence || this.settings.words === "all") this.speech?.say(effect.text, effect.sentence);
        return;
      case "tone":
        // Without a tap on the page a browser refuses, and reports it in its log.
        if ("vibrate" in navigator) navigator.vibrate([...buzz[effect.tone]]);
        return;
      case "step":
        this.tones?.turn();
        return;
      case "hush":
        this.speech?.hush();
        this.tones?.hush();
        return;
      case "retime":
        this.tones?.hush();
        return;
      default:
        return;
    }
  }
}
