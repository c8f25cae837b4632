// Counts what a mutation run came to, and holds its survivors against the list of those that are known.
import { readFileSync } from "node:fs";

const [report, list] = process.argv.slice(2);
const known = new Map(readFileSync(list, "utf8").split("\n")
  .filter(line => line !== "" && !line.startsWith("#"))
  .map(line => line.split(" ¦ "))
  .map(([file, original, replacement, reason]) => [[file, original, replacement].join(" ¦ "), reason]));
const counts = {};
const unknown = [];
for (const [path, { source, mutants }] of Object.entries(JSON.parse(readFileSync(report, "utf8")).files)) {
  const lines = source.split("\n");
  const file = path.replace(/\\/g, "/").replace(/^.*\/?(?=(Journal\/Corrections|Screening|Plans)\/)/, "");
  for (const { status, replacement, location } of mutants) {
    counts[status] = (counts[status] ?? 0) + 1;
    if (status !== "Survived" && status !== "NoCoverage") continue;
    const key = [file, lines[location.start.line - 1].trim(), replacement.replace(/\s+/g, " ")].join(" ¦ ");
    if (!known.has(key)) unknown.push(`${file}:${location.start.line} ${key}`);
  }
}

const noticed = (counts.Killed ?? 0) + (counts.Timeout ?? 0);
console.log(`${noticed} noticed, ${(counts.Survived ?? 0) + (counts.NoCoverage ?? 0)} not, ${unknown.length} of those not listed`);
for (const line of unknown) console.log(line);
process.exitCode = unknown.length === 0 ? 0 : 1;
