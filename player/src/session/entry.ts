import type * as contract from "../contract/entry";
import type { DeepReadonly } from "../contract/deep-readonly";
import type { Counting, DoneSet } from "./session";

/** A journal entry: what a player writes, and whatever else an outbox may hold. */
export interface Entry extends Readonly<Pick<contract.JournalEntry, "id" | "at" | "kind">> {
  readonly [field: string]: unknown;
}

/** The entry of a set, with what this player always writes, and what the contract leaves open. */
export type SetEntry = Entry & DeepReadonly<contract.SetEntry> & {
  readonly target: number;
  readonly counted: Counting;
  /** The share of the script's speed; absent for 1. */
  readonly pace?: number;
};

/** The journal entry of a set that was done, completely or in part. */
export function setEntry(done: DoneSet, session: string, id: string, at: string): SetEntry {
  return {
    id, at, kind: "set", session,
    exercise: done.exercise, level: done.level, set: done.set, side: done.side,
    ...(done.unit === "reps" ? { reps: done.done } : { seconds: done.done }),
    target: done.target,
    counted: done.counted,
    ...(done.pace === 1 ? {} : { pace: done.pace }),
  };
}

/** A UUID of version 7 (RFC 9562): the time in milliseconds, then random bytes. */
export function uuid7(unixMs: number, chance: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  const bytes = chance(new Uint8Array(16));
  let rest = Math.floor(unixMs);
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return uuid(bytes, 0x70);
}

/** A UUID of version 8 (RFC 9562) of 16 bytes of a hash. */
export function uuid8(bytes: Uint8Array): string {
  return uuid(bytes, 0x80);
}

function uuid(bytes: Uint8Array, version: number): string {
  bytes[6] = (bytes[6]! & 0x0f) | version;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, b => b.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** RFC 3339 with the offset of a zone, in minutes east of UTC: `2026-03-04T09:10:11.123+01:00`. */
export function timestamp(unixMs: number, eastMinutes: number): string {
  const local = new Date(unixMs + eastMinutes * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(eastMinutes);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${local}${eastMinutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
