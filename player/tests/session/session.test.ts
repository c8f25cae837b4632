import { test } from "node:test";
import assert from "node:assert/strict";
import { handmade } from "../golden";
import { begin, handle, longestTickMs, step, type Effect, type Event, type Session } from "../../src/session/session";
import { figure, leftMs, next, stepLeftMs, untilNextMs } from "../../src/session/view";

/** Sends events one after the other; gives the session and all effects. */
function play(session: Session, ...events: Event[]): { session: Session; effects: Effect[] } {
  const effects: Effect[] = [];
  for (const event of events) {
    const outcome = handle(session, event);
    session = outcome.session;
    effects.push(...outcome.effects);
  }
  return { session, effects };
}

const at = (kind: "start" | "tick" | "pause" | "resume" | "repeat" | "skip" | "go-on" | "later", nowMs: number): Event => ({ kind, nowMs });

/** Ticks every 100 ms from a time for so long. */
function ticks(fromMs: number, forMs: number): Event[] {
  return Array.from({ length: forMs / 100 }, (_, i) => at("tick", fromMs + (i + 1) * 100));
}

const sets = (effects: Effect[]) => effects.flatMap(e => (e.kind === "set" ? [e.set] : []));
const spoken = (effects: Effect[]) => effects.flatMap(e => (e.kind === "speak" ? [e.text] : []));

/** A session at the start of a step, with the time that it is there. */
function atStep(id: string): Session {
  let session = play(begin(handmade), at("start", 0)).session;
  while (step(session).id !== id) session = play(session, at("skip", 0)).session;
  return session;
}

test("nothing happens before the first tap, and the first tap begins to speak", () => {
  const before = play(begin(handmade), at("tick", 50), at("skip", 60), at("repeat", 70));
  assert.deepEqual(before.effects, []);
  assert.deepEqual(spoken(play(before.session, at("start", 100)).effects), [handmade.steps[0]!.cues[0]!.say]);
});

test("a step that waits goes on only when told", () => {
  const waited = play(begin(handmade), at("start", 0), ...ticks(0, 20_000));
  assert.equal(waited.session.phase, "waiting");
  assert.equal(step(waited.session).id, "get-ready");
  assert.equal(step(play(waited.session, at("go-on", 20_000)).session).id, "ankle-pump-set-up");
});

test("a set is told in full at its last count, before its step is over", () => {
  const session = atStep("ankle-pump-1-left");
  assert.deepEqual(sets(play(session, ...ticks(0, 15_900)).effects), []);
  const { session: done, effects } = play(session, ...ticks(0, 16_000));
  assert.equal(step(done).id, "ankle-pump-1-left");
  assert.deepEqual(sets(effects), [
    { exercise: "ankle-pump", level: 1, set: 1, side: "left", unit: "reps", done: 3, target: 3, counted: "beat", pace: 1 },
  ]);
});

test("a set skipped in the middle is told with what was done", () => {
  const { effects } = play(atStep("ankle-pump-1-left"), ...ticks(0, 9_000), at("skip", 9_000));
  assert.equal(sets(effects)[0]?.done, 1);
});

test("a set skipped before it begins is not told", () => {
  assert.deepEqual(sets(play(atStep("ankle-pump-1-left"), ...ticks(0, 3_900), at("skip", 3_900)).effects), []);
});

test("a set begun and given up at once is told with nothing done", () => {
  const { effects } = play(atStep("ankle-pump-1-left"), ...ticks(0, 4_500), { kind: "stop", hurts: true, nowMs: 4_500 });
  assert.equal(sets(effects)[0]?.done, 0);
  assert.deepEqual(effects[effects.length - 1], { kind: "ended", hurts: true, early: true });
});

test("seconds are counted like repetitions", () => {
  const { effects } = play(atStep("toe-lift-1-both"), ...ticks(0, 9_400), at("skip", 9_400));
  assert.deepEqual([sets(effects)[0]?.unit, sets(effects)[0]?.done], ["seconds", 7]);
});

test("a set repeated keeps the most that was done in a run of it", () => {
  const { effects } = play(atStep("ankle-pump-1-left"), ...ticks(0, 12_500), at("repeat", 12_500), ...ticks(12_500, 5_000), at("skip", 17_500));
  assert.deepEqual(sets(effects).map(s => s.done), [2]);
});

test("a finished set that is repeated is not told twice", () => {
  const { effects } = play(atStep("ankle-pump-1-left"), ...ticks(0, 16_200), at("repeat", 16_200), ...ticks(16_200, 17_400));
  assert.equal(sets(effects).length, 1);
});

test("slower stretches time, and what is done follows it", () => {
  const slow = play(atStep("ankle-pump-1-left"), { kind: "pace", pace: 0.8, nowMs: 0 }).session;
  assert.equal(sets(play(slow, ...ticks(0, 19_900)).effects).length, 0);
  assert.equal(sets(play(slow, ...ticks(0, 20_100)).effects).length, 1);
});

test("a device that slept does not exercise meanwhile", () => {
  const { session, effects } = play(atStep("ankle-pump-1-left"), ...ticks(0, 5_000), at("tick", 5_001 + longestTickMs));
  assert.equal(session.phase, "paused");
  assert.equal(session.tMs, 5_000);
  assert.deepEqual(sets(effects), []);
});

