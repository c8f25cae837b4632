import type { Script } from "../session/script";
import type { Progress } from "./store";

/** How a session's page begins. */
export type Opening =
  | { readonly kind: "fresh" }
  /** The page was left in the middle of this same session. */
  | { readonly kind: "go-on"; readonly progress: Progress; readonly place: string }
  /** A session with sets done was left on another day, or under another plan. */
  | { readonly kind: "earlier"; readonly progress: Progress }
  /** A session is over, and its questions were not reached. */
  | { readonly kind: "questions"; readonly progress: Progress };

export function opening(progress: Progress | null, script: Script): Opening {
  if (progress === null || progress.ended?.asked === true) return { kind: "fresh" };
  if (progress.ended !== null) return { kind: "questions", progress };
  const done = Object.keys(progress.told).length > 0;
  const at = script.steps.find(s => s.id === progress.stepId);
  if (progress.date === script.date && at !== undefined && progress.order.length === script.steps.length) {
    if (!done && at === script.steps[0]) return { kind: "fresh" };
    const exercise = script.exercises.find(e => e.id === at.exercise)?.name;
    return { kind: "go-on", progress, place: line(exercise ?? "", at.set === null ? at.title : at.detail) };
  }
  return done ? { kind: "earlier", progress } : { kind: "fresh" };
}

/** Two short texts in one line; equal texts only once. */
export function line(first: string, second: string): string {
  return [first, second === first ? "" : second].filter(s => s !== "").join(" · ");
}
