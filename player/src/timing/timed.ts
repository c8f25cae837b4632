/**
 * A timed task of a home test, as a pure state machine with the time passed in. `hold`: a tap stops it, and the whole
 * seconds that were held are its result. `count`: each tap counts, until the time is up. It judges nothing.
 */
export interface Task {
  readonly kind: "hold" | "count";
  readonly seconds: number;
}

export type Phase = "ready" | "counting-in" | "running" | "over";

export interface Timed {
  readonly phase: Phase;
  /** When this phase began, in milliseconds. */
  readonly since: number;
  /** Taps that counted. */
  readonly count: number;
  /** The last tap that counted, because one finger often taps twice. */
  readonly tapped: number;
  /** Whole seconds, or the count; null until it is over. */
  readonly result: number | null;
}

export const idle: Timed = { phase: "ready", since: 0, count: 0, tapped: -Infinity, result: null };

/** How long "ready" is shown before "go": time to look up from the phone. */
export const countInMs = 3000;

/** Nobody can stand up and sit down this quickly: a second tap within it is the same finger. */
export const bounceMs = 600;

/** The task after time has passed: "go" is reached, and the end. */
export function pass(task: Task, timed: Timed, now: number): Timed {
  if (timed.phase === "counting-in" && now - timed.since >= countInMs) {
    // The tap that started it must not stop it: "go" starts a new bounce time.
    const at = timed.since + countInMs;
    return pass(task, { ...timed, phase: "running", since: at, tapped: at }, now);
  }
  if (timed.phase === "running" && now - timed.since >= task.seconds * 1000) {
    return { ...timed, phase: "over", result: task.kind === "hold" ? task.seconds : timed.count };
  }
  return timed;
}

/** The one big button. Its meaning depends on the phase; after the end a late tap does nothing. */
export function tap(task: Task, before: Timed, now: number): Timed {
  const timed = pass(task, before, now);
  if (timed.phase === "ready") return { ...idle, phase: "counting-in", since: now };
  if (timed.phase !== "running") return timed;
  if (task.kind === "hold") return { ...timed, phase: "over", result: Math.floor((now - timed.since) / 1000) };
  return now - timed.tapped < bounceMs ? timed : { ...timed, count: timed.count + 1, tapped: now };
}

/** Removes one tap that was too many. */
export function fewer(task: Task, timed: Timed): Timed {
  const count = Math.max(0, timed.count - 1);
  return { ...timed, count, result: timed.result === null || task.kind === "hold" ? timed.result : count };
}

/** A running task cannot continue after the screen was hidden: nobody knows what happened meanwhile. */
export function interrupt(timed: Timed): Timed {
  return timed.phase === "counting-in" || timed.phase === "running" ? idle : timed;
}

/** The large number on the screen: the seconds left before "go"; then the seconds held, or left. */
export function seconds(task: Task, timed: Timed, now: number): number {
  const passed = (now - timed.since) / 1000;
  switch (timed.phase) {
    case "ready":
      return task.kind === "hold" ? 0 : task.seconds;
    case "counting-in":
      return Math.max(1, Math.ceil(countInMs / 1000 - passed));
    case "running":
      return task.kind === "hold" ? Math.floor(passed) : Math.max(0, Math.ceil(task.seconds - passed));
    case "over":
      return task.kind === "hold" ? timed.result ?? 0 : 0;
  }
}
