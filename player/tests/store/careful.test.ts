import { test } from "node:test";
import assert from "node:assert/strict";
import { Outbox } from "../../src/outbox/outbox";
import { CarefulStore } from "../../src/store/careful";
import { MemoryStore } from "../../src/store/memory";
import type { Progress } from "../../src/store/store";
import { Limits } from "../limits";

const entry = (id: string) => ({ id, at: "2026-03-04T09:00:00Z", kind: "set" });
const progress: Progress = { session: "s", date: "2026-03-04", stepId: "x", order: [0], told: {}, painBefore: null, ended: null };

/** A device that is full, or gone, once told so. */
class Device extends MemoryStore {
  broken = false;

  override async keep(...args: Parameters<MemoryStore["keep"]>): Promise<void> {
    if (this.broken) throw new Error("QuotaExceededError");
    return super.keep(...args);
  }

  override async waiting(): ReturnType<MemoryStore["waiting"]> {
    if (this.broken) throw new Error("InvalidStateError");
    return super.waiting();
  }

  override async settle(...args: Parameters<MemoryStore["settle"]>): Promise<void> {
    if (this.broken) throw new Error("QuotaExceededError");
    return super.settle(...args);
  }
}

test("where storage is forbidden the page keeps, and says so", async () => {
  let troubles = 0;
  // Node has no browser database: opening one fails as it does in a browser that forbids it.
  const store = await CarefulStore.open(() => troubles++);
  await store.keep(entry("a"), progress);
  assert.deepEqual(await store.waiting(), [entry("a")]);
  assert.deepEqual(await store.progress(), progress);
  assert.equal(troubles, 1);
});

test("a device that fills up in the middle loses nothing, before or after", async () => {
  const device = new Device();
  let troubles = 0;
  const store = new CarefulStore(device, () => troubles++);
  await store.keep(entry("a"), progress);
  device.broken = true;
  await store.keep(entry("b"), { ...progress, stepId: "y" });
  assert.ok(troubles > 0);
  assert.equal((await store.progress())?.stepId, "y");
  device.broken = false;
  assert.deepEqual((await store.waiting()).map(e => e.id), ["a", "b"]);
  await store.settle(["a", "b"], []);
  assert.deepEqual(await store.waiting(), []);
});

test("what is refused is kept, on the device or in the page", async () => {
  const device = new Device();
  const store = new CarefulStore(device, () => undefined);
  await store.keep(entry("a"), null);
  await store.settle([], [{ id: "a", entry: entry("a"), problems: ["no"] }]);
  assert.deepEqual((await store.refused()).map(r => r.id), ["a"]);
  device.broken = true;
  await store.keep(entry("b"), null);
  await store.settle([], [{ id: "b", entry: entry("b"), problems: ["no"] }]);
  assert.deepEqual((await store.refused()).map(r => r.id).sort(), ["a", "b"]);
});

/** A device that opened and answers nothing since, neither yes nor no. */
class SilentDevice extends MemoryStore {
  constructor() {
    super();
    for (const call of calls) this[call] = () => new Promise<never>(() => undefined);
  }
}

const calls = ["keep", "waiting", "settle", "refused", "again", "progress", "forgetProgress", "held", "hold", "delivered", "meanwhile"] as const;

test("a device that never answers is given up, and what it was to keep is kept in the page", async () => {
  const limits = new Limits();
  let troubles = 0;
  const store = new CarefulStore(new SilentDevice(), () => troubles++);
  const kept = store.keep(entry("a"), progress);
  await limits.runOut();
  await kept;
  assert.equal(troubles, 1);
  await store.keep(entry("b"), null);
  assert.deepEqual((await store.waiting()).map(e => e.id), ["a", "b"]);
  assert.deepEqual(await store.progress(), progress);
  assert.deepEqual(limits.asked, [3000]);
});

test("no call waits for a silent device for ever, whichever page makes it", async () => {
  const limits = new Limits();
  for (const call of calls) {
    const store = new CarefulStore(new SilentDevice(), () => undefined);
    // Of another shape for each call; a silent device looks at none.
    const answer = (store[call] as (...given: readonly unknown[]) => Promise<unknown>).call(store, [], []);
    await limits.runOut();
    await answer;
  }
  assert.equal(limits.asked.length, calls.length);
});

test("a clock of the page that leaps gives no device up", async t => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  new Limits();
  let answer = (): void => undefined;
  class SlowDevice extends MemoryStore {
    override async keep(...args: Parameters<MemoryStore["keep"]>): Promise<void> {
      await new Promise<void>(resolve => (answer = resolve));
      return super.keep(...args);
    }
  }
  const device = new SlowDevice();
  const store = new CarefulStore(device, () => assert.fail("given up"));
  const kept = store.keep(entry("a"), null);
  t.mock.timers.tick(3_600_000);
  answer();
  await kept;
  assert.deepEqual((await device.waiting()).map(e => e.id), ["a"]);
});

test("what is done in a session reaches the server from a device that hangs", async () => {
  const limits = new Limits();
  const store = new CarefulStore(new SilentDevice(), () => undefined);
  const sent: string[] = [];
  const outbox = new Outbox(store, async batch => {
    sent.push(...batch.map(one => one.id));
    return { kind: "settled", delivered: sent, refused: [] };
  }, { chance: () => 0, after: () => undefined });
  const begun = outbox.flush();
  const added = outbox.add(entry("a"), progress);
  await limits.runOut();
  await Promise.all([begun, added]);
  assert.equal(await outbox.flush(), true);
  assert.deepEqual(sent, ["a"]);
});
