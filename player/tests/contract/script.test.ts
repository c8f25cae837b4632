import { test } from "node:test";
import assert from "node:assert/strict";
import { Ajv } from "ajv";
import { json, scriptFiles } from "../golden";
import { performs, type Script } from "../../src/session/script";

const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false });
const validate = ajv.compile<Script>(json("contract/script.schema.json"));

for (const file of scriptFiles) {
  const script = json<Script>(file);

  test(`${file} is a script that this player performs`, () => {
    assert.ok(validate(script), ajv.errorsText(validate.errors));
    assert.ok(performs(script));
  });

  test(`${file} lasts as long as its steps`, () => {
    assert.equal(script.durationMs, script.steps.reduce((sum, s) => sum + s.durationMs, 0));
  });

  test(`${file} has its cues in order and within their steps, and room for every set`, () => {
    for (const step of script.steps) {
      step.cues.forEach((cue, i) => assert.ok(cue.atMs <= step.durationMs && cue.atMs >= (step.cues[i - 1]?.atMs ?? 0), step.id));
      const { set } = step;
      if (set !== null) assert.ok(set.startMs + set.target * set.countMs <= step.durationMs, step.id);
    }
    assert.equal(new Set(script.steps.map(s => s.id)).size, script.steps.length);
  });
}
