import { readFileSync, readdirSync } from "node:fs";
import nodePath from "node:path";
import { latest, type AnyScript, type Script } from "../src/session/script";

/** The repository's root, put in when the tests are built. */
declare const REPOSITORY: string;

/** Where a file of the repository is. */
export function path(file: string): string {
  return nodePath.join(REPOSITORY, file);
}

export function text(file: string): string {
  return readFileSync(path(file), "utf8");
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- The caller knows what the file holds.
export function json<T>(file: string): T {
  return JSON.parse(text(file)) as T;
}

export function lines<T>(file: string): T[] {
  return text(file).split("\n").filter(l => l !== "").map(l => JSON.parse(l) as T);
}

/** The names of the golden scripts, below `contract/golden`. */
export const scriptFiles = readdirSync(nodePath.join(REPOSITORY, "contract/golden"))
  .filter(f => f.startsWith("script-") && f.endsWith(".json")).map(f => `contract/golden/${f}`);

/** A script, in the latest format. */
export function script(file: string): Script {
  return latest(json<AnyScript>(file));
}

export const handmade = script("contract/golden/script-handmade.json");
