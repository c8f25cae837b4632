import type { Entry } from "../session/entry";

/** A session whose next morning was not told when a page was kept, and its date. */
export interface LastSession {
  readonly session: string;
  readonly on: string;
}

/**
 * The session whose next morning is still to be told: the last one before today, done here meanwhile or known when the page
 * was kept; null for none. It is asked for from the next day, for `days` days.
 */
export function untoldMorning(known: LastSession | null, meanwhile: readonly Entry[], today: string, days: number): string | null {
  const here = meanwhile
    .filter(entry => entry.kind === "session" && typeof entry.at === "string" && typeof entry["session"] === "string")
    .map(entry => ({ session: entry["session"] as string, on: entry.at.slice(0, 10) }))
    .pop();
  const last = here ?? known;
  if (last === null) return null;
  const since = Math.round((Date.parse(today) - Date.parse(last.on)) / 86_400_000);
  const isTold = meanwhile.some(entry => entry.kind === "next-morning" && entry["session"] === last.session);
  return since >= 1 && since <= days && !isTold ? last.session : null;
}
