import type { Cue, Step } from "./script";

/** A span of a step that is left out, in the step's own milliseconds. */
interface Cut {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The counts that a shorter set still says: how many are left, which stays true. */
const stillToGo = [1, 3, 5, 10];

/** So much of a set is still done, which counts as done enough: who chooses less does not go down a level for it. */
const share = 0.7;

/**
 * A set of which seven tenths are left; any other step unchanged, and a set that is too short for that. The first movements are left out,
 * not the last: "last one" and what follows keep their places. If the feet change half way, each foot does less, so
 * that both do the same.
 */
export function fewer(step: Step): Step {
  let shorter = shortened.get(step);
  if (shorter === undefined) shortened.set(step, (shorter = shorten(step)));
  return shorter;
}

const shortened = new WeakMap<Step, Step>();

function shorten(step: Step): Step {
  const { set, figure, halt } = step;
  if (set === null || figure === null) return step;
  const { cycles, cycleMs } = figure;
  const half = halt === null ? cycles : Math.round((halt.atMs - set.startMs) / cycleMs);
  const parts = halt === null
    ? [{ fromMs: set.startMs, cycles }]
    : [{ fromMs: set.startMs, cycles: half }, { fromMs: halt.atMs + halt.forMs, cycles: cycles - half }];
  const cuts = parts.map(part => ({ fromMs: part.fromMs, toMs: part.fromMs + (part.cycles - lessOf(part.cycles)) * cycleMs }));
  const cutMs = lengthOf(cuts);
  const less = Math.round(cutMs / cycleMs);
  const usual = (cue: Cue): string | null => (step.cues.find(c => c.phase === cue.phase) ?? cue).say;
  const shift = (atMs: number): number => atMs - lengthOf(cuts.filter(cut => cut.toMs <= atMs));
  const cues = step.cues.filter(cue => !cuts.some(cut => cue.atMs >= cut.fromMs && cue.atMs < cut.toMs)).flatMap((cue): Cue[] => {
    const places = { atMs: shift(cue.atMs), rep: cue.rep === null ? null : cue.rep - Math.round((cue.atMs - shift(cue.atMs)) / cycleMs) };
    const isTrue = cue.rep === null || stillToGo.includes((cue.rep <= half ? half : cycles) - cue.rep);
    if (isTrue) return [{ ...cue, ...places }];
    if (cue.kind === "count") return [];
    return [{ ...cue, ...places, say: cue.phase === null ? cue.say : usual(cue) }];
  });
  return {
    ...step,
    durationMs: step.durationMs - cutMs,
    set: { ...set, target: Math.max(1, set.unit === "reps" ? set.target - less : set.target - Math.floor(cutMs / set.countMs)) },
    halt: halt === null ? null : { ...halt, atMs: shift(halt.atMs) },
    figure: { ...figure, cycles: cycles - less },
    cues,
  };
}

/** What is left of some movements, rounded up. */
function lessOf(cycles: number): number {
  // Free of the error of a product such as 0.7 * 10.
  return Math.ceil(Math.round(cycles * share * 1000) / 1000);
}

function lengthOf(cuts: readonly Cut[]): number {
  return cuts.reduce((sum, cut) => sum + cut.toMs - cut.fromMs, 0);
}
