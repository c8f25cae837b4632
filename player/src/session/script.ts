import type * as contract from "../contract/script";
import type { DeepReadonly } from "../contract/deep-readonly";

/** The script that a session performs. Times are whole milliseconds from the start of their step. */
export type Script = DeepReadonly<contract.SessionScript>;
export type Exercise = Script["exercises"][number];
export type Step = DeepReadonly<contract.Step>;
export type Cue = DeepReadonly<contract.Cue>;
export type Side = contract.Side;
export type Tone = contract.Tone;

/** The script formats that this player performs, the latest last; it refuses any other. */
const knownFormats: readonly number[] = [1, 2];

/** Whether this player performs a script: a newer server may give another format. */
export function performs({ format }: { readonly format: number }): boolean {
  return knownFormats.includes(format);
}

/** A script of any format that this player performs: format 1 has not all the fields. */
export interface AnyScript extends Omit<Script, "format" | "exercises" | "steps"> {
  readonly format: number;
  readonly exercises: readonly (Omit<Exercise, "guidance"> & Partial<Pick<Exercise, "guidance">>)[];
  readonly steps: readonly (Omit<Step, "stretchMs" | "again"> & Partial<Pick<Step, "stretchMs" | "again">>)[];
}

/** The same script in the latest format. A device may have kept one of format 1: it tells everything in full, and every set-up waits. */
export function latest(script: AnyScript): Script {
  return {
    ...script,
    format: 2,
    exercises: script.exercises.map(exercise => ({ guidance: "full", ...exercise })),
    steps: script.steps.map(step => ({ stretchMs: null, again: null, ...step })),
  };
}

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

/** What identifies the step's set: each number and side of an exercise is done once in a session. Empty without a set. */
export function setKey({ set, exercise }: Step): string {
  return set === null ? "" : keyOf({ exercise: String(exercise), set: set.set, side: set.side });
}

/** What identifies a set that was done. */
export function keyOf({ exercise, set, side }: { readonly exercise: string; readonly set: number; readonly side: Side }): string {
  return `${exercise}/${set}/${side}`;
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
