import { test } from "node:test";
import assert from "node:assert/strict";
import { read } from "../../src/outbox/delivery";

const entry = (id: string) => ({ id, at: "2026-03-04T09:00:00Z", kind: "set" });
const batch = [entry("a"), entry("b"), entry("c")];

test("an entry is delivered when the server names it as accepted or as a duplicate", () => {
  assert.deepEqual(read(200, { accepted: ["a"], duplicates: ["b"], rejected: [{ id: "c", problems: [{ field: "at" }] }] }, batch), {
    kind: "settled", delivered: ["a", "b"], refused: [{ id: "c", entry: batch[2], problems: [{ field: "at" }] }],
  });
});

test("ids that were not sent count for nothing", () => {
  assert.deepEqual(read(200, { accepted: ["x", 7, null, "a"], duplicates: [], rejected: [{ id: "y" }, null, 3] }, batch),
    { kind: "settled", delivered: ["a"], refused: [] });
});

test("an answer that names nothing, or is no answer, settles nothing", () => {
  for (const body of [{}, null, "ok", [], { accepted: "a" }, { accepted: [], duplicates: [], rejected: [] }]) {
    assert.deepEqual(read(200, body, batch), { kind: "later" }, JSON.stringify(body));
  }
});

test("only bad input is surely the entries' fault", () => {
  for (const status of [401, 403, 404, 409, 429, 502, 503, 0, 302]) assert.equal(read(status, null, batch).kind, "later", `${status}`);
  for (const status of [400, 413, 422]) assert.equal(read(status, { title: "no" }, batch).kind, "bad-batch", `${status}`);
});

test("a server that fails over a batch says so, in its own words where it has some", () => {
  assert.deepEqual(read(500, { title: "Something went wrong" }, batch), { kind: "fault", problems: [{ title: "Something went wrong" }] });
  assert.deepEqual(read(500, null, batch), { kind: "fault", problems: [] });
});

test("an entry that is named both ways is delivered", () => {
  assert.deepEqual(read(200, { accepted: ["a"], rejected: [{ id: "a", problems: [] }] }, batch), { kind: "settled", delivered: ["a"], refused: [] });
});
