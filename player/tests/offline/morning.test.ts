import { test } from "node:test";
import assert from "node:assert/strict";
import { untoldMorning } from "../../src/offline/morning";
import type { Entry } from "../../src/session/entry";

const known = { session: "s", on: "2026-03-04" };

function entry(kind: string, at: string, session: string): Entry {
  return { id: `${kind} ${at}`, at, kind, session };
}

test("the morning after the last session is asked for, for some days", () => {
  assert.equal(untoldMorning(known, [], "2026-03-04", 3), null);
  assert.equal(untoldMorning(known, [], "2026-03-05", 3), "s");
  assert.equal(untoldMorning(known, [], "2026-03-07", 3), "s");
  assert.equal(untoldMorning(known, [], "2026-03-08", 3), null);
  assert.equal(untoldMorning(null, [], "2026-03-05", 3), null);
});

test("it is not asked for twice", () => {
  assert.equal(untoldMorning(known, [entry("next-morning", "2026-03-05T08:00:00Z", "s")], "2026-03-05", 3), null);
  assert.equal(untoldMorning(known, [entry("next-morning", "2026-03-05T08:00:00Z", "other")], "2026-03-05", 3), "s");
});

test("a session that was done here meanwhile is the last one", () => {
  const here = entry("session", "2026-03-06T08:00:00Z", "here");
  assert.equal(untoldMorning(known, [here], "2026-03-06", 3), null);
  assert.equal(untoldMorning(known, [here], "2026-03-07", 3), "here");
});
