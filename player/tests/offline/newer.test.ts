import { test } from "node:test";
import assert from "node:assert/strict";
import { newer } from "../../src/offline/newer";

test("a worker that waits beside one in use is newer", () => {
  assert.equal(newer({ active: "old", waiting: "new" }), "new");
});

test("the first worker is never newer, at whichever moment it is looked at", () => {
  for (const workers of [
    { active: null, waiting: null }, { active: null, waiting: "first" }, { active: "first", waiting: "first" }, { active: "first", waiting: null },
  ]) {
    assert.equal(newer(workers), null, JSON.stringify(workers));
  }
});
