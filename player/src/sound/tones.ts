import type { Tone } from "../session/script";

/** A note: when it starts after the tone's place, how long it sounds (both in seconds), and its pitch from and to in hertz. */
type Note = readonly [start: number, length: number, from: number, to: number];

/**
 * Soft and low: high notes are the first that old ears lose. Up rises, down falls, hold stays, so that the beat
 * can be followed without a word.
 */
const notes: Readonly<Record<Tone, readonly Note[]>> = {
  up: [[0, 0.32, 392, 587]],
  hold: [[0, 0.4, 587, 587]],
  down: [[0, 0.36, 587, 330]],
  tick: [[0, 0.07, 660, 660]],
  go: [[0, 0.12, 523, 523], [0.14, 0.3, 784, 784]],
  end: [[0, 0.16, 784, 784], [0.18, 0.16, 659, 659], [0.36, 0.45, 523, 523]],
};

/** Vibration for each tone, in milliseconds on, off, on. */
export const buzz: Readonly<Record<Tone, readonly number[]>> = {
  up: [60], hold: [25], down: [40], tick: [15], go: [90, 60, 90], end: [60, 80, 60, 80, 120],
};

/** Sounds tones ahead of time on the audio clock, where a busy page cannot delay them. */
export class Tones {
  private readonly sounding = new Map<number, OscillatorNode[]>();

  /** How loud, 0 to 1; 0 sounds nothing. */
  gain = 0.22;

  constructor(private readonly context: AudioContext) {}

  /** Sounds the tone of a cue at a time of the audio clock, in seconds, once, however often it is asked; at once where that is past. */
  sound(cue: number, tone: Tone, atSeconds: number): void {
    if (this.gain === 0 || this.sounding.has(cue)) return;
    const at = Math.max(this.context.currentTime, atSeconds);
    this.sounding.set(cue, notes[tone].map(note => this.play(note, at)));
  }

  /** Takes back what has been sounded ahead and forgets which cues were. */
  hush(): void {
    for (const played of this.sounding.values()) for (const node of played) node.stop();
    this.sounding.clear();
  }

  /** Forgets which cues were sounded, a new step beginning, and lets ring what rings. */
  turn(): void {
    this.sounding.clear();
  }

  private play([start, length, from, to]: Note, at: number): OscillatorNode {
    const { context } = this;
    const oscillator = context.createOscillator();
    const loudness = context.createGain();
    const [on, off] = [at + start, at + start + length];
    oscillator.frequency.setValueAtTime(from, on);
    oscillator.frequency.linearRampToValueAtTime(to, off);
    loudness.gain.setValueAtTime(0, on);
    // Without a slope at both ends a tone clicks.
    loudness.gain.linearRampToValueAtTime(this.gain, on + 0.012);
    loudness.gain.setValueAtTime(this.gain, off - Math.min(0.1, length / 2));
    loudness.gain.linearRampToValueAtTime(0, off);
    oscillator.connect(loudness).connect(context.destination);
    oscillator.start(on);
    oscillator.stop(off + 0.02);
    return oscillator;
  }
}
