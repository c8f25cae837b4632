import { test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { script as golden, scriptFiles } from "../golden";
import { fewer } from "../../src/session/fewer";
import type { Cue, Script } from "../../src/session/script";

/** Words a minute: slower than the voices of phones, so what fits here fits there. */
const wordsAMinute = 120;

const able = spawnSync("espeak-ng", ["--version"]).error === undefined;
const required = process.env["CI"] === "true";

/** How long a text sounds, and how long with the silence that the voice ends it with, in milliseconds. */
interface Rendered {
  readonly heardMs: number;
  readonly wholeMs: number;
}

const rendered = new Map<string, Rendered>();

/** Each text once: the same words come in many steps. */
function render(text: string, language: string): Rendered {
  const key = `${language} ${text}`;
  let one = rendered.get(key);
  if (one === undefined) rendered.set(key, (one = speak(text, language)));
  return one;
}

function speak(text: string, language: string): Rendered {
  // Of one language one voice measures all: espeak's voices of a region speak at other rates at the same setting.
  const { stdout: wave, status } = spawnSync("espeak-ng", ["-s", String(wordsAMinute), "-v", language.split("-", 1)[0]!, "--stdout", "--", text], { maxBuffer: 64 << 20 });
  assert.equal(status, 0, text);
  const data = wave.indexOf("data") + 8;
  const perMs = wave.readUInt32LE(24) / 1000;
  const samples = (wave.length - data) >> 1;
  let last = samples;
  while (last > 0 && Math.abs(wave.readInt16LE(data + (last - 1) * 2)) < 200) last--;
  assert.ok(last > 0, `${text} is not heard`);
  return { heardMs: last / perMs, wholeMs: samples / perMs };
}

/**
 * A sentence has to be over with its silence, since the next waits for that. A word on the beat has to have been
 * heard: the silence after it, half a second, is where the next word begins.
 */
function takesMs(cue: Cue, language: string): number {
  const { heardMs, wholeMs } = render(cue.say!, language);
  return cue.kind === "say" ? wholeMs : heardMs;
}

/** What of a script is still being said when it should be over. */
function overruns(script: Script): string[] {
  return script.steps.flatMap(step => {
    const spoken = step.cues.filter(c => c.say !== null);
    return spoken.flatMap((cue, i) => {
      const next = spoken[i + 1];
      if (next === undefined && step.waits) return [];
      const roomMs = (next?.atMs ?? step.durationMs) - cue.atMs;
      const ms = takesMs(cue, script.language);
      return ms <= roomMs ? [] : [`${step.id}: "${cue.say!}" takes ${Math.round(ms)} of ${roomMs} ms`];
    });
  });
}

for (const file of scriptFiles) {
  test(`${file}: everything said is over before the next is said`, {
    skip: !able && !required ? "espeak-ng is not here: install the package espeak-ng" : false,
  }, () => {
    assert.ok(able, "espeak-ng is not here, and with CI=true nothing is skipped");
    const script = golden(file);
    assert.deepEqual(overruns(script), []);
    assert.deepEqual(overruns({ ...script, steps: script.steps.map(fewer) }), [], "with fewer today");
  });
}
