import type { Upcoming } from "../session/coming";
import type { Entry } from "../session/entry";
import type { DoneSet } from "../session/session";

/** How long, in milliseconds, to wait for an answer of the device's store. */
export const answerMs = 3000;

/** The database of Footing in a browser; each person has their own (`person/person.ts`). */
export const databaseName = "footing";

/** An entry that the server refused, or repeatedly failed on, with its answer. Kept until somebody has looked at it. */
export interface Refused {
  readonly id: string;
  readonly entry: Entry;
  readonly problems: readonly unknown[];
  /** Whether a person has looked at it and dismissed it. */
  readonly seen?: boolean;
  /** Whether the server failed on it instead of refusing it: it is sent again until the server has it or refuses it. */
  readonly again?: boolean;
}

/** Whether it may still reach the server, or no person has looked at it yet. */
export function isOpen(one: Refused): boolean {
  return one.seen !== true || one.again === true;
}

/** A session's progress, so that a page that is loaded again can continue from there. */
export interface Progress {
  readonly session: string;
  readonly date: string;
  readonly stepId: string;
  readonly order: readonly number[];
  /** What was reported of each set, by its key. */
  readonly told: Readonly<Record<string, number>>;
  /** Whether sets ask for fewer today; absent in progress stored before this choice existed. */
  readonly fewer?: boolean;
  /** The sets about which the person is still to be asked; absent in progress stored before there were such. */
  readonly aside?: readonly DoneSet[];
  readonly painBefore: number | null;
  /** Set once the session is over. */
  readonly ended: Ended | null;
}

/** A session's progress from the stored value; null for a value that Footing did not write, which is ignored. */
export function progressFrom(kept: unknown): Progress | null {
  if (typeof kept !== "object" || kept === null) return null;
  const { session, date, stepId, order, told, ended } = kept as Record<string, unknown>;
  const isOurs = [session, date, stepId].every(text => typeof text === "string") && Array.isArray(order)
    && typeof told === "object" && told !== null && typeof ended === "object";
  return isOurs ? kept as Progress : null;
}

/** A session that is over and not yet reported. */
export interface Ended {
  readonly hurts: boolean;
  /** How much was done of each exercise, in per cent; absent if an older player stored it. */
  readonly done?: Readonly<Record<string, number>>;
  /** Whether its questions were reached: then the way to a session no longer asks for them. */
  readonly asked?: boolean;
}

/**
 * The progress to store, where a page stored some before. Two tabs may perform one session: what was done in the other
 * stays, and a session that is over stays over. Of a set that was done in both, the later report counts.
 */
export function withEarlier(earlier: Progress | null, now: Progress): Progress {
  if (earlier === null || earlier.session !== now.session) return now;
  return { ...now, told: { ...earlier.told, ...now.told }, ended: now.ended ?? earlier.ended };
}

/** What a device holds of coming sessions, and the server's tag for it. */
export interface Held {
  readonly upcoming: Upcoming;
  readonly tag: string;
}

/**
 * What the device stores: entries that wait for the server, entries it refused, and the session's progress.
 * Nothing expires. Each call is done completely or not at all, and is done when its promise resolves.
 */
export interface Store {
  /**
   * Adds a waiting entry, if any, and puts the session's progress, together. What another page stored of the same session
   * stays in it (`withEarlier`).
   */
  keep(entry: Entry | null, progress: Progress | null): Promise<void>;
  /** The waiting entries, in the order of their ids: the oldest first. */
  waiting(): Promise<Entry[]>;
  /** Forgets what the server has accepted, also where it was set aside before, and sets aside what it refused. */
  settle(delivered: readonly string[], refused: readonly Refused[]): Promise<void>;
  /** What was refused and nobody has dismissed yet. */
  refused(): Promise<Refused[]>;
  /** What was set aside and is sent again automatically, in the order of their ids. */
  again(): Promise<Entry[]>;
  progress(): Promise<Progress | null>;
  forgetProgress(): Promise<void>;
  /** What is held of coming sessions; null before the first. */
  held(): Promise<Held | null>;
  /** Puts what is held; it already includes the entries with these ids. */
  hold(held: Held, included: readonly string[]): Promise<void>;
  /** The ids of entries that the server has and what is held may not include. */
  delivered(): Promise<string[]>;
  /** Entries made here that what is held may not include, by their ids: waiting, refused, or delivered since. */
  meanwhile(): Promise<Entry[]>;
}
