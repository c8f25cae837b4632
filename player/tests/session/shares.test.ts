import { test } from "node:test";
import assert from "node:assert/strict";
import { setKey } from "../../src/session/script";
import { shares } from "../../src/session/shares";
import { handmade } from "../golden";

const sets = handmade.steps.filter(step => step.set !== null);

test("all done is a hundred per cent, of each exercise", () => {
  const told = Object.fromEntries(sets.map(step => [setKey(step), step.set!.target]));
  assert.deepEqual(shares(handmade, told), Object.fromEntries(sets.map(step => [step.exercise, 100])));
});

test("a set that was left out counts as nothing, one done over its target as the target, and what was never begun is not named", () => {
  const first = sets[0]!;
  const own = sets.filter(step => step.exercise === first.exercise);
  const asked = own.reduce((sum, step) => sum + step.set!.target, 0);
  assert.deepEqual(shares(handmade, { [setKey(first)]: 10_000 }), { [first.exercise!]: Math.floor((first.set!.target * 100) / asked) });
  assert.deepEqual(shares(handmade, {}), {});
});
