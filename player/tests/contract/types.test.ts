import { test, type TestContext } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import nodePath from "node:path";
import { path } from "../golden";

/** What the check says of a copy of the types that was changed. */
function checked(t: TestContext, change: (folder: string) => void): { readonly status: number | null; readonly says: string } {
  const folder = mkdtempSync(nodePath.join(tmpdir(), "footing-types-"));
  t.after(() => rmSync(folder, { recursive: true }));
  cpSync(path("player/src/contract"), folder, { recursive: true });
  change(folder);
  const { status, stderr } = spawnSync(process.execPath, [path("player/types.mjs"), "check", folder], { encoding: "utf8" });
  return { status, says: stderr };
}

test("the types are those that the schemas give", t => {
  assert.deepEqual(checked(t, () => {}), { status: 0, says: "" });
});

test("a type that was changed by hand, or is missing, fails the check, which says how to make it again", t => {
  const { status, says } = checked(t, folder => {
    appendFileSync(nodePath.join(folder, "script.ts"), "export type Extra = string;\n");
    rmSync(nodePath.join(folder, "upcoming.ts"));
  });
  assert.equal(status, 1);
  assert.match(says, /script\.ts .*contract\/script\.schema\.json.*npm run types\n.*upcoming\.ts .*npm run types\n$/);
});
