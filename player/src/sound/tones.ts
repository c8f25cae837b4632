import type { Tone } from "../session/script";

/** A note: its start after the tone's time and its length (both in seconds), and its pitch from and to in hertz. */
type Note = readonly [start: number, length: number, from: number, to: number];

/**
 * Soft and low: older ears lose high notes first. Up rises, down falls, hold stays level, so that the beat can be
 * followed without words.
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

/** Schedules tones on the audio clock, where a busy page cannot delay them. */
export class Tones {
  private readonly sounding = new Map<number, OscillatorNode[]>();

  /** How loud, 0 to 1; 0 sounds nothing. */
  gain = 0.22;

  constructor(private readonly context: AudioContext) {}

  /** Sounds a cue's tone once, even if requested again, at an audio clock time in seconds; at once if that is past. */
  sound(cue: number, tone: Tone, atSeconds: number): void {
    if (this.gain === 0 || this.sounding.has(cue)) return;
    const at = Math.max(this.context.currentTime, atSeconds);
    this.sounding.set(cue, notes[tone].map(note => this.play(note, at)));
  }

  /** Cancels the scheduled tones and forgets which cues they were for. */
  hush(): void {
    for (const played of this.sounding.values()) for (const node of played) node.stop();
    this.sounding.clear();
  }

  /** A new step begins: forgets which cues were sounded, and lets sounding tones end. */
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
