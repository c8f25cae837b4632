import type { Entry } from "../session/entry";
import type { Progress, Store } from "../store/store";
import type { Answer, Send } from "./delivery";

type Unsettled = Extract<Answer, { readonly problems: unknown }>;

/** At most so many entries a request; the server takes 1,000 and 1 MiB. */
const batchSize = 200;

/** So often the server fails over an entry that is sent alone before the entry is set aside. */
const mostFaults = 3;

/** After so many requests without an entry delivered between them a server fails over everything: no more are sent for now. Enough to find a few bad entries in a full batch. */
const mostFaultsRunning = 24;

/** Milliseconds until what was set aside because the server failed over it is sent again, on a page that stays open. */
const againMs = 15 * 60_000;

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
 * Entries on their way to the server. An entry is forgotten only when the server has named its id. One that the server
 * refuses is set aside for somebody to look at; so is one over which the server fails time and again, so that it holds back
 * no other, and that one is sent again by itself on each page and while a page is open. The rest wait, for ever if need be.
 */
export class Outbox {
  private running: Promise<unknown> = Promise.resolve();
  private tries = 0;
  private planned = false;
  /** How often the server failed over an entry that was sent alone, by its id. */
  private readonly faults = new Map<string, number>();
  private faultsRunning = 0;
  /** Whether the last flush ended because the server takes nothing now. */
  private isAway = false;
  /** What was set aside before and is being sent again. */
  private readonly aside = new Set<string>();
  /** Whether what the server failed over is to be sent again. */
  private againDue = true;
  private plannedAgain = false;

  constructor(private readonly store: Store, private readonly send: Send, private readonly around: Surroundings) {}

  /** Keeps an entry and where the session stands, together; then sends without being waited for. */
  async add(entry: Entry, progress: Progress | null): Promise<void> {
    await this.store.keep(entry, progress);
    void this.flush();
  }

  /** Sends all that waits. True when nothing waits any more; false when it is to be tried again later, which it will be. */
  flush(): Promise<boolean> {
    const flushed = this.running.then(() => this.sendAll());
    // Nobody waits for what failed before; the next flush does.
    this.running = flushed.then(sent => this.sendAgain(sent)).catch(() => undefined);
    return flushed;
  }

  private async sendAll(): Promise<boolean> {
    this.faultsRunning = 0;
    this.isAway = false;
    // Each entry is sent once a flush, whatever a server leaves out of its answer or a store fails to forget.
    const sent = new Set<string>();
    for (;;) {
      const waiting = await this.store.waiting();
      const batch = waiting.filter(entry => !sent.has(entry.id)).slice(0, batchSize);
      if (batch.length > 0 && !this.isAway) {
        batch.forEach(entry => sent.add(entry.id));
        this.isAway = !(await this.deliver(batch));
        continue;
      }
      const isSent = waiting.length === 0;
      if (isSent) this.tries = 0;
      else this.plan();
      this.around.tried?.(isSent);
      return isSent;
    }
  }

  /**
   * Sends a batch; one that is bad as a whole, or over which the server fails, is halved until the entry is found that is
   * why. False when the server takes nothing now, and the rest has to wait.
   */
  private async deliver(batch: readonly Entry[]): Promise<boolean> {
    const answer = await this.send(batch);
    if (answer.kind === "later") return false;
    if (answer.kind === "settled") {
      this.faultsRunning = 0;
      await this.store.settle(answer.delivered, answer.refused);
      return true;
    }
    if (answer.kind === "fault" && ++this.faultsRunning >= mostFaultsRunning) return false;
    if (batch.length === 1) {
      await this.setAside(batch[0]!, answer);
      return true;
    }
    const half = Math.ceil(batch.length / 2);
    return (await this.deliver(batch.slice(0, half))) && (await this.deliver(batch.slice(half)));
  }

  /** What is bad is set aside at once; what the server failed over, when it did so several times. */
  private async setAside(entry: Entry, { kind, problems }: Unsettled): Promise<void> {
    if (kind === "bad-batch") return this.store.settle([], [{ id: entry.id, entry, problems }]);
    if (this.aside.has(entry.id)) return;
    const faults = (this.faults.get(entry.id) ?? 0) + 1;
    this.faults.set(entry.id, faults);
    if (faults < mostFaults) return;
    this.faults.delete(entry.id);
    await this.store.settle([], [{ id: entry.id, entry, problems, again: true }]);
    this.planAgain();
  }

  /** Once for a page, and then each time that its turn comes: what was set aside because the server failed over it. */
  private async sendAgain(sent: boolean): Promise<void> {
    if (!this.againDue || this.isAway) return;
    this.againDue = false;
    const entries = await this.store.again();
    if (entries.length === 0) return;
    entries.forEach(entry => this.aside.add(entry.id));
    for (let from = 0; from < entries.length; from += batchSize) {
      if (!(await this.deliver(entries.slice(from, from + batchSize)))) break;
    }
    this.aside.clear();
    const left = (await this.store.again()).length;
    if (left > 0) this.planAgain();
    if (left < entries.length) this.around.tried?.(sent);
  }

  private planAgain(): void {
    if (this.plannedAgain) return;
    this.plannedAgain = true;
    this.around.after(againMs, () => {
      this.plannedAgain = false;
      this.againDue = true;
      void this.flush();
    });
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
