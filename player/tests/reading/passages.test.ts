import { test } from "node:test";
import assert from "node:assert/strict";
import { breaths } from "../../src/reading/passages";

test("a short passage is read in one breath", () => {
  assert.deepEqual(breaths("Sit down. Take your shoes off."), ["Sit down. Take your shoes off."]);
});

test("a long passage is cut between its sentences and loses no word", () => {
  const long = Array.from({ length: 12 }, (_, i) => `This is sentence number ${i}, and it goes on for a while.`).join(" ");
  const cut = breaths(long);
  assert.ok(cut.length > 1 && cut.every(b => b.length <= 200 && b.endsWith(".")));
  assert.equal(cut.join(" "), long);
});
