import { nameFor, personHere } from "./person";

/**
 * A short text that this device keeps for the person of the page. Both throw where the browser forbids storage; on a
 * page of nobody there is nothing, and nothing is kept.
 */
export function keptText(name: string): string | null {
  const person = personHere();
  return person === null ? null : localStorage.getItem(nameFor(person, name));
}

/** Keeps the text; null removes it. */
export function keepText(name: string, text: string | null): void {
  const person = personHere();
  if (person === null) return;
  if (text === null) localStorage.removeItem(nameFor(person, name));
  else localStorage.setItem(nameFor(person, name), text);
}
