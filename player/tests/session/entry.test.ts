import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { setEntry, timestamp, uuid7 } from "../../src/session/entry";

const zeros = (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(0);
const ones = (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(255);

test("a version 7 id holds its time and its version, and chance fills the rest", () => {
  // The example of RFC 9562, appendix A.6, with other chance.
  assert.equal(uuid7(0x017f22e279b0, zeros), "017f22e2-79b0-7000-8000-000000000000");
  assert.equal(uuid7(0x017f22e279b0, ones), "017f22e2-79b0-7fff-bfff-ffffffffffff");
});

test("ids made later sort later", () => {
  const ms = fc.integer({ min: 0, max: 2 ** 47 });
  fc.assert(fc.property(ms, ms, (a, b) => (a < b) === (uuid7(a, ones) < uuid7(b, zeros))));
});

test("a timestamp tells the local time and its offset", () => {
  const ms = Date.UTC(2026, 2, 4, 23, 30, 5, 7);
  assert.equal(timestamp(ms, 0), "2026-03-04T23:30:05.007+00:00");
  assert.equal(timestamp(ms, 60), "2026-03-05T00:30:05.007+01:00");
  assert.equal(timestamp(ms, -210), "2026-03-04T20:00:05.007-03:30");
});

test("a timestamp is the same instant in every zone", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: -720, max: 840 }), (ms, east) =>
    Date.parse(timestamp(ms, east)) === ms));
});

test("a set in seconds has no repetitions", () => {
  const done = { exercise: "ball-roll", level: 2, set: 1, side: "left", unit: "seconds", done: 41, target: 90, counted: "beat", pace: 0.8 } as const;
  assert.deepEqual(setEntry(done, "s", "i", "a"), {
    id: "i", at: "a", kind: "set", session: "s", exercise: "ball-roll", level: 2, set: 1, side: "left", seconds: 41, target: 90, counted: "beat", pace: 0.8,
  });
});
