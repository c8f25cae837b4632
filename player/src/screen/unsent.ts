import type { Send } from "../outbox/delivery";
import { Outbox, type Surroundings } from "../outbox/outbox";
import { CarefulStore } from "../store/careful";
import { answerMs, type Store } from "../store/store";
import { inTime } from "../timing/limit";

/** What an outbox that reports to its page needs. */
export interface Parts {
  /** Opens the device's store; rejects if the browser forbids one. */
  readonly open: () => Promise<Store>;
  readonly send: Send;
  readonly around: Surroundings;
  /** Called once nothing waits any more. */
  readonly sent: (store: Store) => Promise<void>;
}

/**
 * The outbox of this device, which says on the page that entries still wait (`#waiting`), that some were refused
 * (`#needs-look`), or that the device's store does not answer (`#silent`): then nobody knows whether anything waits. A
 * store that answers after all is used. Rejects if the browser forbids a store: then nothing can wait.
 */
export async function reportingOutbox(page: Document, { open, send, around, sent }: Parts): Promise<Outbox> {
  const reveal = (id: string, shown: boolean): void => {
    const element = page.getElementById(id);
    if (element !== null) element.hidden = !shown;
  };
  const opening = open();
  await inTime(answerMs, opening, () => reveal("silent", true)).catch(() => undefined);
  const device = await opening;
  reveal("silent", false);
  const store = new CarefulStore(device, () => reveal("silent", true));
  const after = async (isSent: boolean): Promise<void> => {
    reveal("needs-look", (await store.refused()).length > 0);
    if (isSent) await sent(store);
  };
  const tried = (isSent: boolean): void => {
    reveal("waiting", !isSent);
    void after(isSent).catch(() => undefined);
  };
  return new Outbox(store, send, { ...around, tried });
}
