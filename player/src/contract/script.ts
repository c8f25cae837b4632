// Made from contract/script.schema.json by `npm run types`: change the schema, not this file.

export type ExerciseId = string;
export type Side = "left" | "right" | "both";
export type Tone = "up" | "hold" | "down" | "tick" | "go" | "end";
export type Phase = "up" | "hold" | "down";

/**
 * The compiled timeline of one day's session. Times are whole milliseconds from the start of their step. The player performs it and judges nothing.
 */
export interface SessionScript {
  /**
   * A player refuses a number it does not know.
   */
  format: 2;
  programme: {
    id: string;
    version: string;
  };
  /**
   * The version of the rules that made the plan.
   */
  rules: string;
  /**
   * BCP 47; the language of every text in the script.
   */
  language: string;
  /**
   * The date the plan was made for, in the person's zone.
   */
  date: string;
  due: boolean;
  /**
   * The sum of the steps' durations.
   */
  durationMs: number;
  exercises: Exercise[];
  /**
   * @minItems 1
   */
  steps: Step[];
}
export interface Exercise {
  id: ExerciseId;
  level: number;
  /**
   * short: the person has done it in at least three sessions at this level, and hears only what is needed.
   */
  guidance: "full" | "short";
  name: string;
  position: "seated" | "lying" | "floor" | "step";
  /**
   * What the hands do, in words.
   */
  support: string;
  dose: {
    sets: number;
    reps: number | null;
    seconds: number | null;
    perSide: boolean;
  };
  /**
   * The dose in words, such as: 3 sets of 10, each leg.
   */
  doseText: string;
  /**
   * What to have ready.
   */
  ready: string[];
  /**
   * What to wear and stand on.
   */
  wear: string;
  /**
   * @minItems 3
   * @maxItems 6
   */
  how: string[];
  caution: string;
  /**
   * When to stop.
   */
  stop: string[];
}
export interface Step {
  /**
   * Unique in the script and the same in every compilation of the same plan, such as calf-raise-2-both.
   */
  id: string;
  /**
   * get-ready: the whole session. set-up: one exercise, before its first set. set: the work. switch: to the other leg. rest: between two sets of an exercise, or sitting up after one that is done lying. Before a set of a standing exercise it waits, on the floor. sole-check: look at the soles. questions: how it was.
   */
  kind: "get-ready" | "set-up" | "set" | "switch" | "rest" | "sole-check" | "questions";
  exercise: ExerciseId | null;
  /**
   * Shown very large when no caption is.
   */
  title: string;
  /**
   * One line, such as: Set 1 of 2. Empty when there is none.
   */
  detail: string;
  durationMs: number;
  /**
   * At its end the step waits until the person says go on.
   */
  waits: boolean;
  /**
   * Null in most steps. Otherwise the step goes on by itself after a spoken countdown that begins at this moment; a tap from then on gives more time: the step goes back to this moment. It holds only where the step follows the one before it as written; after a change of order the step waits instead.
   */
  stretchMs: number | null;
  set: null | StepSet;
  halt: null | StepHalt;
  figure: null | StepFigure;
  /**
   * In the order of atMs. What is said is over before the next is said, and before the step ends, at 120 words a minute.
   */
  cues: Cue[];
  /**
   * The words of a set-up in full, for a person who asks to be told again, or who has changed the order. Null where the step's own words are the full ones.
   */
  again: null | Again;
  /**
   * What comes next, in a few words without "Next": the right foot. Empty when there is nothing.
   */
  next: string;
}
export interface StepSet {
  set: number;
  of: number;
  side: Side;
  target: number;
  unit: "reps" | "seconds";
  /**
   * When the first repetition or second begins.
   */
  startMs: number;
  /**
   * One repetition or one second; done is floor((t - startMs) / countMs), within 0 and target, where t is the time without the halt.
   */
  countMs: number;
}
/**
 * A pause within the step, such as for a change of foot: neither the count nor the figure goes on. Cues keep their own times.
 */
export interface StepHalt {
  atMs: number;
  forMs: number;
}
export interface StepFigure {
  /**
   * The id of a movement of the programme.
   */
  movement: string;
  side: Side;
  /**
   * Before it the figure shows the movement's first pose.
   */
  startMs: number;
  cycleMs: number;
  /**
   * 0: the figure shows how it is done, over and over, while the step lasts.
   */
  cycles: number;
}
export interface Cue {
  atMs: number;
  /**
   * say: a sentence. beat: a phase of a repetition begins. count: how many are done or left. countdown: seconds to go.
   */
  kind: "say" | "beat" | "count" | "countdown";
  /**
   * Spoken; null is silent.
   */
  say: string | null;
  /**
   * Shown very large until the next caption; null leaves the one before.
   */
  caption: string | null;
  tone: Tone | null;
  rep: number | null;
  phase: Phase | null;
}
export interface Again {
  /**
   * In place of the step's own. At its end the step waits.
   */
  durationMs: number;
  /**
   * In place of the step's own.
   */
  cues: Cue[];
}
