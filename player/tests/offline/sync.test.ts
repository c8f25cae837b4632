import assert from "node:assert/strict";
import { test } from "node:test";
import { fetchUpcoming, renew } from "../../src/offline/sync";
import type { Upcoming } from "../../src/session/coming";
import type { Entry } from "../../src/session/entry";
import { MemoryStore } from "../../src/store/memory";
import { Limits } from "../limits";

// Nothing raises a doubt here.
Object.defineProperty(globalThis, "document", { value: { documentElement: { dataset: {} } } });

const upcoming: Upcoming = { made: "2026-03-04T09:00:00+00:00", before: { kind: "foot-check", until: "session" }, dates: [] };
const check: Entry = { id: "1", kind: "foot-check", at: "2026-03-04T08:00:00+00:00", skin: "clear" };
const session: Entry = { id: "2", kind: "session", at: "2026-03-04T08:30:00+00:00" };

async function delivered(...entries: Entry[]): Promise<MemoryStore> {
  const store = new MemoryStore();
  for (const entry of entries) await store.keep(entry, null);
  await store.settle(entries.map(entry => entry.id), []);
  return store;
}

const ids = async (store: MemoryStore): Promise<string[]> => (await store.meanwhile()).map(entry => entry.id);
const answer = (tag: string) => async (): Promise<{ upcoming: Upcoming; tag: string }> => ({ upcoming, tag });

test("a look at the feet outlasts a renewal on its day, and no longer", async () => {
  const store = await delivered(check);
  await renew(store, answer("a"), "2026-03-04");
  assert.deepEqual(await ids(store), ["1"]);
  await renew(store, async () => "same", "2026-03-04");
  assert.deepEqual(await ids(store), ["1"]);
  await renew(store, answer("b"), "2026-03-05");
  assert.deepEqual(await ids(store), []);
});

test("once a session was done the answer knows all of it", async () => {
  const store = await delivered(check, session);
  await renew(store, answer("a"), "2026-03-04");
  assert.deepEqual(await ids(store), []);
});

test("without an answer nothing is forgotten", async () => {
  const store = await delivered(check, session);
  await renew(store, async () => null, "2026-03-05");
  assert.deepEqual(await ids(store), ["1", "2"]);
});

test("a server that never answers is asked no longer, and nothing is forgotten", async () => {
  const limits = new Limits();
  globalThis.fetch = (async (_: string, { signal }: { signal?: AbortSignal }) =>
    new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason as Error)))) as unknown as typeof fetch;
  const store = await delivered(check, session);
  const renewed = renew(store, fetchUpcoming, "2026-03-05");
  await limits.runOut();
  await renewed;
  assert.deepEqual(await ids(store), ["1", "2"]);
});
