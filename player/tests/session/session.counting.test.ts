import { test } from "node:test";
import assert from "node:assert/strict";
import { handmade, script as golden, scriptFiles } from "../golden";
import { begin, bounceMs, countsByTaps, doneOf, handle, step, type Counting, type Event, type Session } from "../../src/session/session";
import { obvious } from "../../src/session/view";

/** Sets that are long enough to be shortened. */
const level2 = golden("contract/golden/script-level-2.json");

/** As the page says it. */
const standing = ["floor", "step"];

/** The first set as its work begins, at time 0 of the test. */
function atWork(by: Counting, script = handmade): Session {
  let session = begin(script, null, standing);
  const send = (event: Event) => (session = handle(session, event).session);
  send({ kind: "counting", by, nowMs: 0 });
  send({ kind: "start", nowMs: 0 });
  while (step(session).set === null) send({ kind: "skip", nowMs: 0 });
  for (let nowMs = 0; session.tMs < step(session).set!.startMs; nowMs += 100) send({ kind: "tick", nowMs: nowMs + 100 });
  return session;
}

function after(session: Session, ms: number): { session: Session; sets: { done: number; counted: string; target: number }[] } {
  const sets: { done: number; counted: string; target: number }[] = [];
  const until = session.nowMs + ms;
  while (session.nowMs < until && session.phase === "running") {
    const outcome = handle(session, { kind: "tick", nowMs: session.nowMs + 100 });
    session = outcome.session;
    sets.push(...outcome.effects.flatMap(e => e.kind === "set" ? [e.set] : []));
  }
  return { session, sets };
}

test("a bounce is one tap, and a tap more than the target is none", () => {
  let session = atWork("tap");
  const tap = (ms: number) => (session = handle(session, { kind: "tap", nowMs: session.nowMs + ms }).session);
  tap(300);
  tap(bounceMs - 1);
  assert.equal(doneOf(session), 1);
  for (let i = 0; i < 9; i++) tap(bounceMs + 10);
  assert.equal(doneOf(session), step(session).set!.target);
});

test("a set counted by taps ends with the beat, and tells the taps", () => {
  const tapped = handle(atWork("tap"), { kind: "tap", nowMs: 100_000_000 });
  // A device that slept counts nothing.
  assert.equal(tapped.session.phase, "paused");
  let session = atWork("tap");
  session = handle(session, { kind: "tap", nowMs: session.nowMs + 300 }).session;
  assert.deepEqual(after(session, 20_000).sets.map(s => [s.done, s.counted]), [[1, "tap"]]);
});

test("a person who stands and holds on need not let go: in every shipped script the beat counts", () => {
  const scripts = scriptFiles.map(golden).filter(script => script.exercises.some(e => e.id === "calf-raise"));
  assert.ok(scripts.length >= 5);
  for (const script of scripts) {
    let session = handle(begin(script, null, standing), { kind: "counting", by: "tap", nowMs: 0 }).session;
    const counted = new Map<string, boolean>();
    for (let at = 0; at < session.order.length; at++) {
      session = { ...session, at };
      const { set, exercise } = step(session);
      if (set?.unit === "reps" && exercise !== null) counted.set(exercise, countsByTaps(session));
    }
    assert.equal(counted.get("calf-raise"), false);
    if (counted.has("ankle-pump")) assert.equal(counted.get("ankle-pump"), true);
  }
});

test("a tap of a person who stands counts nothing", () => {
  const session = atWork("tap", { ...handmade, exercises: handmade.exercises.map(e => ({ ...e, position: "step" as const })) });
  assert.equal(handle(session, { kind: "tap", nowMs: session.nowMs + 300 }).session.tapped, 0);
  assert.deepEqual(after(session, 20_000).sets.map(s => [s.done, s.counted]), [[3, "beat"]]);
});

test("where the page does not say who stands, no tap counts", () => {
  const session = { ...atWork("tap"), standing: null };
  assert.equal(handle(session, { kind: "tap", nowMs: session.nowMs + 300 }).session.tapped, 0);
  assert.deepEqual(after(session, 20_000).sets.map(s => s.counted), ["beat"]);
});

test("taps before the work begins, or with the beat counting, count nothing", () => {
  const session = atWork("beat");
  assert.equal(handle(session, { kind: "tap", nowMs: session.nowMs }).session.tapped, 0);
});

test("who is asked after a set is waited for, and tells no more than the target", () => {
  const { session, sets } = after(atWork("told"), 60_000);
  assert.equal(session.phase, "asking");
  assert.deepEqual(sets, []);
  assert.equal(obvious(session), "go-on");
  const answered = handle(handle(session, { kind: "answer", done: 99, nowMs: session.nowMs }).session, { kind: "answer", done: 2, nowMs: session.nowMs }).session;
  const { effects } = handle(answered, { kind: "go-on", nowMs: session.nowMs });
  assert.deepEqual(effects.flatMap(e => e.kind === "set" ? [[e.set.done, e.set.counted]] : []), [[2, "told"]]);
  const over = handle(session, { kind: "answer", done: 99, nowMs: session.nowMs }).session;
  assert.equal(doneOf(over), step(over).set!.target);
});

test("fewer holds from the next set on, and each entry keeps the plan's target", () => {
  let session = atWork("beat", level2);
  session = handle(session, { kind: "fewer", nowMs: session.nowMs }).session;
  assert.equal(step(session).set!.target, 20);
  const { sets } = after(session, 180_000);
  assert.deepEqual(sets.map(s => [s.done, s.target]), [[20, 20], [14, 20]]);
});

test("the wish for fewer outlives a reload, and progress without it is read", () => {
  const order = level2.steps.map((_, i) => i);
  const kept = { stepId: "ankle-pump-1-right", order, told: { "ankle-pump/1/left": 20 } };
  assert.equal(step(begin(level2, { ...kept, fewer: true })).set!.target, 14);
  assert.equal(step(begin(level2, kept)).set!.target, 20);
});
