/**
 * Limits of time for what may never answer: the device's store, a server. They are counted by the browser itself, while
 * the page is active. A timer of the page would also run out when a phone wakes up, before the answer that arrived with it
 * is read.
 */

/** Milliseconds until a server counts as silent, besides the time that the transfer takes. */
const silentMs = 60_000;

/**
 * Bytes per millisecond, which is kB per second: the slowest line in use. GPRS with one time slot gives up to 20 kbit/s;
 * this is 16.
 */
const slowest = 2;

/** The most, in bytes, that is fetched in one answer: no page and no file of Footing is larger. */
export const mostBytes = 1024 * 1024;

/** How long a request may take, in milliseconds, on the slowest line: 1 MiB less than ten minutes. */
export function requestMs(bytes: number): number {
  return silentMs + Math.ceil(bytes / slowest);
}

/** A signal that is aborted once the time is over. */
export function limit(ms: number): AbortSignal {
  const native = AbortSignal as Partial<typeof AbortSignal>;
  if (native.timeout !== undefined) return native.timeout(ms);
  // A browser from before 2022.
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms);
  return controller.signal;
}

/** The answer; rejects, after a call of `onLate`, if it does not come in time. */
export async function inTime<T>(ms: number, answer: Promise<T>, onLate = (): void => undefined): Promise<T> {
  const signal = limit(ms);
  let late = (): void => undefined;
  const over = new Promise<never>((_, reject) => {
    late = () => {
      onLate();
      reject(new Error("No answer in time."));
    };
    signal.addEventListener("abort", late);
  });
  try {
    return await Promise.race([answer, over]);
  } finally {
    signal.removeEventListener("abort", late);
  }
}
