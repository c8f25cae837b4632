import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Script } from "../src/session/script";

/** The repository's root, put in when the tests are built. */
declare const REPOSITORY: string;

export function text(file: string): string {
  return readFileSync(path.join(REPOSITORY, file), "utf8");
}

export function json<T>(file: string): T {
  return JSON.parse(text(file)) as T;
}

export function lines<T>(file: string): T[] {
  return text(file).split("\n").filter(l => l !== "").map(l => JSON.parse(l) as T);
}

/** The names of the golden scripts, below `contract/golden`. */
export const scriptFiles = readdirSync(path.join(REPOSITORY, "contract/golden"))
  .filter(f => f.startsWith("script-") && f.endsWith(".json")).map(f => `contract/golden/${f}`);

export const handmade = json<Script>("contract/golden/script-handmade.json");
