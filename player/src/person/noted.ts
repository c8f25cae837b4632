import { personFrom, type Person } from "./person";

/** The cache that holds the note, and nothing else. */
export const noteCache = "footing-person";
const place = "/person";

/** Writes down who uses this device, for a worker, which no page tells when it starts without a connection. */
export async function note(person: Person): Promise<void> {
  await (await caches.open(noteCache)).put(place, new Response(JSON.stringify(person)));
}

/** Who used this device last; null when nobody was written down. */
export async function noted(): Promise<Person | null> {
  if (!(await caches.has(noteCache))) return null;
  const kept = await (await caches.open(noteCache)).match(place);
  return kept === undefined ? null : personFrom(await kept.json().catch(() => null));
}
