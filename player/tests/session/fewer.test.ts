import { test } from "node:test";
import assert from "node:assert/strict";
import { script, scriptFiles } from "../golden";
import { fewer } from "../../src/session/fewer";
import { doneAt, figureAt } from "../../src/session/script";

for (const file of scriptFiles) {
  for (const step of script(file).steps.filter(s => s.set !== null)) {
    test(`${file}, ${step.id}: fewer is a shorter set that keeps its end and its beats`, () => {
      const { set, figure, halt } = step;
      const less = fewer(step);
      assert.ok(less.set!.target >= 1 && less.set!.target <= set!.target);
      // Under seven tenths a session counts as too little, and the exercise goes a level down.
      assert.ok(less.set!.target >= set!.target * 0.7 - 1e-9, `${less.set!.target} of ${set!.target}`);
      if (set!.unit === "reps" && halt === null) assert.equal(less.set!.target, Math.ceil((set!.target * 7) / 10));
      if (figure!.cycles >= (halt === null ? 4 : 8)) assert.ok(less.set!.target < set!.target && less.durationMs < step.durationMs);
      // The work is done when the end is said, and no earlier cue has been lost behind it.
      const end = less.cues.find(c => c.tone === "end")!;
      assert.equal(doneAt(less, end.atMs), less.set!.target);
      assert.equal(less.durationMs - end.atMs, step.durationMs - step.cues.find(c => c.tone === "end")!.atMs);
      const ups = less.cues.filter(c => c.phase === "up");
      assert.equal(ups.length, less.figure!.cycles);
      assert.deepEqual(ups.map(c => c.rep), ups.map((_, i) => i + 1));
      for (const up of ups) assert.equal(figureAt(less, up.atMs), 0, `at ${up.atMs}`);
      less.cues.forEach((cue, i) => assert.ok(cue.atMs >= (less.cues[i - 1]?.atMs ?? 0) && cue.atMs <= less.durationMs));
      // Where the feet change half way both do the same.
      if (halt !== null) assert.equal(ups.filter(c => c.atMs < less.halt!.atMs).length * 2, ups.length);
    });
  }
}
