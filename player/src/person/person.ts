/**
 * Whose data a page shows. Everything that this device keeps (the database, the caches of the worker, settings) belongs
 * to one person: its name ends with the person's id. The home's person has no such ending, because what was kept before
 * people had ids is theirs.
 */
export interface Person {
  readonly id: string;
  /** Whether this is the only person of a home without accounts. */
  readonly isHome: boolean;
}

/** The person of what was kept before pages named one. */
export const home: Person = { id: "", isHome: true };

/** The header by which a request names the person whose data it sends or asks for; the server refuses it for another. */
const header = "Footing-Person";

const ending = /-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The person whom this page names; null for none: then nothing is kept. */
export function personHere(): Person | null {
  const { person, home: isHome } = document.documentElement.dataset;
  return person === undefined || person === "" ? null : { id: person, isHome: isHome !== undefined };
}

/** The name under which the device keeps something of a person: a database, a cache or a setting. */
export function nameFor(person: Person, name: string): string {
  return person.isHome ? name : `${name}-${person.id}`;
}

/** Whether something that the device keeps under this name is a person's. */
export function isOf(person: Person, name: string): boolean {
  const owner = ending.exec(name)?.[1];
  return person.isHome ? owner === undefined : owner === person.id;
}

/** What a request says about whose data it is for. */
export function headersFor(person: Person | null): Readonly<Record<string, string>> {
  return person === null || person.id === "" ? {} : { [header]: person.id };
}

/** A person as another script wrote it down; null for anything else. */
export function personFrom(written: unknown): Person | null {
  if (typeof written !== "object" || written === null) return null;
  const { id, isHome } = written as Record<string, unknown>;
  return typeof id === "string" && typeof isHome === "boolean" ? { id, isHome } : null;
}
