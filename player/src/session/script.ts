/**
 * The script that a session performs, as `contract/script.schema.json` defines it. Times are whole milliseconds
 * from the start of their step.
 */
export interface Script {
  readonly format: number;
  readonly programme: { readonly id: string; readonly version: string };
  readonly rules: string;
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

/** What the player reads of an exercise; the script has more for the pages. */
export interface Exercise {
  readonly id: string;
  readonly level: number;
  readonly name: string;
  readonly support: string;
  readonly doseText: string;
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
  readonly halt: StepHalt | null;
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

/** A pause within a step: neither the count nor the figure continues. */
export interface StepHalt {
  readonly atMs: number;
  readonly forMs: number;
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

/** The script format that this player performs; it refuses any other. */
export const knownFormat = 1;

/** A time within a step, less the part of its halt that has passed. */
function withoutHalt({ halt }: Step, tMs: number): number {
  return halt === null || tMs <= halt.atMs ? tMs : Math.max(halt.atMs, tMs - halt.forMs);
}

/** How much of a step's set is done at a time within it: whole repetitions or seconds, from 0 to the target. */
export function doneAt(step: Step, tMs: number): number {
  const { set } = step;
  if (set === null) return 0;
  return Math.min(set.target, Math.max(0, Math.floor((withoutHalt(step, tMs) - set.startMs) / set.countMs)));
}

/** What identifies a set: each number and side of an exercise is done once in a session. */
export function setKey(step: Step): string {
  return step.set === null ? "" : `${step.exercise}/${step.set.set}/${step.set.side}`;
}

/** Where the step's figure is in its cycle, in milliseconds; 0 is the movement's first pose. */
export function figureAt(step: Step, tMs: number): number {
  const { figure } = step;
  if (figure === null) return 0;
  const since = withoutHalt(step, tMs) - figure.startMs;
  if (since <= 0 || (figure.cycles > 0 && since >= figure.cycles * figure.cycleMs)) return 0;
  return since % figure.cycleMs;
}

/** When within the step its figure starts, halts, continues and stops, in milliseconds, where it does. */
export function figureTurns({ figure, halt }: Step): number[] {
  if (figure === null) return [];
  const halts = halt === null ? [] : [halt.atMs, halt.atMs + halt.forMs];
  if (figure.cycles === 0) return [figure.startMs, ...halts];
  const endMs = figure.startMs + figure.cycles * figure.cycleMs;
  return [figure.startMs, ...halts, halt !== null && endMs > halt.atMs ? endMs + halt.forMs : endMs];
}

/** Whether the step's figure moves at a time within it. */
export function movesAt(step: Step, tMs: number): boolean {
  const { figure, halt } = step;
  if (figure === null || (halt !== null && tMs >= halt.atMs && tMs < halt.atMs + halt.forMs)) return false;
  const since = withoutHalt(step, tMs) - figure.startMs;
  return since >= 0 && (figure.cycles === 0 || since < figure.cycles * figure.cycleMs);
}
