import { test } from "node:test";
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { path, script, text } from "./golden";
import type { Script } from "../src/session/script";
import { begin, handle, step } from "../src/session/session";
import { clockTime } from "../src/screen/words";

/** The first session of a person, the tenth, and one in which everything is known. */
const heard = { everything: "first", tenth: "tenth", known: "known" } as const;

/**
 * What a person hears and reads from start to end, with the session's clock, and where they must act. Words on the
 * beat are in one line a set, since they repeat.
 */
function transcript(script: Script): string {
  const lines: string[] = [];
  let beats: string[] = [];
  const flush = (): void => {
    if (beats.length > 0) lines.push(`        beat    ${beats.join(" / ")}`);
    beats = [];
  };
  let session = begin(script);
  let performedMs = 0;
  for (let nowMs = 0; session.phase !== "ended"; nowMs += 250) {
    const waits = session.phase === "ready" || session.phase === "waiting";
    if (waits) {
      flush();
      lines.push(session.phase === "ready" ? `        person  taps to start` : `        person  taps to go on`);
    } else performedMs += 250;
    // Somebody is there, and changes nothing.
    if (!waits) session = handle(session, { kind: "pace", pace: session.pace, nowMs: session.nowMs }).session;
    const outcome = handle(session, { kind: session.phase === "ready" ? "start" : waits ? "go-on" : "tick", nowMs });
    session = outcome.session;
    const at = clockTime(performedMs).padStart(6);
    let caption = "";
    for (const effect of outcome.effects) {
      if (effect.kind === "caption") caption = effect.text;
      if (effect.kind === "step") {
        flush();
        const { title, detail, next } = effect.step;
        lines.push("", `${at}  == ${[title, detail].filter(s => s !== "").join(" | ")}${next === "" ? "" : ` | next: ${next}`}`);
      }
      if (effect.kind === "set") {
        flush();
        lines.push(`        done    ${effect.set.side}, ${effect.set.done} of ${effect.set.target} ${effect.set.unit}`);
      }
      if (effect.kind !== "speak") continue;
      if (!effect.sentence) {
        beats.push(effect.text);
        continue;
      }
      flush();
      lines.push(`${at}  says    ${effect.text}${caption === effect.text || caption === "" ? "" : `  [shows: ${caption}]`}`);
    }
  }
  flush();
  lines.push("", `${clockTime(performedMs).padStart(6)}  == ${step(session).title}: over`);
  return lines.join("\n").trimStart() + "\n";
}

// After a change that is meant, FOOTING_GOLDEN=write npm test writes them again; read the difference as a coach would.
for (const [of, name] of Object.entries(heard)) {
  test(`the whole of a ${name} session reads as it did`, () => {
    const golden = `player/tests/transcript-${name}.txt`;
    const now = transcript(script(`contract/golden/script-${of}.json`));
    if (process.env["FOOTING_GOLDEN"] === "write") writeFileSync(path(golden), now);
    assert.equal(now, text(golden));
  });
}
