import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import type { Send } from "../../src/outbox/delivery";
import { reportingOutbox } from "../../src/screen/unsent";
import { MemoryStore } from "../../src/store/memory";
import type { Store } from "../../src/store/store";
import { Limits } from "../limits";

const never = (): Promise<never> => new Promise(() => undefined);
const around = { chance: () => 0, after: () => undefined };
const accepts: Send = async batch => ({ kind: "settled", delivered: batch.map(entry => entry.id), refused: [] });

/** The page as the server sends it, and which of its lines are seen. */
function page(): { document: Document; seen: () => string[] } {
  const { document } = parseHTML("<!doctype html><html><body><p id=waiting hidden></p><p id=needs-look hidden></p><p id=silent hidden></p></body></html>");
  return { document, seen: () => ["waiting", "needs-look", "silent"].filter(id => !document.getElementById(id)!.hidden) };
}

async function waiting(): Promise<MemoryStore> {
  const store = new MemoryStore();
  await store.keep({ id: "a", at: "2026-03-04T09:00:00Z", kind: "set" }, null);
  return store;
}

test("a store that answers late is said to be silent, and then what waits is sent", async () => {
  const limits = new Limits();
  const { document, seen } = page();
  const store = await waiting();
  let answer: (store: Store) => void = () => undefined;
  const sent: Store[] = [];
  const opening = reportingOutbox(document, { open: () => new Promise<Store>(resolve => (answer = resolve)), send: accepts, around, sent: async one => void sent.push(one) });
  await limits.runOut();
  assert.deepEqual(seen(), ["silent"]);
  answer(store);
  await (await opening).flush();
  await new Promise(resolve => setTimeout(resolve, 5));
  assert.deepEqual(seen(), []);
  assert.deepEqual(await store.waiting(), []);
  assert.equal(sent.length, 1);
});

test("a store that opens and then does not answer is said to be silent", async () => {
  const limits = new Limits();
  const { document, seen } = page();
  const store = await waiting();
  store.waiting = never;
  const outbox = await reportingOutbox(document, { open: async () => store, send: accepts, around, sent: never });
  const sending = outbox.flush();
  await limits.runOut();
  await sending;
  assert.deepEqual(seen(), ["silent"]);
});

test("what waits and what was refused is said", async () => {
  new Limits();
  const { document, seen } = page();
  const store = await waiting();
  await store.settle([], [{ id: "b", entry: { id: "b", at: "2026-03-04T09:00:00Z", kind: "set" }, problems: [] }]);
  await (await reportingOutbox(document, { open: async () => store, send: async () => ({ kind: "later" }), around, sent: never })).flush();
  await new Promise(resolve => setTimeout(resolve, 5));
  assert.deepEqual(seen(), ["waiting", "needs-look"]);
});

test("a browser that forbids its store has nothing that could wait: nothing is said", async () => {
  new Limits();
  const { document, seen } = page();
  await assert.rejects(reportingOutbox(document, { open: async () => Promise.reject(new Error("SecurityError")), send: accepts, around, sent: never }));
  assert.deepEqual(seen(), []);
});
