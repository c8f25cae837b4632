/** The part of a service worker's registration that decides. */
export interface Workers<W> {
  readonly active: W | null;
  readonly waiting: W | null;
}

/**
 * The worker of a newer Footing that waits to be used; null for none. The very first worker also waits for a moment,
 * and a busy browser may already name it as the active one: a worker is newer only if it waits beside an active one.
 */
export function newer<W>({ active, waiting }: Workers<W>): W | null {
  return active === null || active === waiting ? null : waiting;
}
