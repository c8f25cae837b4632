// Bundles tests/**/*.test.ts, or those whose path contains the argument, and runs them with Node's own runner. The last line is "N passed, N failed".
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import path from "node:path";
import * as esbuild from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));

async function testsIn(folder) {
  const found = await readdir(folder, { withFileTypes: true });
  const nested = await Promise.all(found.map(f => {
    const full = path.join(folder, f.name);
    return f.isDirectory() ? testsIn(full) : f.name.endsWith(".test.ts") ? [full] : [];
  }));
  return nested.flat();
}

// Beside node_modules, so that packages left out of the bundle are found.
const out = await mkdtemp(path.join(here, "node_modules/.tests-"));
let passed = 0;
let failed = 0;
try {
  const entryPoints = (await testsIn(path.join(here, "tests"))).filter(file => file.includes(process.argv[2] ?? ""));
  await esbuild.build({
    entryPoints, bundle: true, platform: "node", format: "esm", target: "node20", packages: "external",
    outbase: path.join(here, "tests"), outdir: out, outExtension: { ".js": ".mjs" }, sourcemap: "inline",
    define: { REPOSITORY: JSON.stringify(path.join(here, "..")) },
  });
  const files = entryPoints.map(f => path.join(out, path.relative(path.join(here, "tests"), f).replace(/\.ts$/, ".mjs")));
  const events = run({ files, concurrency: true });
  events.on("test:pass", e => { if (counts(e)) passed++; });
  events.on("test:fail", e => { if (counts(e)) failed++; });
  for await (const line of events.compose(new spec())) process.stdout.write(line);
} finally {
  await rm(out, { recursive: true, force: true });
}
// A run without tests proves nothing.
if (passed === 0) failed = Math.max(failed, 1);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** A suite is not a test; a file that will not load is reported as a failing one. */
function counts(event) {
  return event.details?.type !== "suite" && !event.skip && !event.todo;
}
