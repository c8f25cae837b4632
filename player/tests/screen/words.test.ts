import { test } from "node:test";
import assert from "node:assert/strict";
import { text } from "../golden";
import { clockTime, wordKeys, wordsFrom } from "../../src/screen/words";

test("every word of the screen has its text, and no text is left over", () => {
  const keys = [...text("texts/en/player.yaml").matchAll(/^ {2}([\w-]+):/gm)].map(m => m[1]);
  assert.deepEqual([...keys].sort(), [...wordKeys].sort());
});

test("places are filled, and a missing word shows its key", () => {
  const words = wordsFrom({ done: "{done} of {target}" });
  assert.equal(words("done", { done: 0, target: 10 }), "0 of 10");
  assert.equal(words("pause"), "pause");
});

test("time left is rounded up to the second", () => {
  assert.deepEqual([0, 1, 59_000, 60_001, 379_999].map(clockTime), ["0:00", "0:01", "0:59", "1:01", "6:20"]);
});
