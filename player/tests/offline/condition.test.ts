import { test } from "node:test";
import assert from "node:assert/strict";
import { isMet, type Condition } from "../../src/offline/condition";
import type { Entry } from "../../src/session/entry";
import { lines } from "../golden";

interface Case {
  readonly met: boolean;
  readonly condition: Condition;
  readonly entry: Entry;
}

test("a condition is met as the golden cases have it", () => {
  const cases = lines<Case>("contract/golden/conditions.ndjson");
  assert.ok(cases.length > 20);
  for (const { met, condition, entry } of cases) assert.equal(isMet(condition, entry), met, JSON.stringify({ condition, entry }));
});

test("a range of a kind that this player does not know counts as met", () => {
  const [{ condition, entry }] = lines<Case>("contract/golden/conditions.ndjson").filter(one => one.condition.field === "skin") as [Case];
  const { range: _, ...unknown } = condition;
  assert.equal(isMet(unknown, entry), true);
});
