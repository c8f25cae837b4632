import type { Upcoming } from "../offline/upcoming";
import type { Entry } from "../session/entry";

/** The one database of Footing in a browser. */
export const databaseName = "footing";

/** An entry that the server refused, or failed over time and again, with what it said. Kept until somebody has looked at it. */
export interface Refused {
  readonly id: string;
  readonly entry: Entry;
  readonly problems: readonly unknown[];
  /** Whether a person has looked at it and put it away. */
  readonly seen?: boolean;
  /** Whether the server failed over it instead of refusing it: then it is sent again by itself, seen or not, until the server has it or refuses it. */
  readonly again?: boolean;
}

/** Whether it may still come to the server, or a person has not looked at it yet. */
export function isOpen(one: Refused): boolean {
  return one.seen !== true || one.again === true;
}

/** Where a session stands, so that a page loaded anew can go on from there. */
export interface Progress {
  readonly session: string;
  readonly date: string;
  readonly stepId: string;
  readonly order: readonly number[];
  readonly told: Readonly<Record<string, number>>;
  /** Whether sets ask for fewer today; progress kept before there was the wish has none. */
  readonly fewer?: boolean;
  readonly painBefore: number | null;
  /** Set once the session is over. */
  readonly ended: Ended | null;
}

/** Where a session stands, from what was kept; null for what is nothing of ours, which is then as if it were not there. */
export function progressFrom(kept: unknown): Progress | null {
  if (typeof kept !== "object" || kept === null) return null;
  const { session, date, stepId, order, told, ended } = kept as Record<string, unknown>;
  const isOurs = [session, date, stepId].every(text => typeof text === "string") && Array.isArray(order)
    && typeof told === "object" && told !== null && typeof ended === "object";
  return isOurs ? kept as Progress : null;
}

/** A session that is over and not yet told. */
export interface Ended {
  readonly hurts: boolean;
  /** How much was done of each exercise, in per cent; absent where an older player kept it. */
  readonly done?: Readonly<Record<string, number>>;
  /** Whether its questions were reached: then the way to a session asks for them no more. */
  readonly asked?: boolean;
}

/** What a device holds of coming sessions, and under which tag the server gave it. */
export interface Held {
  readonly upcoming: Upcoming;
  readonly tag: string;
}

/**
 * What the device keeps: entries that wait for the server, entries it refused, and where the session stands.
 * Nothing expires. Each call is whole or not at all, and done when its promise is.
 */
export interface Store {
  /** Adds an entry that waits, if any, and puts where the session stands, together. */
  keep(entry: Entry | null, progress: Progress | null): Promise<void>;
  /** The entries that wait, in the order of their ids: the oldest first. */
  waiting(): Promise<Entry[]>;
  /** Forgets what the server named as its own, also where it was set aside before, and sets aside what it refused. */
  settle(delivered: readonly string[], refused: readonly Refused[]): Promise<void>;
  /** What was refused and nobody has put away yet. */
  refused(): Promise<Refused[]>;
  /** What was set aside and is sent again by itself, in the order of their ids. */
  again(): Promise<Entry[]>;
  progress(): Promise<Progress | null>;
  forgetProgress(): Promise<void>;
  /** What is held of coming sessions; null before the first. */
  held(): Promise<Held | null>;
  /** Puts what is held; the entries named are known to it. */
  hold(held: Held, known: readonly string[]): Promise<void>;
  /** The ids of entries that the server has and what is held may not know. */
  delivered(): Promise<string[]>;
  /** Entries made here that what is held may not know, in the order of their ids: waiting, refused, or delivered since. */
  meanwhile(): Promise<Entry[]>;
}
