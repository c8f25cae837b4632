import type { Entry } from "../session/entry";
import type { Progress, Refused, Store } from "../store/store";
import type { Send } from "./delivery";

/** At most so many entries a request; the server takes 1,000 and 1 MiB. */
const batchSize = 200;

/** Milliseconds to wait before the nth try again, n from 1: doubling up to a minute, spread by chance in [0, 1). */
export function backoffMs(tries: number, chance: number): number {
  return Math.min(60_000, 1000 * 2 ** (tries - 1)) * (0.75 + chance / 2);
}

/** What an outbox needs of its surroundings. */
export interface Surroundings {
  readonly chance: () => number;
  readonly after: (ms: number, work: () => void) => void;
  /** Told after each try, also one that the outbox made by itself: whether nothing waits any more. */
  readonly tried?: (sent: boolean) => void;
}

/**
 * Entries on their way to the server. An entry is forgotten only when the server has named its id; one that
 * the server refuses is set aside for somebody to look at; the rest wait, for ever if need be.
 */
export class Outbox {
  private running: Promise<boolean> | null = null;
  private tries = 0;
  private planned = false;

  constructor(private readonly store: Store, private readonly send: Send, private readonly around: Surroundings) {}

  /** Keeps an entry and where the session stands, together; then sends without being waited for. */
  async add(entry: Entry, progress: Progress | null): Promise<void> {
    await this.store.keep(entry, progress);
    void this.flush();
  }

  /** Sends all that waits. True when nothing waits any more; false when it is to be tried again later, which it will be. */
  flush(): Promise<boolean> {
    this.running = (this.running ?? Promise.resolve(true)).then(() => this.sendAll()).then(sent => {
      this.around.tried?.(sent);
      return sent;
    });
    return this.running;
  }

  private async sendAll(): Promise<boolean> {
    // Each entry is sent once a flush, whatever a server leaves out of its answer or a store fails to forget.
    const sent = new Set<string>();
    for (;;) {
      const waiting = await this.store.waiting();
      if (waiting.length === 0) {
        this.tries = 0;
        return true;
      }
      const batch = waiting.filter(entry => !sent.has(entry.id)).slice(0, batchSize);
      batch.forEach(entry => sent.add(entry.id));
      if (batch.length === 0 || !(await this.deliver(batch))) {
        this.plan();
        return false;
      }
    }
  }

  /** Whether the server has dealt with something of the batch; a batch that is bad as a whole is halved until the bad entry is found. */
  private async deliver(batch: readonly Entry[]): Promise<boolean> {
    const answer = await this.send(batch);
    if (answer.kind === "later") return false;
    if (answer.kind === "settled") {
      await this.store.settle(answer.delivered, answer.refused);
      return true;
    }
    if (batch.length === 1) {
      const refused: Refused = { id: batch[0]!.id, entry: batch[0]!, problems: answer.problems };
      await this.store.settle([], [refused]);
      return true;
    }
    const half = Math.ceil(batch.length / 2);
    return (await this.deliver(batch.slice(0, half))) && (await this.deliver(batch.slice(half)));
  }

  private plan(): void {
    if (this.planned) return;
    this.planned = true;
    this.around.after(backoffMs(++this.tries, this.around.chance()), () => {
      this.planned = false;
      void this.flush();
    });
  }
}
