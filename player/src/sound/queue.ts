/** Something to say. A sentence is said even if late; a beat's word or a count is useless once it is late. */
export interface Utterance {
  readonly text: string;
  readonly sentence: boolean;
  readonly atMs: number;
}

/** What is being said, since when, and what waits for it to end. */
export interface Queue {
  readonly saying: Utterance | null;
  readonly sinceMs: number;
  readonly waiting: readonly Utterance[];
}

/** What the voice must do now: nothing, say something, or say something instead of the present text. */
export interface Saying {
  readonly queue: Queue;
  readonly say: Utterance | null;
  readonly cut: boolean;
}

export const silence: Queue = { saying: null, sinceMs: 0, waiting: [] };

/** A word that is this late, in milliseconds, is left out. */
export const staleMs = 600;

/** A sentence that has waited this long, in milliseconds, interrupts the one that is being said. */
export const overdueMs = 4000;

/** Something must be said: at once if the voice is free, else after what is being said. */
export function offer(queue: Queue, utterance: Utterance, nowMs: number): Saying {
  // Of the words only the newest is worth saying, and none if a sentence waits.
  const sentences = queue.waiting.filter(u => u.sentence);
  const waiting = utterance.sentence || sentences.length === 0 ? [...sentences, utterance] : sentences;
  return queue.saying === null ? start(waiting, nowMs) : overdue({ ...queue, waiting }, nowMs);
}

/** The voice has finished. */
export function ended(queue: Queue, nowMs: number): Saying {
  return start(queue.waiting, nowMs);
}

/** Time passes: a voice that reports no end, or delays the next sentence for too long, is not waited for. */
export function overdue(queue: Queue, nowMs: number): Saying {
  const first = queue.waiting[0];
  const waits = first !== undefined && first.sentence && nowMs - Math.max(first.atMs, queue.sinceMs) > overdueMs;
  const mute = queue.saying !== null && nowMs - queue.sinceMs > longestMs(queue.saying.text);
  if (queue.saying === null || !(waits || mute)) return { queue, say: null, cut: false };
  return { ...start(queue.waiting, nowMs), cut: true };
}

function start(waiting: readonly Utterance[], nowMs: number): Saying {
  const [say, ...rest] = waiting.filter(u => u.sentence || nowMs - u.atMs <= staleMs);
  return say === undefined
    ? { queue: silence, say: null, cut: false }
    : { queue: { saying: say, sinceMs: nowMs, waiting: rest }, say, cut: false };
}

/** The longest time, in milliseconds, that any voice needs for a text. */
function longestMs(text: string): number {
  return 3000 + text.length * 150;
}
