import type { EntryBefore, Upcoming, UpcomingDate } from "../session/coming";
import type { Entry } from "../session/entry";
import type { Script } from "../session/script";
import { isMet } from "./condition";

/** The script that applies on a date, with the entries made meanwhile; null for none. */
export function applicable(date: UpcomingDate, meanwhile: readonly Entry[]): Script | null {
  return date.scripts.find(one => !one.unless.some(condition => meanwhile.some(entry => isMet(condition, entry))))?.script ?? null;
}

/** A person's day, as far as a device knows without a connection. */
export type Day =
  /** The device holds nothing, or only the server can judge what was answered since. */
  | { readonly kind: "unknown" }
  /** The last date that it holds is over. */
  | { readonly kind: "over" }
  | { readonly kind: "done"; readonly next: string | null }
  /** Something on the feet: no exercise, somebody must look. */
  | { readonly kind: "finding" }
  /** Nothing may be done today, as far as the device knows. */
  | { readonly kind: "held"; readonly next: string | null }
  /** There is a script; `checked` when what it needs before was entered today: a look at the feet. */
  | { readonly kind: "session" | "rest"; readonly script: Script; readonly checked: boolean; readonly next: string | null };

/** The state of a date. `meanwhile` is in the order in which it was entered. */
export function day(upcoming: Upcoming | null, meanwhile: readonly Entry[], today: string): Day {
  // Also what an earlier server gave, without what a session needs first: another answer comes with the next connection.
  if (upcoming?.before === undefined) return { kind: "unknown" };
  const date = upcoming.dates.find(one => one.date === today);
  if (date === undefined && upcoming.dates.some(one => one.date > today)) return { kind: "unknown" };
  // Screened here meanwhile: only the server can say what results from it.
  if (date === undefined) return meanwhile.some(entry => entry.kind === "screening") ? { kind: "held", next: null } : { kind: "over" };
  const next = upcoming.dates.find(one => one.date > today && one.due)?.date ?? null;
  // Of all dates: if nothing may be done today, today has no conditions.
  const conditions = upcoming.dates.flatMap(one => one.scripts[0]?.unless ?? []).filter(condition => condition.finding === true);
  if (conditions.some(condition => meanwhile.some(entry => isMet(condition, entry)))) return { kind: "finding" };
  const ofToday = meanwhile.filter(entry => dateOf(entry) === today);
  if (ofToday.some(entry => entry.kind === "session")) return { kind: "done", next };
  const script = applicable(date, meanwhile);
  if (script === null) return { kind: "held", next };
  return { kind: date.due ? "session" : "rest", script, checked: upcoming.before === null || enteredBefore(upcoming.before, meanwhile, today).length > 0, next };
}

/**
 * The ids of the entries that are what the day's session needs before, as the server says it. Its coming sessions do not
 * include them, so these ids outlast a renewal.
 */
export function enteredBefore({ kind, until }: EntryBefore, meanwhile: readonly Entry[], today: string): readonly string[] {
  const ofToday = meanwhile.filter(entry => dateOf(entry) === today);
  const last = ofToday.filter(entry => entry.kind === kind || entry.kind === until).pop();
  return last?.kind === kind ? [last.id] : [];
}

/** The date that an entry names; nothing of an entry that cannot be read, which a device may hold as well. */
function dateOf(entry: { readonly at: unknown }): string {
  return typeof entry.at === "string" ? entry.at.slice(0, 10) : "";
}
