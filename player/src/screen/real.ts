/** The only file that reads the device's calendar and its random numbers. */
import type { Surroundings } from "../outbox/outbox";
import { timestamp, uuid7, uuid8 } from "../session/entry";

/** A new id of an entry or a session. */
export function newId(): string {
  return uuid7(Date.now(), bytes => crypto.getRandomValues(bytes));
}

/**
 * An id derived from what an entry is about, the same as the server's: a second tap or another tab makes the same
 * entry. A UUID of version 8 (RFC 9562) made of a hash of the parts; if the browser cannot hash, a new id.
 */
export async function idOf(...parts: readonly string[]): Promise<string> {
  if ((crypto as Partial<Crypto>).subtle === undefined) return newId();
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(parts.join("\n")));
  return uuid8(new Uint8Array(hash.slice(0, 16)));
}

/** Now, as entries write it, with the offset of the device's zone. */
export function now(): string {
  const unixMs = Date.now();
  return timestamp(unixMs, -new Date(unixMs).getTimezoneOffset());
}

/** Today's date on this device: `2026-03-04`. */
export function dateHere(): string {
  return now().slice(0, 10);
}

export const surroundings: Surroundings = {
  chance: Math.random,
  after: (ms, work) => void window.setTimeout(work, ms),
};

/** The device's own variant of a language, such as en-GB for en or es-MX for es-419, if the device uses that language. */
export function regional(language: string): string {
  const own = (navigator as Partial<Navigator>).language ?? "";
  const isWithin = language === "es-419" ? /^es-(?!es\b)/i.test(own) : own.split("-")[0] === language;
  return isWithin ? own : language;
}
