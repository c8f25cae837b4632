import { test } from "node:test";
import assert from "node:assert/strict";
import { chooseVoice, type Voice } from "../../src/sound/voice";

const voice = (lang: string, localService: boolean, isDefault = false): Voice => ({ lang, localService, default: isDefault });

test("a voice on the device goes before one over the network, whatever its region", () => {
  const here = voice("en-US", true);
  assert.equal(chooseVoice([voice("en-GB", false, true), here], "en-GB"), here);
});

test("among voices on the device the exact region goes first", () => {
  const british = voice("en_GB", true);
  assert.equal(chooseVoice([voice("en-US", true, true), british], "en-GB"), british);
});

test("a voice of another language is never taken", () => {
  assert.equal(chooseVoice([voice("de-DE", true, true), voice("enm", true)], "en"), null);
});
