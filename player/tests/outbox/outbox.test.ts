import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { read, type Answer, type Send } from "../../src/outbox/delivery";
import { backoffMs, Outbox } from "../../src/outbox/outbox";
import type { Entry } from "../../src/session/entry";
import { MemoryStore } from "../../src/store/memory";

const entry = (n: number): Entry => ({ id: `id-${String(n).padStart(4, "0")}`, at: "2026-03-04T09:00:00Z", kind: "set", n });

/** Work put off, to be done by hand. */
function later(): { readonly waits: number[]; readonly around: { chance: () => number; after: (ms: number, work: () => void) => void }; run: () => void } {
  const put: (() => void)[] = [];
  const waits: number[] = [];
  return { waits, around: { chance: () => 0.5, after: (ms, work) => { waits.push(ms); put.push(work); } }, run: () => put.shift()?.() };
}

const acceptAll: Send = async batch => read(200, { accepted: batch.map(e => e.id), duplicates: [], rejected: [] }, batch);

test("what waits is sent in one go and then forgotten", async () => {
  const store = new MemoryStore();
  const sent: number[] = [];
  for (let n = 0; n < 450; n++) await store.keep(entry(n), null);
  const outbox = new Outbox(store, batch => { sent.push(batch.length); return acceptAll(batch); }, later().around);
  assert.equal(await outbox.flush(), true);
  assert.deepEqual(sent, [200, 200, 50]);
  assert.deepEqual(await store.waiting(), []);
});

test("without a connection everything waits, and is tried again less and less often", async () => {
  const store = new MemoryStore();
  let answer: Answer = { kind: "later" };
  const { around, waits, run } = later();
  const outbox = new Outbox(store, async batch => (answer.kind === "later" ? answer : acceptAll(batch)), around);
  await outbox.add(entry(1), null);
  assert.equal(await outbox.flush(), false);
  for (let i = 0; i < 3; i++) {
    run();
    await outbox.flush();
  }
  assert.equal((await store.waiting()).length, 1);
  for (let i = 1; i < waits.length; i++) assert.ok(waits[i]! >= waits[i - 1]!);
  answer = { kind: "settled", delivered: [], refused: [] };
  assert.equal(await outbox.flush(), true);
});

test("the wait before a new try doubles up to about a minute, spread by chance", () => {
  assert.deepEqual([1, 2, 3, 4].map(n => backoffMs(n, 0.5)), [1_000, 2_000, 4_000, 8_000]);
  assert.deepEqual([backoffMs(1, 0), backoffMs(1, 1)], [750, 1_250]);
  assert.equal(backoffMs(50, 0.5), 60_000);
});

test("one bad entry in a batch is found, set aside and kept; the others arrive", async () => {
  const store = new MemoryStore();
  for (let n = 0; n < 20; n++) await store.keep(entry(n), null);
  const send: Send = async batch => (batch.some(e => e["n"] === 13) ? read(400, { title: "bad" }, batch) : acceptAll(batch));
  assert.equal(await new Outbox(store, send, later().around).flush(), true);
  assert.deepEqual(await store.refused(), [{ id: "id-0013", entry: entry(13), problems: [{ title: "bad" }] }]);
});

/** A server that fails over some entries, by their number, for as long as they are in the set; it answers each request and remembers. */
function failingOver(bad: Set<number>): { readonly send: Send; readonly has: number[]; requests: number } {
  const server = {
    has: [] as number[],
    requests: 0,
    send: async (batch: readonly Entry[]) => {
      server.requests++;
      if (batch.some(e => bad.has(e["n"] as number))) return read(500, { title: "Something went wrong" }, batch);
      server.has.push(...batch.map(e => e["n"] as number));
      return acceptAll(batch);
    },
  };
  return server;
}

const numbers = (entries: readonly Entry[]): unknown[] => entries.map(e => e["n"]);

test("one entry over which the server fails holds back no other, from the first try on", async () => {
  const store = new MemoryStore();
  for (let n = 0; n < 450; n++) await store.keep(entry(n), null);
  const server = failingOver(new Set([0, 199, 230]));
  assert.equal(await new Outbox(store, server.send, later().around).flush(), false);
  assert.deepEqual(numbers(await store.waiting()), [0, 199, 230]);
  assert.equal(server.has.length, 447);
});

test("an entry over which the server fails three times is set aside with what it said, and nothing waits any more", async () => {
  const store = new MemoryStore();
  const told: boolean[] = [];
  const server = failingOver(new Set([2]));
  for (let n = 0; n < 5; n++) await store.keep(entry(n), null);
  const outbox = new Outbox(store, server.send, { ...later().around, tried: sent => told.push(sent) });
  assert.deepEqual([await outbox.flush(), await outbox.flush(), await outbox.flush()], [false, false, true]);
  assert.deepEqual(await store.refused(), [{ id: "id-0002", entry: entry(2), problems: [{ title: "Something went wrong" }], again: true }]);
  assert.deepEqual(numbers(await store.meanwhile()), [0, 1, 2, 3, 4]);
  assert.equal(told.pop(), true);
});

