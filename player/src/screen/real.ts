/** The one file that reads the device's calendar and its chance. */
import type { Surroundings } from "../outbox/outbox";
import { timestamp, uuid7 } from "../session/entry";

/** A new id of an entry or a session. */
export function newId(): string {
  return uuid7(Date.now(), bytes => crypto.getRandomValues(bytes));
}

/** Now, as entries tell it, with the offset of the device's zone. */
export function now(): string {
  const unixMs = Date.now();
  return timestamp(unixMs, -new Date(unixMs).getTimezoneOffset());
}

export const surroundings: Surroundings = {
  chance: Math.random,
  after: (ms, work) => void window.setTimeout(work, ms),
};

/** The device's own form of a language, such as en-GB for en, where the device speaks that language. */
export function regional(language: string): string {
  const own = navigator.language ?? "";
  return own.split("-")[0] === language ? own : language;
}
