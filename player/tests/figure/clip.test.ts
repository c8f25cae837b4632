import { test } from "node:test";
import assert from "node:assert/strict";
import { poseAt, type Clip } from "../../src/figure/clip";
import { doneAt, figureAt, figureTurns, movesAt, type Step } from "../../src/session/script";

const clip: Clip = { format: 1, movement: "m", cycleMs: 4_000, joints: {}, poses: [{ at: 0.1, label: "down" }, { at: 0.4, label: "up" }] };

test("the pose that comes next is shown, so that it says what to do now, over the end of the cycle too", () => {
  assert.deepEqual([0, 0.1, 0.39, 0.4, 1].map(share => clip.poses[poseAt(clip, share)]?.label), ["down", "up", "up", "down", "down"]);
  assert.equal(poseAt({ ...clip, poses: [] }, 0.5), -1);
});

test("a figure stands before its start and after its last cycle, and shows over and over where none is counted", () => {
  const figure = { movement: "m", side: "left", startMs: 1_000, cycleMs: 4_000, cycles: 2 } as const;
  const step = { figure, halt: null } as unknown as Step;
  assert.deepEqual([0, 1_000, 2_000, 6_000, 9_000, 20_000].map(t => figureAt(step, t)), [0, 0, 1_000, 1_000, 0, 0]);
  assert.equal(figureAt({ ...step, figure: { ...figure, cycles: 0 } }, 21_500), 500);
});

test("neither the figure nor the count goes on while a step halts", () => {
  const step = {
    figure: { movement: "m", side: "both", startMs: 1_000, cycleMs: 4_000, cycles: 2 },
    set: { set: 1, of: 1, side: "both", target: 8, unit: "seconds", startMs: 1_000, countMs: 1_000 },
    halt: { atMs: 5_000, forMs: 10_000 },
  } as unknown as Step;
  const times = [4_000, 5_000, 9_000, 15_000, 16_000, 18_999, 19_000, 30_000];
  assert.deepEqual(times.map(t => figureAt(step, t)), [3_000, 0, 0, 0, 1_000, 3_999, 0, 0]);
  assert.deepEqual(times.map(t => doneAt(step, t)), [3, 4, 4, 4, 5, 7, 8, 8]);
});

test("a figure moves between the times at which it turns, and at no other", () => {
  const figure = { movement: "m", side: "left", startMs: 1_000, cycleMs: 4_000, cycles: 2 } as const;
  const steps = [
    { figure, halt: null },
    { figure, halt: { atMs: 5_000, forMs: 10_000 } },
    { figure, halt: { atMs: 12_000, forMs: 3_000 } },
    { figure: { ...figure, cycles: 0 }, halt: { atMs: 5_000, forMs: 10_000 } },
    { figure: null, halt: null },
  ] as unknown as Step[];
  assert.deepEqual(steps.map(step => figureTurns(step)), [
    [1_000, 9_000], [1_000, 5_000, 15_000, 19_000], [1_000, 12_000, 15_000, 9_000], [1_000, 5_000, 15_000], [],
  ]);
  assert.deepEqual(steps.map(step => [0, 1_000, 4_999, 5_000, 14_999, 15_000, 18_999, 19_000].map(t => Number(movesAt(step, t))).join("")), [
    "01110000", "01100110", "01110000", "01100111", "00000000",
  ]);
  for (const step of steps) {
    for (let t = 0; t < 25_000; t++) {
      assert.ok(movesAt(step, t) === movesAt(step, t + 1) || figureTurns(step).includes(t + 1), `${JSON.stringify(step)} at ${t}`);
    }
  }
});