test("what was set aside is sent again on the next page and once its time has come, put away or not, and is then forgotten", async () => {
  for (const seen of [false, true]) {
    const bad = new Set([1]);
    const store = new MemoryStore();
    const server = failingOver(bad);
    await store.settle([], [{ id: entry(1).id, entry: entry(1), problems: [], again: true, ...(seen ? { seen } : {}) }]);
    const { around, waits, run } = later();
    const outbox = new Outbox(store, server.send, around);
    await outbox.flush();
    await outbox.flush();
    assert.equal(server.requests, 1, "once for a page");
    assert.deepEqual((await store.refused()).map(one => one.id), seen ? [] : ["id-0001"], "what a person put away stays so");
    bad.clear();
    assert.deepEqual(waits, [15 * 60_000]);
    run();
    await outbox.flush();
    await outbox.flush();
    assert.deepEqual(server.has, [1]);
    assert.deepEqual([await store.again(), await store.refused(), await store.delivered()], [[], [], ["id-0001"]]);
  }
});

test("what the server at last refuses is sent by itself no more", async () => {
  const store = new MemoryStore();
  await store.settle([], [{ id: entry(1).id, entry: entry(1), problems: [], again: true, seen: true }]);
  const outbox = new Outbox(store, async batch => read(400, { title: "bad" }, batch), later().around);
  await outbox.flush();
  await outbox.flush();
  assert.deepEqual(await store.refused(), [{ id: "id-0001", entry: entry(1), problems: [{ title: "bad" }] }]);
  assert.deepEqual(await store.again(), []);
});

test("a server that fails over everything is asked a few times at once, not once for each entry", async () => {
  const store = new MemoryStore();
  for (let n = 0; n < 450; n++) await store.keep(entry(n), null);
  let requests = 0;
  const outbox = new Outbox(store, async batch => { requests++; return read(500, null, batch); }, later().around);
  assert.equal(await outbox.flush(), false);
  assert.ok(requests <= 24, `${requests}`);
  assert.equal((await store.waiting()).length, 450);
});

test("a store that fails once does not end the sending", async () => {
  const store = new MemoryStore();
  await store.keep(entry(1), null);
  const outbox = new Outbox(store, acceptAll, later().around);
  const waiting = store.waiting.bind(store);
  store.waiting = () => Promise.reject(new Error("InvalidStateError"));
  await assert.rejects(outbox.flush());
  store.waiting = waiting;
  assert.equal(await outbox.flush(), true);
});

test("an entry that the server leaves out of its answer is sent again later, not at once", async () => {
  const store = new MemoryStore();
  await store.keep(entry(1), null);
  await store.keep(entry(2), null);
  let requests = 0;
  const outbox = new Outbox(store, async batch => { requests++; return read(200, { accepted: [batch[0]!.id] }, batch); }, later().around);
  assert.equal(await outbox.flush(), false);
  assert.equal(requests, 1);
  assert.deepEqual(await store.waiting(), [entry(2)]);
});

/** What may befall a request: what the server has of it afterwards, and what the player hears. */
type Fate = "accept" | "lose-answer" | "down" | "refuse" | "half" | "bad" | "fault" | "silly";

test("whatever befalls the requests, every entry is at the server, or waits, or is set aside; never lost, never doubled", async () => {
  const fate = fc.constantFrom<Fate>("accept", "lose-answer", "down", "refuse", "half", "bad", "fault", "silly");
  await fc.assert(fc.asyncProperty(fc.array(fate, { maxLength: 40, size: "max" }), fc.integer({ min: 1, max: 12 }), async (fates, count) => {
    const store = new MemoryStore();
    const server = new Map<string, Entry>();
    const rest = [...fates];
    const send: Send = async batch => {
      const accepted: string[] = [];
      const duplicates: string[] = [];
      const take = (some: readonly Entry[]): void => some.forEach(e => {
        (server.has(e.id) ? duplicates : accepted).push(e.id);
        server.set(e.id, e);
      });
      switch (rest.shift() ?? "accept") {
        case "accept": take(batch); return read(200, { accepted, duplicates, rejected: [] }, batch);
        case "lose-answer": take(batch); return { kind: "later" };
        case "down": return read(503, null, batch);
        case "refuse": return read(200, { accepted, duplicates, rejected: batch.map(e => ({ id: e.id, problems: ["no"] })) }, batch);
        case "half": take(batch.slice(0, batch.length >> 1)); return read(200, { accepted, duplicates, rejected: [] }, batch);
        case "bad": return read(400, null, batch);
        case "fault": return read(500, null, batch);
        case "silly": return read(200, { accepted: ["someone-else"] }, batch);
      }
    };
    const { around, run } = later();
    const outbox = new Outbox(store, send, around);
    for (let n = 0; n < count; n++) {
      await outbox.add(entry(n), null);
      const places = [...(await store.waiting()).map(e => e.id), ...(await store.refused()).map(r => r.id), ...server.keys()];
      for (let m = 0; m <= n; m++) assert.ok(places.includes(entry(m).id));
    }
    for (let i = 0; i < 60; i++) {
      run();
      await outbox.flush();
    }
    assert.deepEqual(await store.waiting(), []);
    for (let n = 0; n < count; n++) {
      const aside = (await store.refused()).find(r => r.id === entry(n).id);
      assert.ok(server.has(entry(n).id) || aside !== undefined);
      if (aside !== undefined) assert.deepEqual(aside.entry, entry(n));
    }
  }), { numRuns: 60 });
});
