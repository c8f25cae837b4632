import { test } from "node:test";
import assert from "node:assert/strict";
import { script as golden, scriptFiles } from "../golden";
import { setEntry } from "../../src/session/entry";
import { figureAt, type Script, type Side } from "../../src/session/script";
import { begin, handle, step, type Effect } from "../../src/session/session";
import { obvious } from "../../src/session/view";

/** The sets that a plan asks for, in the order in which they are done. */
function setsOf(script: Script): object[] {
  return script.exercises.flatMap(({ id, level, dose }) => {
    const sides: Side[] = dose.perSide ? ["left", "right"] : ["both"];
    const target = dose.reps ?? dose.seconds;
    const unit = dose.reps === null ? "seconds" : "reps";
    return Array.from({ length: dose.sets }, (_, i) =>
      sides.map(side => ({ exercise: id, level, set: i + 1, side, [unit]: target, target, counted: "beat" }))).flat();
  });
}

/** Everything that happens when somebody is there, who taps to go on and changes nothing, with a tick a quarter of a second. */
function perform(script: Script): Effect[] {
  const effects: Effect[] = [];
  let session = begin(script);
  for (let nowMs = 0; session.phase !== "ended"; nowMs += 250) {
    assert.ok(nowMs < 2 * script.durationMs + 60_000, "the session does not end");
    const tap = obvious(session);
    const kind = tap === "start" || tap === "go-on" ? tap : "tick";
    const there = handle(session, { kind: "pace", pace: session.pace, nowMs });
    effects.push(...there.effects);
    const outcome = handle(there.session, { kind, nowMs });
    session = outcome.session;
    effects.push(...outcome.effects);
  }
  return effects;
}

for (const file of scriptFiles) {
  const script = golden(file);

  test(`${file}, performed from start to end, makes an entry of each set of the plan, in full`, () => {
    const effects = perform(script);
    const made = effects.flatMap(e => e.kind === "set" ? [setEntry(e.set, "s", "i", "a")] : []);
    assert.deepEqual(made.map(({ id: _, at: __, kind: ___, session: ____, ...rest }) => rest), setsOf(script));
    assert.deepEqual(effects.at(-1), { kind: "ended", hurts: false, early: false });
  });

  test(`${file}, performed, says every word of it once`, () => {
    const said = perform(script).flatMap(e => e.kind === "speak" ? [e.text] : []);
    assert.deepEqual(said, script.steps.flatMap(s => s.cues.flatMap(c => c.say ?? [])));
  });

  test(`${file} begins each cycle of the figure with a beat, and rests it after the last`, () => {
    for (const s of script.steps) {
      if (s.set === null || s.figure === null) continue;
      const ups = s.cues.filter(c => c.phase === "up");
      assert.equal(ups.length, s.figure.cycles, s.id);
      for (const up of ups) assert.equal(figureAt(s, up.atMs), 0, `${s.id} at ${up.atMs}`);
      assert.equal(figureAt(s, s.durationMs), 0, s.id);
    }
  });

  test(`${file} sets up each exercise once`, () => {
    const setUps = script.steps.filter(s => s.kind === "set-up").map(s => s.exercise);
    assert.deepEqual(setUps, script.exercises.map(e => e.id));
    assert.equal(step(begin(script)).kind, "get-ready");
  });
}
