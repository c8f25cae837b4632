import { test } from "node:test";
import assert from "node:assert/strict";
import { handmade } from "../golden";
import { opening } from "../../src/store/opening";
import { progressFrom, type Progress } from "../../src/store/store";

const left: Progress = {
  session: "s", date: handmade.date, stepId: "calf-raise-2-both", order: handmade.steps.map((_, i) => i),
  told: { "calf-raise/1/both": 3 }, painBefore: 3, ended: null,
};

test("a first visit, and a session left before anything happened, begin afresh", () => {
  assert.deepEqual(opening(null, handmade), { kind: "fresh" });
  assert.deepEqual(opening({ ...left, stepId: "get-ready", told: {} }, handmade), { kind: "fresh" });
  assert.deepEqual(opening({ ...left, date: "2026-03-02", told: {} }, handmade), { kind: "fresh" });
});

test("a session left in the middle today is offered from its set", () => {
  assert.deepEqual(opening(left, handmade), { kind: "go-on", progress: left, place: "Calf raises · Set 2 of 2" });
});

test("what was done on another day, or under another plan, is not gone on with and not forgotten", () => {
  for (const other of [{ ...left, date: "2026-03-02" }, { ...left, stepId: "ball-roll-1-left" }, { ...left, order: [0, 1] }]) {
    assert.deepEqual(opening(other, handmade), { kind: "earlier", progress: other });
  }
});

test("a session that is over leads to its questions", () => {
  const over = { ...left, date: "2026-03-02", ended: { hurts: true } };
  assert.deepEqual(opening(over, handmade), { kind: "questions", progress: over });
});

test("what was kept and is nothing of ours counts as not there", () => {
  assert.deepEqual(progressFrom(structuredClone(left)), left);
  for (const other of [undefined, null, 7, "s", {}, { session: 3 }, { ...left, told: null }, { ...left, order: "0,1" }, { ...left, ended: undefined }, { ...left, stepId: 4 }]) {
    assert.equal(progressFrom(other), null);
  }
});
