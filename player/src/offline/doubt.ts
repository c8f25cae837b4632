/**
 * Whether something is on its way to the server that may change what the device holds of coming sessions: safety
 * answers, a correction, another schedule. Until the server was asked anew nothing of it is used. Kept where it is
 * written at once, for the page is about to go.
 */
const name = "footing.doubt";

/** Something is sent now. */
export function raise(): void {
  localStorage.setItem(name, String(Math.random()));
}

/** What to give to `settle` once an answer has come that was asked for after this; null where there is no doubt. */
export function raised(): string | null {
  return localStorage.getItem(name);
}

/** The answer has come; a doubt raised meanwhile stays. */
export function settle(doubt: string | null): void {
  if (doubt !== null && raised() === doubt) localStorage.removeItem(name);
}
