import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { bounceMs, countInMs, fewer, idle, interrupt, pass, seconds, tap, type Task, type Timed } from "../../src/timing/timed";

const hold: Task = { kind: "hold", seconds: 10 };
const count: Task = { kind: "count", seconds: 30 };

/** Running since "go" at 3000. */
const running = (task: Task): Timed => pass(task, tap(task, idle, 0), countInMs);

test("a tap counts in, and go comes by itself", () => {
  const started = tap(hold, idle, 500);
  assert.equal(started.phase, "counting-in");
  assert.deepEqual([600, 1600, 3400].map(now => seconds(hold, started, now)), [3, 2, 1]);
  assert.equal(pass(hold, started, 3499).phase, "counting-in");
  assert.deepEqual(pass(hold, started, 3600), { ...started, phase: "running", since: 3500, tapped: 3500 });
});

test("a tap while it counts in changes nothing", () => {
  const started = tap(hold, idle, 0);
  assert.equal(tap(hold, started, 200), started);
});

test("what is held counts in whole seconds, never rounded up", () => {
  assert.equal(tap(hold, running(hold), countInMs + 7_999).result, 7);
  assert.equal(tap(hold, running(hold), countInMs + 9_999).result, 9);
  assert.equal(pass(hold, running(hold), countInMs + 10_000).result, 10);
});

test("a screen that drew late finds the end all the same", () => {
  const late = pass(hold, tap(hold, idle, 0), 60_000);
  assert.deepEqual([late.phase, late.result], ["over", 10]);
});

test("a tap after the end undoes nothing", () => {
  const over = pass(count, tap(count, running(count), countInMs + 2000), countInMs + 30_000);
  assert.equal(over.result, 1);
  assert.equal(tap(count, over, countInMs + 30_050), over);
  // The tap that comes with the end, before the screen has drawn it.
  assert.equal(tap(count, { ...over, phase: "running", result: null }, countInMs + 30_050).result, 1);
});

test("one finger that taps twice counts once, and go is no count", () => {
  let timed = running(count);
  assert.equal(tap(count, timed, countInMs + 100).count, 0);
  for (const at of [2000, 2000 + bounceMs - 1, 4000]) timed = tap(count, timed, countInMs + at);
  assert.equal(timed.count, 2);
});

test("one too many is taken back, also after the end, and never below none", () => {
  const over = pass(count, tap(count, tap(count, running(count), 5000), 7000), countInMs + 30_000);
  assert.deepEqual([over.result, fewer(count, over).result, fewer(count, fewer(count, fewer(count, over))).result], [2, 1, 0]);
});

test("a screen that went away begins anew, and keeps a result", () => {
  assert.equal(interrupt(running(hold)), idle);
  const over = pass(hold, running(hold), countInMs + 10_000);
  assert.equal(interrupt(over), over);
});

test("whatever is tapped, the result fits the question", () => {
  fc.assert(fc.property(fc.constantFrom(hold, count), fc.array(fc.integer({ min: 0, max: 4000 }), { maxLength: 80 }), (task, gaps) => {
    let [timed, now] = [idle, 0];
    for (const gap of gaps) timed = tap(task, timed, now += gap);
    timed = pass(task, timed, now + 60_000);
    const most = task.kind === "hold" ? 10 : 50;
    assert.ok(timed.result === null ? gaps.length === 0 : timed.result >= 0 && timed.result <= most && Number.isInteger(timed.result));
  }));
});
