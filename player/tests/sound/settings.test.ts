import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { choices, keepSettings, keptSettings, settingsFrom, usual } from "../../src/sound/settings";

test("what was chosen is read again", () => {
  const chosen = { voice: "Kate", rate: "slower", beat: "loud", words: "sentences", counting: "tap" } as const;
  assert.deepEqual(settingsFrom(JSON.stringify(chosen)), chosen);
});

test("whatever was kept, what comes of it can be chosen", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), kept => {
    const read = settingsFrom(kept);
    for (const key of ["rate", "beat", "words", "counting"] as const) assert.ok((choices[key] as readonly string[]).includes(read[key]));
  }));
  assert.deepEqual(settingsFrom('{"rate":"warp","voice":7,"beat":"soft"}'), { ...usual, beat: "soft" });
});

test("a device that forbids storage has the usual settings, and keeping them breaks nothing", () => {
  Object.defineProperty(globalThis, "localStorage", { configurable: true, get() { throw new Error("forbidden"); } });
  assert.deepEqual(keptSettings(), usual);
  keepSettings(usual);
});
