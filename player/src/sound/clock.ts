/** The part of an AudioContext that tells the time. */
export interface AudioTime {
  readonly state: string;
  /** Seconds. */
  readonly currentTime: number;
}

/** So long, in milliseconds, an audio clock may stand still before it counts as stopped: a busy device starves its sound for less. */
const standstillMs = 1000;

/**
 * Milliseconds that never run backwards. They follow the audio clock while it runs, so that beats that are
 * sounded and steps that are counted keep together, and the page's clock when there is none, it is suspended
 * (a phone call) or stands still (no device to sound on).
 */
export class Clock {
  private ms = 0;
  /** Milliseconds that the page's clock counted while the audio clock stood still. */
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
   * The audio clock's seconds at a time of this clock, by the reading that both were last brought together with: an audio
   * clock read anew has often gone on by a whole buffer, and a beat placed from there would be late by it.
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
    // A busy browser gives now and then a time that is a little older than the one before: that is no step to count back from.
    const audioNow = Math.max(this.lastAudio, audio.currentTime);
    const byAudio = (audioNow - this.lastAudio) * 1000;
    this.lastAudio = audioNow;
    if (byAudio > 0) this.stillSince = page;
    if (audio.state === "running" && byAudio > 0) {
      // A clock that only looked stopped makes up for it at one go: what the page's clock counted is not counted twice.
      this.ms += byAudio - Math.min(this.lent, Math.max(0, byAudio - byPage));
      this.lent = 0;
    } else if (audio.state !== "running" || page - this.stillSince > standstillMs) {
      this.ms += byPage;
      if (audio.state === "running") this.lent += byPage;
    }
    return this.ms;
  }
}
