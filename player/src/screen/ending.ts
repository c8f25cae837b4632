import type { Outbox } from "../outbox/outbox";
import type { Store } from "../store/store";
import { showMessage, type Action } from "./message";
import type { Words } from "./words";

/** A session that is over. */
export interface Over {
  readonly session: string;
  readonly painBefore: number | null;
  readonly hurts: boolean;
}

/** How long, in milliseconds, a person waits for a slow connection before a message says what is happening. */
const patienceMs = 8000;

/**
 * The way from the end of a session to its questions: when the server has what was done, or at once if the worker
 * stores the page of the questions.
 */
export class Ending {
  constructor(
    private readonly root: HTMLElement,
    private readonly words: Words,
    private readonly store: Store,
    private readonly outbox: Outbox,
    private readonly questions: string,
    /** Whether something is kept only in this page. */
    private readonly fleeting: () => boolean,
  ) {}

  async reach(over: Over): Promise<void> {
    this.message(over, [this.words("saving")], []);
    const sent = this.outbox.flush();
    const patience = navigator.onLine ? patienceMs : 0;
    const inTime = await Promise.race([sent, new Promise<boolean>(resolve => setTimeout(() => resolve(false), patience))]);
    if (inTime) return this.arrived(over, true);
    // What was done is safe on the device, and the worker has the questions: no need to wait for a connection.
    if ((navigator as Partial<Navigator>).serviceWorker?.controller != null && !this.fleeting()) return this.go(over, true);
    this.message(over, [this.words(this.fleeting() ? "saved-page" : "saved-here")], [
      { label: this.words("try-again"), to: () => void this.reach(over) },
    ]);
    this.watch(over);
  }

  /** Waits for the outbox, which tries again automatically, and then offers the way to the questions. */
  private watch(over: Over): void {
    const again = (): void => {
      if (waiting !== this.watching) return;
      void this.store.waiting().then(left => {
        if (waiting !== this.watching) return;
        if (left.length === 0) void this.arrived(over, false);
        else window.setTimeout(again, 2000);
      });
    };
    const waiting = ++this.watching;
    again();
  }

  private watching = 0;

  private async arrived(over: Over, atOnce: boolean): Promise<void> {
    this.watching++;
    const refused = await this.store.refused();
    const own = refused.some(one => one.entry["session"] === over.session);
    if (atOnce && !own) return this.go(over);
    this.message(over, own ? [this.words("needs-look")] : [], [{ label: this.words("to-questions"), to: () => void this.go(over) }]);
  }

  private async go(over: Over, waiting = false): Promise<void> {
    this.watching++;
    const progress = await this.store.progress();
    // The progress stays until the session is reported; only the way to the next session no longer asks for it.
    if (progress?.session === over.session) {
      await this.store.keep(null, { ...progress, ended: { hurts: over.hurts, ...progress.ended, asked: true } });
    }
    // While entries wait, the server does not know what was done: its own page would have nothing to ask about.
    window.location.assign(`${this.questions}?${this.query(over)}${waiting ? "&waiting=1" : ""}`);
  }

  private query({ session, painBefore, hurts }: Over): string {
    const query = new URLSearchParams({ session });
    if (painBefore !== null) query.set("before", String(painBefore));
    if (hurts) query.set("stop", "1");
    return query.toString();
  }

  private message(over: Over, text: readonly string[], actions: readonly Action[]): void {
    showMessage(this.root, {
      title: this.words(over.hurts ? "stopped" : "finished"),
      text: over.hurts ? [...text, this.words("stopped-advice")] : text,
      actions,
    });
  }
}
