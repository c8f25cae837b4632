import { raised, settle } from "./doubt";
import { headersFor, personHere } from "../person/person";
import type { Upcoming } from "../session/coming";
import type { Store } from "../store/store";
import { limit, mostBytes, requestMs } from "../timing/limit";
import { enteredBefore } from "./upcoming";

/** Coming sessions as the server gives them; null when there is no connection or nothing newer than the tag. */
export type Fetch = (tag: string | null) => Promise<{ readonly upcoming: Upcoming; readonly tag: string } | "same" | null>;

/** Asks the server for coming sessions. Never rejects. */
export const fetchUpcoming: Fetch = async tag => {
  try {
    const response = await fetch("/api/sessions/upcoming?days=14", {
      headers: { Accept: "application/json", ...headersFor(personHere()), ...(tag === null ? {} : { "If-None-Match": tag }) },
      credentials: "same-origin",
      cache: "no-store",
      signal: limit(requestMs(mostBytes)),
    });
    if (response.status === 304) return "same";
    if (!response.ok) return null;
    return { upcoming: await response.json() as Upcoming, tag: response.headers.get("ETag") ?? "" };
  } catch {
    return null;
  }
};

/**
 * Renews the coming sessions. The answer includes all entries delivered before, except what a session on `today` needs
 * before it.
 */
export async function renew(store: Store, ask: Fetch, today: string): Promise<void> {
  const doubt = raised();
  const [meanwhile, delivered, held] = [await store.meanwhile(), await store.delivered(), await store.held()];
  const answer = await ask(held === null ? null : held.tag);
  if (answer === null) return;
  const now = answer === "same" ? held : answer;
  if (now !== null) {
    const { before } = now.upcoming;
    const outlasting = before === null || before === undefined ? [] : enteredBefore(before, meanwhile, today);
    await store.hold(now, delivered.filter(id => !outlasting.includes(id)));
  }
  settle(doubt);
}

/** What the device holds and may use; null for nothing. */
export async function usable(store: Store): Promise<Upcoming | null> {
  return raised() === null ? (await store.held())?.upcoming ?? null : null;
}