test("time that runs backwards stands still", () => {
  const session = play(atStep("ankle-pump-1-left"), ...ticks(0, 5_000)).session;
  assert.equal(play(session, at("tick", 1_000)).session.tMs, 5_000);
  assert.equal(play(session, at("tick", 1_000), at("tick", 5_200)).session.tMs, 5_200);
});

test("a pause in the middle of a sentence says it again", () => {
  const { session } = play(atStep("ankle-pump-set-up"), ...ticks(0, 1_000), at("pause", 1_000), at("tick", 60_000));
  assert.deepEqual(spoken(play(session, at("resume", 60_000)).effects), [handmade.steps[1]!.cues[0]!.say]);
});

test("an exercise put off comes after the next one, and sitting up belongs to the one that it ends", () => {
  const moved = play(atStep("toe-lift-set-up"), at("later", 0));
  assert.equal(step(moved.session).id, "calf-raise-set-up");
  const visited: string[] = [];
  let session = moved.session;
  while (session.phase !== "ended") {
    visited.push(step(session).id);
    session = play(session, at("skip", 0)).session;
  }
  assert.deepEqual(visited, [
    "calf-raise-set-up", "calf-raise-1-both", "calf-raise-1-rest", "calf-raise-2-both",
    "toe-lift-set-up", "toe-lift-1-both", "sole-check", "questions",
  ]);
  const first = play(atStep("ankle-pump-set-up"), at("later", 0)).session;
  assert.equal(step(first).id, "toe-lift-set-up");
  let sit = first;
  while (step(sit).id !== "ankle-pump-sit") sit = play(sit, at("skip", 0)).session;
  assert.deepEqual(spoken(play(sit, at("repeat", 0)).effects), ["Sit up slowly."]);
  assert.equal(next(sit), "Calf raises");
});

test("an exercise that has begun, or is the last, is not put off", () => {
  for (const id of ["calf-raise-set-up", "ankle-pump-1-left", "ankle-pump-1-switch", "get-ready"]) {
    const session = atStep(id);
    assert.deepEqual(play(session, at("later", 0)), { session: { ...session, nowMs: 0 }, effects: [] }, id);
  }
});

test("a page loaded anew goes on at its step, and never at a set that is done", () => {
  const order = handmade.steps.map((_, i) => i);
  const kept = { stepId: "ankle-pump-1-left", order, told: { "ankle-pump/1/left": 3 } };
  assert.equal(step(begin(handmade, kept)).id, "ankle-pump-1-switch");
  assert.equal(step(begin(handmade, { ...kept, told: {} })).id, "ankle-pump-1-left");
  assert.equal(step(begin(handmade, { stepId: "gone", order: [1, 1], told: {} })).id, "get-ready");
});

test("a session left alone with every wait answered tells every set in full", () => {
  let session = play(begin(handmade), at("start", 0)).session;
  const told: Effect[] = [];
  for (let now = 0; session.phase !== "ended"; now += 40) {
    const outcome = play(session, at("tick", now), ...(session.phase === "waiting" ? [at("go-on", now)] : []));
    session = outcome.session;
    told.push(...outcome.effects);
  }
  assert.deepEqual(sets(told).map(s => [s.exercise, s.set, s.side, s.done]), [
    ["ankle-pump", 1, "left", 3], ["ankle-pump", 1, "right", 3], ["toe-lift", 1, "both", 20],
    ["calf-raise", 1, "both", 3], ["calf-raise", 2, "both", 3],
  ]);
});

test("what a tick runs over the end of a step belongs to the next: no beat is late for it", () => {
  const { session } = play(atStep("ankle-pump-1-switch"), at("tick", 4_000), at("tick", 8_000));
  assert.equal(step(session).id, "ankle-pump-1-right");
  assert.equal(session.tMs, 3_000);
});

test("between the looks that are asked for nothing is said, no second passes and the figure neither sets off nor stops", () => {
  assert.equal(untilNextMs(begin(handmade)), Infinity);
  for (const pace of [1, 0.65]) {
    let nowMs = 0;
    let session = play(begin(handmade), at("start", 0), { kind: "pace", pace, nowMs: 0 }).session;
    for (let looks = 0; session.phase !== "ended"; looks++) {
      assert.ok(looks < 5_000);
      if (session.phase !== "running") session = play(session, at("go-on", nowMs)).session;
      if (session.phase !== "running") continue;
      const waitMs = untilNextMs(session);
      assert.ok(waitMs > 0 && waitMs <= 1_000, `${waitMs} ms`);
      const before = handle(session, at("tick", nowMs + waitMs * 0.999));
      assert.deepEqual(before.effects, []);
      for (const left of [leftMs, stepLeftMs]) assert.equal(Math.ceil(left(before.session) / 1000), Math.ceil(left(session) / 1000));
      assert.equal(figure(before.session)?.perMs, figure(session)?.perMs);
      // Sums of fractions: what is due may lie a hair behind.
      nowMs += waitMs + 0.001;
      session = handle(session, at("tick", nowMs)).session;
    }
  }
});
