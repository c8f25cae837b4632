import { test } from "node:test";
import assert from "node:assert/strict";
import { Speech } from "../../src/sound/speech";

class Utterance {
  lang = "";
  voice: unknown = null;
  onstart: (() => void) | null = null;
  constructor(readonly text: string) {}
}
Object.assign(globalThis, { SpeechSynthesisUtterance: Utterance });

/** A device with these voices, and what it was asked to speak. */
function device(...languages: string[]): { readonly speech: Speech; readonly said: Utterance[] } {
  const said: Utterance[] = [];
  const voices = languages.map(lang => ({ lang, name: lang, localService: true, default: false }));
  const synthesis = { getVoices: () => voices, speak: (one: Utterance) => said.push(one), cancel: () => undefined };
  return { speech: new Speech(synthesis as unknown as SpeechSynthesis, "en-GB", () => 0), said };
}

test("a device that has voices and none for the language is silent, as it says", () => {
  const { speech, said } = device("de-DE", "spa-MEX");
  speech.say("Hello.", true);
  assert.equal(speech.hasVoice, false);
  assert.deepEqual(said, []);
});

test("a voice that is named in another way is chosen, and the device has one", () => {
  const { speech, said } = device("de-DE", "eng-GBR");
  speech.say("Hello.", true);
  assert.equal(speech.hasVoice, true);
  assert.deepEqual(speech.voices, ["eng-GBR"]);
  assert.equal((said[0]!.voice as { lang: string }).lang, "eng-GBR");
});

test("a device that names no voices is asked to speak, and has a voice as soon as it does", () => {
  const { speech, said } = device();
  speech.say("Hello.", true);
  assert.equal(speech.hasVoice, false);
  assert.deepEqual([said[0]!.text, said[0]!.lang, said[0]!.voice], ["Hello.", "en-GB", null]);
  said[0]!.onstart!();
  assert.equal(speech.hasVoice, true);
});
