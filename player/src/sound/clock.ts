/** The part of an AudioContext that gives the time. */
export interface AudioTime {
  readonly state: string;
  /** Seconds. */
  readonly currentTime: number;
}

/** How long, in milliseconds, an audio clock may not advance before it counts as stopped: busy devices pause it. */
const standstillMs = 1000;

/**
 * Milliseconds that never run backwards. They follow the audio clock while it runs, so that beats that are sounded and
 * steps that are counted stay together, and the page's clock when there is no audio clock, or it is suspended (a phone
 * call) or does not advance (no audio device).
 */
export class Clock {
  private ms = 0;
  /** Milliseconds that the page's clock counted while the audio clock did not advance. */
  private lent = 0;
  private audio: AudioTime | null = null;
  private lastAudio = 0;
  private lastPage: number;
  private stillSince: number;

  /** `page` is the page's clock: `performance.now`. */
  constructor(private readonly page: () => number) {
    this.lastPage = this.stillSince = page();
  }

  follow(audio: AudioTime): void {
    this.now();
    this.audio = audio;
    this.lastAudio = audio.currentTime;
    this.stillSince = this.lastPage;
  }

  /**
   * The audio clock's seconds at a time of this clock, by the reading with which the two were last aligned: a new
   * reading of the audio clock has often advanced by a whole buffer, and a beat placed from there would be late by it.
   */
  onAudio(ms: number): number {
    return this.lastAudio + (ms - this.ms + this.lent) / 1000;
  }

  now(): number {
    const page = this.page();
    const byPage = Math.max(0, page - this.lastPage);
    this.lastPage = page;
    const { audio } = this;
    if (audio === null) {
      this.ms += byPage;
      return this.ms;
    }
    // A busy browser sometimes gives a time slightly older than the one before: do not count back from it.
    const audioNow = Math.max(this.lastAudio, audio.currentTime);
    const byAudio = (audioNow - this.lastAudio) * 1000;
    this.lastAudio = audioNow;
    if (byAudio > 0) this.stillSince = page;
    if (audio.state === "running" && byAudio > 0) {
      // A clock that only seemed stopped catches up at once: what the page's clock counted is not counted twice.
      this.ms += byAudio - Math.min(this.lent, Math.max(0, byAudio - byPage));
      this.lent = 0;
    } else if (audio.state !== "running" || page - this.stillSince > standstillMs) {
      this.ms += byPage;
      if (audio.state === "running") this.lent += byPage;
    }
    return this.ms;
  }
}
