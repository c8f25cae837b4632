import { test } from "node:test";
import assert from "node:assert/strict";
import { Opening, sameContent, sessionTaken } from "../../src/form/opening";
import type { Entry } from "../../src/session/entry";

function opening(): Opening {
  let made = 0;
  return new Opening("first", () => `new-${++made}`);
}

test("one opening is one entry, however often it is sent", () => {
  const form = opening();
  assert.equal(form.current, "first");
  assert.deepEqual(form.take("event", { what: "fall" }, "9:00"), { entry: { id: "first", at: "9:00", kind: "event", what: "fall" }, again: false });
  assert.deepEqual(form.take("event", { what: "fall" }, "9:01"), { entry: null, again: false });
  assert.equal(form.current, "first");
});

test("other answers are another entry, and so are the first ones after them", () => {
  const form = opening();
  form.take("event", { what: "fall" }, "9:00");
  assert.deepEqual(form.take("event", { what: "cramp" }, "9:01"), { entry: { id: "new-1", at: "9:01", kind: "event", what: "cramp" }, again: true });
  assert.deepEqual(form.take("event", { what: "cramp" }, "9:02"), { entry: null, again: true });
  assert.deepEqual(form.take("event", { what: "fall" }, "9:03"), { entry: { id: "new-2", at: "9:03", kind: "event", what: "fall" }, again: true });
});

test("a session told again with other answers corrects what was told, and keeps what the form does not ask", () => {
  const fields = { session: "s", painAfter: 3, effort: { "toe-lift": 2 } };
  const first = sessionTaken({ ...fields, done: { "toe-lift": 100 } }, "derived", "9:00", [], () => "new");
  assert.deepEqual(first, { entry: { id: "derived", at: "9:00", kind: "session", ...fields, done: { "toe-lift": 100 } }, again: false });
  const known: Entry[] = [first.entry];
  assert.deepEqual(sessionTaken({ effort: { "toe-lift": 2 }, painAfter: 3, session: "s" }, "derived", "9:01", known, () => "new"), { entry: null, again: false });

  const other = sessionTaken({ ...fields, stopReason: "skin" }, "derived", "9:02", known, () => "new");
  assert.deepEqual(other, {
    entry: { id: "new", at: "9:02", kind: "correction", of: "derived", with: { ...fields, stopReason: "skin", done: { "toe-lift": 100 } } }, again: true,
  });
  known.push(other.entry);
  assert.deepEqual(sessionTaken({ ...fields, stopReason: "skin" }, "derived", "9:03", known, () => "newer"), { entry: null, again: true });
  assert.equal(sessionTaken(fields, "derived", "9:04", known, () => "newer").entry?.kind, "correction");
  assert.equal(sessionTaken({ ...fields, session: "t" }, "other", "9:05", known, () => "newer").entry?.id, "other");
});

test("content is the same whatever the order of members, and not of lists", () => {
  assert.ok(sameContent({ a: 1, b: { c: [1, 2], d: null } }, { b: { d: null, c: [1, 2] }, a: 1 }));
  for (const [one, other] of [[{ a: 1 }, { a: 2 }], [{ a: 1 }, { a: 1, b: 1 }], [{ a: 1 }, { b: 1 }], [[1, 2], [2, 1]], [[], {}], [null, {}], ["1", 1]]) {
    assert.ok(!sameContent(one, other), JSON.stringify([one, other]));
  }
});
