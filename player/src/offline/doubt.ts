import { keepText, keptText } from "../person/setting";

/**
 * Whether something is on its way to the server that may change the coming sessions on the device: safety answers, a
 * correction, another schedule. Until the server was asked again none of them is used. Stored synchronously, because
 * the page is about to be left.
 */
const name = "footing.doubt";

/** Something is sent now. */
export function raise(): void {
  keepText(name, String(Math.random()));
}

/** What to pass to `settle` when an answer to a later request has come; null if there is no doubt. */
export function raised(): string | null {
  return keptText(name);
}

/** The answer has come; a doubt raised meanwhile stays. */
export function settle(doubt: string | null): void {
  if (doubt !== null && raised() === doubt) keepText(name, null);
}
