import type { Entry } from "../session/entry";
import type { Progress, Refused, Store } from "./store";

/** Keeps for as long as the page is open: for a browser that forbids storage. */
export class MemoryStore implements Store {
  private readonly entries = new Map<string, Entry>();
  private readonly setAside = new Map<string, Refused>();
  private current: Progress | null = null;

  async keep(entry: Entry | null, progress: Progress | null): Promise<void> {
    if (entry !== null) this.entries.set(entry.id, entry);
    if (progress !== null) this.current = progress;
  }

  async waiting(): Promise<Entry[]> {
    return [...this.entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async settle(delivered: readonly string[], refused: readonly Refused[]): Promise<void> {
    for (const id of delivered) this.entries.delete(id);
    for (const one of refused) {
      this.setAside.set(one.id, one);
      this.entries.delete(one.id);
    }
  }

  async refused(): Promise<Refused[]> {
    return [...this.setAside.values()];
  }

  async progress(): Promise<Progress | null> {
    return this.current;
  }

  async forgetProgress(): Promise<void> {
    this.current = null;
  }
}
