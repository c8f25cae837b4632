import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { handmade } from "../golden";
import { doneAt, setKey } from "../../src/session/script";
import { begin, doneOf, handle, paces, step, type Effect, type Event, type Session } from "../../src/session/session";
import { leftMs, obvious, progress, tonesAhead } from "../../src/session/view";

/** A tap, a tick or an interruption, and how long after the one before; clocks that jump back are among them. */
const moment = fc.record({
  after: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 4_900 }) },
    { weight: 1, arbitrary: fc.integer({ min: 5_000, max: 600_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: -10_000, max: -1 }) }),
  kind: fc.oneof(
    { weight: 12, arbitrary: fc.constant("tick" as const) },
    { weight: 4, arbitrary: fc.constantFrom("start" as const, "go-on" as const, "resume" as const) },
    { weight: 1, arbitrary: fc.constantFrom("pause" as const, "repeat" as const, "skip" as const, "later" as const, "pace" as const) }),
  pace: fc.constantFrom(...paces),
});
// Long enough to come through the whole script, most of the time.
const moments = fc.array(moment, { maxLength: 150, size: "max" });

/** Every state on the way, with what led to it and what it gave. */
function follow(session: Session, steps: readonly { after: number; kind: string; pace: number }[]): { before: Session; event: Event; after: Session; effects: readonly Effect[] }[] {
  let nowMs = 0;
  return steps.map(({ after, kind, pace }) => {
    nowMs += after;
    const event = (kind === "pace" ? { kind, pace, nowMs } : { kind, nowMs }) as Event;
    const before = session;
    const outcome = handle(session, event);
    session = outcome.session;
    return { before, event, after: session, effects: outcome.effects };
  });
}

test("a set that reaches its last count is told, in full, and no set is told twice", () => {
  fc.assert(fc.property(moments, ms => {
    const told = new Map<string, number>();
    for (const { after, effects } of follow(begin(handmade), ms)) {
      for (const effect of effects) {
        if (effect.kind !== "set") continue;
        const key = `${effect.set.exercise}/${effect.set.set}/${effect.set.side}`;
        assert.ok(!told.has(key), `${key} is told twice`);
        told.set(key, effect.set.done);
      }
      const now = step(after);
      if (now.set !== null && doneAt(now, after.tMs) === now.set.target) {
        assert.ok(told.has(setKey(now)), `${now.id} is done and not told`);
      }
      assert.deepEqual(after.reported, Object.fromEntries(told));
    }
  }));
});

test("no session goes back to a step by itself; only a repeat enters one again", () => {
  fc.assert(fc.property(moments, ms => {
    const left = new Set<string>();
    for (const { before, event, after, effects } of follow(begin(handmade), ms)) {
      for (const effect of effects) if (effect.kind === "step") assert.ok(!left.has(effect.step.id), effect.step.id);
      // Every step between the two has been passed, but an exercise that was put off before it began.
      if (event.kind !== "later") for (let i = before.at; i < after.at; i++) left.add(handmade.steps[after.order[i]!]!.id);
      if (event.kind !== "repeat" && after.at === before.at && event.kind !== "later") assert.ok(after.tMs >= before.tMs);
    }
  }));
});

test("time never runs backwards, and what is left only shrinks while a session runs", () => {
  fc.assert(fc.property(moments, ms => {
    for (const { before, event, after } of follow(begin(handmade), ms)) {
      assert.ok(after.nowMs >= before.nowMs);
      assert.ok(progress(after) >= 0 && progress(after) <= 1);
      if (event.kind === "tick") assert.ok(leftMs(after) <= leftMs(before) + 1e-6);
    }
  }));
});

test("a session can be stopped from every state, keeps what was done, and then stays stopped", () => {
  fc.assert(fc.property(moments, fc.integer({ min: 0, max: 4_000 }), (ms, later) => {
    const last = follow(begin(handmade), ms).pop()?.after ?? begin(handmade);
    const nowMs = Math.max(0, last.nowMs) + later;
    const { session, effects } = handle(last, { kind: "stop", hurts: true, nowMs });
    assert.equal(session.phase, "ended");
    if (last.phase === "ended") return assert.deepEqual(effects, []);
    assert.equal(effects.filter(e => e.kind === "ended").length, 1);
    const now = step(session);
    if (now.set !== null && (doneAt(now, session.tMs) > 0)) assert.ok(setKey(now) in session.reported);
    for (const kind of ["tick", "start", "resume", "go-on", "skip", "repeat", "later"] as const) {
      assert.deepEqual(handle(session, { kind, nowMs: nowMs + 1 }), { session, effects: [] });
    }
  }));
});

test("the obvious tap, over and over, always comes to the end", () => {
  fc.assert(fc.property(moments, ms => {
    let session = follow(begin(handmade), ms).pop()?.after ?? begin(handmade);
    let nowMs = Math.max(0, session.nowMs);
    for (let i = 0; session.phase !== "ended" && i < 1_000; i++) {
      const tap = obvious(session)!;
      if (tap !== "pause") session = handle(session, { kind: tap, nowMs }).session;
      session = handle(session, { kind: "tick", nowMs: (nowMs += 2_000) }).session;
    }
    assert.equal(session.phase, "ended");
  }));
});

