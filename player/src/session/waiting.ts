import type { Step } from "./script";

/** The step in its full words, where it has others; at its end it waits for the person. */
export function inFull(step: Step): Step {
  const { again } = step;
  return again === null ? step : once(full, step, () => ({ ...step, ...again, waits: true, stretchMs: null }));
}

/** The step as it waits for the person at its end, where it is written to go on by itself. */
export function untilTold(step: Step): Step {
  return step.stretchMs === null ? step : once(told, step, () => ({ ...step, waits: true, stretchMs: null }));
}

const full = new WeakMap<Step, Step>();
const told = new WeakMap<Step, Step>();

/** Makes a step once: it is read at every tick. */
function once(made: WeakMap<Step, Step>, step: Step, make: () => Step): Step {
  let found = made.get(step);
  if (found === undefined) made.set(step, (found = make()));
  return found;
}
