/** What a session looks like at a moment: reads only its state, no clock and no page. */
import { followsAsWritten, later } from "./order";
import { figureAt, figureTurns, movesAt, type Side, type Tone } from "./script";
import { doneOf, givesTime, step, stepAt, type Session } from "./session";

/** What the person's next tap does: the one obvious action now; null where none is more obvious than another. */
export function obvious(session: Session): "start" | "go-on" | "more-time" | "pause" | "resume" | null {
  switch (session.phase) {
    case "ready": return "start";
    case "waiting": case "asking": return "go-on";
    case "running": return givesTime(session) ? "more-time" : "pause";
    case "paused": return "resume";
    case "confirming": case "ended": return null;
  }
}

/** Whether the person may want the present words again: in a set-up, and while the session waits before a set. */
export function canTellAgain(session: Session): boolean {
  const { phase } = session;
  if (phase !== "running" && phase !== "paused" && phase !== "waiting") return false;
  const next = session.order[session.at + 1];
  return step(session).kind === "set-up" || (phase === "waiting" && next !== undefined && session.script.steps[next]!.set !== null);
}

/** The name of the exercise that the session asks about at its end; null when it asks about none. */
export function unsure({ phase, aside, script }: Session): string | null {
  const of = phase === "confirming" ? aside[0]?.exercise : undefined;
  return of === undefined ? null : script.exercises.find(e => e.id === of)?.name ?? of;
}

/**
 * The name of the button that leads forward: "go on" if the session waits for the person, else "skip". If the session
 * is paused, "go on" is the button that ends the pause, so the two never have the same name.
 */
export function forward(session: Session): "go-on" | "skip" {
  const { waits, kind } = step(session);
  return session.phase !== "paused" && (waits || kind === "get-ready") ? "go-on" : "skip";
}

/** Milliseconds to the end of the session at the present pace, without waits. */
export function leftMs(session: Session): number {
  if (isOver(session)) return 0;
  let left = -session.tMs;
  for (let i = session.at; i < session.order.length; i++) left += stepAt(session, i).durationMs;
  return Math.max(0, left) / session.pace;
}

/** Whether every step has been performed: there may be questions about what was done. */
function isOver({ phase }: Session): boolean {
  return phase === "confirming" || phase === "ended";
}

/** How much of the session has been performed, from 0 to 1. */
export function progress(session: Session): number {
  if (isOver(session)) return 1;
  const total = session.order.reduce((sum, _, i) => sum + stepAt(session, i).durationMs, 0);
  return total === 0 ? 0 : 1 - (leftMs(session) * session.pace) / total;
}

/** Milliseconds to the end of the present step at the present pace. */
export function stepLeftMs(session: Session): number {
  return Math.max(0, step(session).durationMs - session.tMs) / session.pace;
}

/** How many repetitions or seconds of the present set are done; null outside a set. */
export function done(session: Session): { readonly done: number; readonly target: number } | null {
  const { set } = step(session);
  return set === null ? null : { done: doneOf(session), target: set.target };
}

/** The line that says what comes next, in the present order. */
export function next(session: Session): string {
  if (followsAsWritten(session.order, session.at)) return step(session).next;
  const place = session.order[session.at + 1];
  return place === undefined ? "" : session.script.steps[place]!.title;
}

/** Whether the present exercise can be done after the one that follows. */
export function canBeLater(session: Session): boolean {
  return session.phase !== "ready" && !isOver(session)
    && later(session.script.steps, session.order, session.at) !== null;
}

/** The visible figure, its share of the cycle, 0 to 1, and how many shares per millisecond it continues by. */
export interface Seen {
  readonly movement: string;
  readonly side: Side;
  readonly share: number;
  readonly perMs: number;
}

/**
 * The step's own figure; before a set (get ready, a rest, a change of side) the next one, not moving, so that the
 * person sees what is next. Null when there is none.
 */
export function figure(session: Session): Seen | null {
  const { figure: own, kind } = step(session);
  if (own !== null) {
    const moves = session.phase === "running" && movesAt(step(session), session.tMs);
    return {
      movement: own.movement, side: own.side, share: figureAt(step(session), session.tMs) / own.cycleMs,
      perMs: moves ? session.pace / own.cycleMs : 0,
    };
  }
  if (kind !== "get-ready" && kind !== "rest" && kind !== "switch") return null;
  const place = session.order[session.at + 1];
  const coming = place === undefined ? null : session.script.steps[place]!.figure;
  return coming === null ? null : { movement: coming.movement, side: coming.side, share: 0, perMs: 0 };
}

/**
 * How many milliseconds from now a running session next says something, starts its next step, starts or stops its
 * figure, or shows another second left, in the step or in total; Infinity when it does not run.
 */
export function untilNextMs(session: Session): number {
  if (session.phase !== "running") return Infinity;
  const now = step(session);
  const coming = [now.cues[session.cued]?.atMs ?? Infinity, now.durationMs, now.stretchMs ?? Infinity, ...figureTurns(now)].filter(atMs => atMs > session.tMs);
  return Math.min((Math.min(...coming) - session.tMs) / session.pace, leftMs(session) % 1000 || 1000, stepLeftMs(session) % 1000 || 1000);
}

/** A tone to come. */
export interface Ahead {
  /** The same for the same tone however often it is requested, until the step begins again. */
  readonly cue: number;
  readonly tone: Tone;
  /** When, in the time that is passed in. */
  readonly atMs: number;
}

/**
 * The remaining tones of the present step within a span, so that they can be scheduled on a clock that a busy page
 * cannot delay. Each one's time comes from the script.
 */
export function tonesAhead(session: Session, withinMs: number): Ahead[] {
  if (session.phase !== "running") return [];
  const found: Ahead[] = [];
  const { cues } = step(session);
  for (let i = session.cued; i < cues.length; i++) {
    const atMs = session.nowMs + (cues[i]!.atMs - session.tMs) / session.pace;
    if (atMs > session.nowMs + withinMs) break;
    const { tone } = cues[i]!;
    if (tone !== null) found.push({ cue: i, tone, atMs });
  }
  return found;
}
