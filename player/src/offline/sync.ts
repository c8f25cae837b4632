import type { Store } from "../store/store";
import type { Upcoming } from "./upcoming";

/** Coming sessions as the server gives them; null when there is no connection or nothing newer than the tag. */
export type Fetch = (tag: string | null) => Promise<{ readonly upcoming: Upcoming; readonly tag: string } | "same" | null>;

/** Asks the server for coming sessions. Never rejects. */
export const fetchUpcoming: Fetch = async tag => {
  try {
    const response = await fetch("/api/sessions/upcoming?days=14", {
      headers: { Accept: "application/json", ...(tag === null ? {} : { "If-None-Match": tag }) },
      credentials: "same-origin",
      cache: "no-store",
    });
    if (response.status === 304) return "same";
    if (!response.ok) return null;
    return { upcoming: await response.json() as Upcoming, tag: response.headers.get("ETag") ?? "" };
  } catch {
    return null;
  }
};

/** Renews what the device holds of coming sessions. What was delivered before it asked is known to the answer. */
export async function renew(store: Store, ask: Fetch): Promise<void> {
  const known = await store.delivered();
  const held = await store.held();
  const answer = await ask(held === null || held.doubtful === true ? null : held.tag);
  if (answer === null) return;
  if (answer !== "same") await store.hold(answer, known);
  else if (held !== null) await store.hold(held, known);
}

/** Something goes to the server that may change what is held: until it is renewed nothing of it is used. */
export async function doubt(store: Store): Promise<void> {
  const held = await store.held();
  if (held !== null && held.doubtful !== true) await store.hold({ ...held, doubtful: true }, []);
}
