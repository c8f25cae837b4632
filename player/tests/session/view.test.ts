import { test } from "node:test";
import assert from "node:assert/strict";
import { script, scriptFiles } from "../golden";
import { begin, handle, type Session } from "../../src/session/session";
import { forward, obvious } from "../../src/session/view";

test("no two buttons are called the same while a session is paused where it waits for the person", () => {
  const started = handle(begin(script(scriptFiles[0]!)), { kind: "start", nowMs: 0 }).session;
  assert.equal(forward(started), "go-on");
  const paused: Session = handle(started, { kind: "pause", nowMs: 500 }).session;
  assert.equal(obvious(paused), "resume");
  assert.equal(forward(paused), "skip");
});
