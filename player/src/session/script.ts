import type * as contract from "../contract/script";
import type { DeepReadonly } from "../contract/deep-readonly";

/** The script that a session performs. Times are whole milliseconds from the start of their step. */
export type Script = DeepReadonly<contract.SessionScript>;
export type Exercise = Script["exercises"][number];
export type Step = DeepReadonly<contract.Step>;
export type Cue = DeepReadonly<contract.Cue>;
export type Side = contract.Side;
export type Tone = contract.Tone;

/** The script format that this player performs; it refuses any other. */
export const knownFormat = 1;

/** Whether this player performs a script: a newer server may give another format. */
export function performs({ format }: { readonly format: number }): boolean {
  return format === knownFormat;
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

/** What identifies a set: each number and side of an exercise is done once in a session. */
export function setKey(step: Step): string {
  return step.set === null ? "" : `${String(step.exercise)}/${step.set.set}/${step.set.side}`;
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
