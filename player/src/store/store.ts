import type { Entry } from "../session/entry";

/** An entry that the server refused, with what it said. Kept until somebody has looked at it. */
export interface Refused {
  readonly id: string;
  readonly entry: Entry;
  readonly problems: readonly unknown[];
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
  /** Set once the session is over and its questions are not yet reached. */
  readonly ended: { readonly hurts: boolean } | null;
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
  /** Forgets what the server named as its own, and sets aside what it refused. */
  settle(delivered: readonly string[], refused: readonly Refused[]): Promise<void>;
  refused(): Promise<Refused[]>;
  progress(): Promise<Progress | null>;
  forgetProgress(): Promise<void>;
}
