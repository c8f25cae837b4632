/** The part of a service worker's registration that decides. */
export interface Workers<W> {
  readonly active: W | null;
  readonly waiting: W | null;
}

/**
 * The worker of a newer Footing that waits to be used; null for none. The very first worker waits too, for a moment, and a
 * busy browser may already name it as the one that leads the page: newer is only what waits beside one in use.
 */
export function newer<W>({ active, waiting }: Workers<W>): W | null {
  return active === null || active === waiting ? null : waiting;
}