test("what a page kept is enough to go on without losing or doubling a set", () => {
  fc.assert(fc.property(moments, moments, (first, second) => {
    const before = follow(begin(handmade), first).pop()?.after ?? begin(handmade);
    const kept = { stepId: step(before).id, order: before.order, told: before.reported };
    const again = begin(handmade, kept);
    assert.deepEqual(again.reported, before.reported);
    assert.ok(!(setKey(step(again)) in before.reported) || again.at === again.order.length - 1);
    for (const { effects } of follow(again, second)) {
      for (const e of effects) if (e.kind === "set") assert.ok(!(`${e.set.exercise}/${e.set.set}/${e.set.side}` in before.reported));
    }
  }));
});

test("a tone sounded ahead is due when the session comes to it", () => {
  fc.assert(fc.property(moments, ms => {
    const session = follow(begin(handmade), ms).pop()?.after ?? begin(handmade);
    for (const { tone, atMs } of tonesAhead(session, 1_500)) {
      const { effects } = handle(session, { kind: "tick", nowMs: atMs + 0.001 });
      assert.ok(effects.some(e => e.kind === "tone" && e.tone === tone));
    }
  }));
});

/** Every event that a person or a page can cause, those of counting among them. */
const anyMoment = fc.record({
  after: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 4_900 }) },
    { weight: 1, arbitrary: fc.integer({ min: -10_000, max: 600_000 }) }),
  kind: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom("tick" as const, "tap" as const) },
    { weight: 4, arbitrary: fc.constantFrom("start" as const, "go-on" as const, "resume" as const) },
    { weight: 2, arbitrary: fc.constantFrom("pause" as const, "repeat" as const, "skip" as const, "later" as const, "pace" as const,
      "counting" as const, "fewer" as const, "answer" as const) }),
  pace: fc.constantFrom(...paces),
  by: fc.constantFrom("beat" as const, "tap" as const, "told" as const),
  done: fc.oneof(fc.integer({ min: -2, max: 30 }), fc.constantFrom(0.5, NaN, Infinity)),
});
const anyMoments = fc.array(anyMoment, { maxLength: 150, size: "max" });

/** Every state on the way, with its event. */
function live(session: Session, ms: readonly (typeof anyMoment extends fc.Arbitrary<infer T> ? T : never)[]): { before: Session; event: Event; after: Session; effects: readonly Effect[] }[] {
  let nowMs = 0;
  return ms.map(({ after, kind, pace, by, done }) => {
    nowMs += after;
    const event = (kind === "pace" ? { kind, pace, nowMs } : kind === "counting" ? { kind, by, nowMs }
      : kind === "answer" ? { kind, done, nowMs } : { kind, nowMs }) as Event;
    const before = session;
    const outcome = handle(session, event);
    session = outcome.session;
    return { before, event, after: session, effects: outcome.effects };
  });
}

test("whoever counts, a count is whole, never exceeds the target, and no set is told twice", () => {
  fc.assert(fc.property(anyMoments, ms => {
    const told = new Set<string>();
    for (const { after, effects } of live(begin(handmade), ms)) {
      const { set } = step(after);
      if (set !== null) assert.ok(doneOf(after) >= 0 && doneOf(after) <= set.target && Number.isInteger(doneOf(after)));
      for (const e of effects) {
        if (e.kind !== "set") continue;
        const key = `${e.set.exercise}/${e.set.set}/${e.set.side}`;
        assert.ok(!told.has(key), key);
        told.add(key);
        assert.ok(e.set.done >= 0 && e.set.done <= e.set.target);
        const written = handmade.steps.find(s => setKey(s) === key)!;
        assert.equal(e.set.target, written.set!.target, "the plan's own target");
      }
      assert.deepEqual([...told].sort(), Object.keys(after.reported).sort());
    }
  }));
});

test("whoever counts, no finished set is lost: leaving one that was begun tells it", () => {
  fc.assert(fc.property(anyMoments, ms => {
    for (const { before, event, after } of live(begin(handmade), ms)) {
      const now = step(before);
      if (now.set === null || before.tMs < now.set.startMs || before.phase === "ready") continue;
      if (after.at > before.at || after.phase === "ended") assert.ok(setKey(now) in after.reported, `${now.id} by ${event.kind}`);
    }
  }));
});

test("whoever counts, a session goes on by itself only forwards, and can always be stopped", () => {
  fc.assert(fc.property(anyMoments, ms => {
    const last = live(begin(handmade), ms).map(({ before, event, after }) => {
      assert.ok(after.at >= before.at);
      if (event.kind !== "repeat" && event.kind !== "later" && after.at === before.at) assert.ok(after.tMs >= before.tMs);
      return after;
    }).pop() ?? begin(handmade);
    const { session, effects } = handle(last, { kind: "stop", hurts: true, nowMs: last.nowMs });
    assert.equal(session.phase, "ended");
    assert.equal(effects.filter(e => e.kind === "ended").length, last.phase === "ended" ? 0 : 1);
  }));
});

test("whoever counts, the obvious tap over and over comes to the end", () => {
  fc.assert(fc.property(anyMoments, ms => {
    let session = live(begin(handmade), ms).pop()?.after ?? begin(handmade);
    let nowMs = Math.max(0, session.nowMs);
    for (let i = 0; session.phase !== "ended" && i < 1_000; i++) {
      const tap = obvious(session)!;
      if (tap !== "pause") session = handle(session, { kind: tap, nowMs }).session;
      session = handle(session, { kind: "tick", nowMs: (nowMs += 2_000) }).session;
    }
    assert.equal(session.phase, "ended");
  }));
});
