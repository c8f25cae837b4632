import { test } from "node:test";
import assert from "node:assert/strict";
import { CarefulStore } from "../../src/store/careful";
import { MemoryStore } from "../../src/store/memory";
import type { Progress } from "../../src/store/store";

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

/** A device that answers nothing, neither yes nor no. */
class SilentDevice extends MemoryStore {
  override keep(): Promise<void> {
    return new Promise(() => undefined);
  }
}

test("a device that never answers is given up, and what it was to keep is kept in the page", async () => {
  let troubles = 0;
  const store = new CarefulStore(new SilentDevice(), () => troubles++, 5);
  await store.keep(entry("a"), progress);
  assert.equal(troubles, 1);
  await store.keep(entry("b"), null);
  assert.deepEqual((await store.waiting()).map(e => e.id), ["a", "b"]);
  assert.deepEqual(await store.progress(), progress);
});
