import { setKey, type Script } from "./script";

/**
 * How much of each exercise was done, in whole per cent of the script's amount, rounded down; only exercises with a
 * set. A device without a connection reads it as the plan would.
 */
export function shares(script: Script, reported: Readonly<Record<string, number>>): Record<string, number> {
  const done = new Map<string, number>();
  const asked = new Map<string, number>();
  for (const step of script.steps) {
    if (step.set === null || step.exercise === null) continue;
    const { target } = step.set;
    asked.set(step.exercise, (asked.get(step.exercise) ?? 0) + target);
    const of = reported[setKey(step)];
    if (of !== undefined) done.set(step.exercise, (done.get(step.exercise) ?? 0) + Math.min(of, target));
  }
  // eslint-disable-next-line no-restricted-syntax -- What was done was asked for.
  return Object.fromEntries([...done].map(([exercise, sum]) => [exercise, Math.floor((sum * 100) / asked.get(exercise)!)]));
}
