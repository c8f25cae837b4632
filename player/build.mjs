// Builds what the pages load: the style sheet and the scripts, each under a name that contains the hash of its
// content, so that it may be cached for ever, and manifest.json, which maps each file to its name.
import { createHash } from "node:crypto";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import path from "node:path";
import * as esbuild from "esbuild";
import * as sass from "sass";

const here = path.dirname(fileURLToPath(import.meta.url));
const assets = path.join(here, "../src/Footing.Web/Assets");
const built = path.join(assets, "built");

/** A page loads each file of src/ itself; the files in its folders are parts of those. */
async function scripts(version) {
  const files = await readdir(path.join(here, "src"), { withFileTypes: true });
  const entryPoints = files.filter(f => f.isFile() && f.name.endsWith(".ts")).map(f => path.join(here, "src", f.name));
  const { outputFiles } = await esbuild.build({
    entryPoints,
    bundle: true,
    minify: true,
    // Old phones keep the browser that they came with.
    target: "es2019",
    format: "iife",
    charset: "utf8",
    legalComments: "none",
    outdir: built,
    write: false,
    define: { VERSION: JSON.stringify(version) },
  });
  return outputFiles.map(f => [path.basename(f.path), f.contents]);
}

function style() {
  const { css } = sass.compile(path.join(assets, "styles/main.scss"), {
    style: "compressed",
    loadPaths: [path.join(here, "node_modules")],
    quietDeps: true,
  });
  return ["main.css", new TextEncoder().encode(css)];
}

// The worker contains the hash of all other files: when their content changes, the worker changes.
const version = hashOf(Buffer.concat([...await scripts(""), style()].map(([, bytes]) => Buffer.from(bytes))));
const files = [...await scripts(version), style()];
await rm(built, { recursive: true, force: true });
await mkdir(built, { recursive: true });
const manifest = {};
for (const [name, bytes] of files) {
  const hash = hashOf(bytes);
  const { name: stem, ext } = path.parse(name);
  manifest[name] = `${stem}.${hash}${ext}`;
  await writeFile(path.join(built, manifest[name]), bytes);
  console.log(`${name}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} compressed`);
}
await writeFile(path.join(built, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");

function hashOf(bytes) {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 10);
}
