/**
 * The script that a session performs, as `contract/script.schema.json` has it. Times are whole milliseconds
 * from the start of the step they stand in.
 */
export interface Script {
  readonly format: number;
  readonly programme: { readonly id: string; readonly version: string };
  readonly language: string;
  readonly date: string;
  readonly due: boolean;
  readonly durationMs: number;
  readonly exercises: readonly Exercise[];
  readonly steps: readonly Step[];
}

export type Side = "left" | "right" | "both";
export type Tone = "up" | "hold" | "down" | "tick" | "go" | "end";
export type Phase = "up" | "hold" | "down";

/** What the player reads of an exercise; the script holds more for the pages. */
export interface Exercise {
  readonly id: string;
  readonly level: number;
  readonly name: string;
  readonly support: string;
}

export interface Step {
  readonly id: string;
  readonly kind: "get-ready" | "set-up" | "set" | "switch" | "rest" | "sole-check" | "questions";
  readonly exercise: string | null;
  readonly title: string;
  readonly detail: string;
  readonly durationMs: number;
  readonly waits: boolean;
  readonly set: StepSet | null;
  readonly figure: StepFigure | null;
  readonly cues: readonly Cue[];
  readonly next: string;
}

export interface StepSet {
  readonly set: number;
  readonly of: number;
  readonly side: Side;
  readonly target: number;
  readonly unit: "reps" | "seconds";
  readonly startMs: number;
  readonly countMs: number;
}

export interface StepFigure {
  readonly movement: string;
  readonly side: Side;
  readonly startMs: number;
  readonly cycleMs: number;
  readonly cycles: number;
}

export interface Cue {
  readonly atMs: number;
  readonly kind: "say" | "beat" | "count" | "countdown";
  readonly say: string | null;
  readonly caption: string | null;
  readonly tone: Tone | null;
  readonly rep: number | null;
  readonly phase: Phase | null;
}

/** The script formats that this player performs; it refuses any other. */
export const knownFormat = 1;

/** How many of a set are done at a time within its step: whole repetitions or seconds, from 0 to the target. */
export function doneAt(set: StepSet, tMs: number): number {
  return Math.min(set.target, Math.max(0, Math.floor((tMs - set.startMs) / set.countMs)));
}

/** What makes a set the same set: an exercise's number and side are done once in a session. */
export function setKey(step: Step): string {
  return step.set === null ? "" : `${step.exercise}/${step.set.set}/${step.set.side}`;
}

/** Where in its cycle the figure stands, in milliseconds; 0 is the movement's first pose. */
export function figureAt(figure: StepFigure, tMs: number): number {
  const since = tMs - figure.startMs;
  if (since <= 0 || (figure.cycles > 0 && since >= figure.cycles * figure.cycleMs)) return 0;
  return since % figure.cycleMs;
}
