import assert from "node:assert/strict";
import { test } from "node:test";
import { MemoryStore } from "../../src/store/memory";
import type { Progress } from "../../src/store/store";

const progress: Progress = { session: "s", date: "2026-03-04", stepId: "x", order: [0], told: {}, painBefore: null, ended: null };
const over = { hurts: false, done: { pump: 100 } };

/** What is stored once two tabs have stored in turn. */
async function stored(...kept: Progress[]): Promise<Progress | null> {
  const store = new MemoryStore();
  for (const one of kept) await store.keep(null, one);
  return store.progress();
}

test("one tab does not overwrite the sets that another did of the same session", async () => {
  const both = await stored({ ...progress, told: { a: 10 } }, { ...progress, stepId: "y", told: { b: 8 } }, { ...progress, told: { a: 10, c: 3 } });
  assert.deepEqual(both, { ...progress, told: { a: 10, b: 8, c: 3 } });
});

test("a session that one tab has ended is not begun again by another", async () => {
  assert.deepEqual((await stored({ ...progress, ended: over }, { ...progress, told: { a: 1 } }))?.ended, over);
  const later = { hurts: true, done: {} };
  assert.deepEqual((await stored({ ...progress, ended: over }, { ...progress, ended: later }))?.ended, later);
});

test("the progress of another session replaces it", async () => {
  const other = { ...progress, session: "t", told: { b: 1 } };
  assert.deepEqual(await stored({ ...progress, told: { a: 10 }, ended: over }, other), other);
});
