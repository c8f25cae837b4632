import type { Entry } from "../session/entry";
import type { Progress, Store } from "../store/store";
import type { Answer, Send } from "./delivery";

type Unsettled = Extract<Answer, { readonly problems: unknown }>;

/** The most entries in one request; the server takes 1,000 and 1 MiB. */
const batchSize = 200;

/** An entry is set aside after the server has failed this often on it when it was sent by itself. */
const mostFaults = 3;

/** Sending stops after so many failed requests with no delivery: enough to find a few bad entries in a batch. */
const mostFaultsRunning = 24;

/** Milliseconds until entries set aside because the server failed are sent again, while a page stays open. */
const againMs = 15 * 60_000;

/** Milliseconds to wait before the nth retry, n from 1: doubling up to a minute, spread by chance in [0, 1). */
export function backoffMs(tries: number, chance: number): number {
  return Math.min(60_000, 1000 * 2 ** (tries - 1)) * (0.75 + chance / 2);
}

/** What an outbox needs from its environment. */
export interface Surroundings {
  readonly chance: () => number;
  readonly after: (ms: number, work: () => void) => void;
  /** Called after each try, also an automatic one: whether nothing waits any more. */
  readonly tried?: (sent: boolean) => void;
}

/**
 * Entries on their way to the server. An entry is forgotten only when the server has named its id. An entry that the
 * server refuses is set aside for somebody to look at; so is one on which the server fails repeatedly, so that it does
 * not block others. That one is sent again automatically on each page and while a page is open. The rest wait, for ever
 * if necessary.
 */
export class Outbox {
  private running: Promise<unknown> = Promise.resolve();
  private tries = 0;
  private planned = false;
  /** How often the server failed on an entry that was sent by itself, by its id. */
  private readonly faults = new Map<string, number>();
  private faultsRunning = 0;
  /** Whether the last flush ended because the server takes nothing now. */
  private isAway = false;
  /** Entries that were set aside before and are being sent again. */
  private readonly aside = new Set<string>();
  /** Whether to send the entries again on which the server failed. */
  private againDue = true;
  private plannedAgain = false;

  constructor(private readonly store: Store, private readonly send: Send, private readonly around: Surroundings) {}

  /** Stores an entry and the session's progress together; then sends in the background. */
  async add(entry: Entry, progress: Progress | null): Promise<void> {
    await this.store.keep(entry, progress);
    void this.flush();
  }

  /** Sends all waiting entries. True when none waits any more; false when it will be tried again later. */
  flush(): Promise<boolean> {
    const flushed = this.running.then(() => this.sendAll());
    // The caller does not wait for entries that failed before; the next flush does.
    this.running = flushed.then(sent => this.sendAgain(sent)).catch(() => undefined);
    return flushed;
  }

  private async sendAll(): Promise<boolean> {
    this.faultsRunning = 0;
    this.isAway = false;
    // Each entry is sent once per flush, even if a server omits it from its answer or a store fails to forget it.
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
   * Sends a batch. One that is bad as a whole, or on which the server fails, is halved until the entry that causes
   * it is found. False when the server takes nothing now, and the rest must wait.
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

  /** A bad entry is set aside at once; one on which the server failed, after several failures. */
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

  /** Once per page, and then each time it is due: sends what was set aside because the server failed. */
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
