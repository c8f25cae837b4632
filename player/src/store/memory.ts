import type { Entry } from "../session/entry";
import { isOpen, withEarlier, type Held, type Progress, type Refused, type Store } from "./store";

/** Stores for as long as the page is open: for a browser that forbids storage. */
export class MemoryStore implements Store {
  private readonly entries = new Map<string, Entry>();
  private readonly setAside = new Map<string, Refused>();
  private current: Progress | null = null;
  private readonly there = new Map<string, Entry>();
  private holding: Held | null = null;

  async keep(entry: Entry | null, progress: Progress | null): Promise<void> {
    if (entry !== null) this.entries.set(entry.id, entry);
    if (progress !== null) this.current = withEarlier(this.current, progress);
  }

  async waiting(): Promise<Entry[]> {
    return [...this.entries.values()].sort(byId);
  }

  async settle(delivered: readonly string[], refused: readonly Refused[]): Promise<void> {
    for (const id of delivered) {
      const entry = this.entries.get(id) ?? this.setAside.get(id)?.entry;
      if (entry !== undefined) this.there.set(id, entry);
      this.entries.delete(id);
      this.setAside.delete(id);
    }
    for (const one of refused) {
      this.setAside.set(one.id, one);
      this.entries.delete(one.id);
    }
  }

  async refused(): Promise<Refused[]> {
    return [...this.setAside.values()].filter(one => one.seen !== true);
  }

  async again(): Promise<Entry[]> {
    return [...this.setAside.values()].filter(one => one.again === true).map(one => one.entry).sort(byId);
  }

  async progress(): Promise<Progress | null> {
    return this.current;
  }

  async forgetProgress(): Promise<void> {
    this.current = null;
  }

  async held(): Promise<Held | null> {
    return this.holding;
  }

  async hold(held: Held, included: readonly string[]): Promise<void> {
    this.holding = held;
    for (const id of included) this.there.delete(id);
  }

  async delivered(): Promise<string[]> {
    return [...this.there.keys()];
  }

  async meanwhile(): Promise<Entry[]> {
    return [...this.there.values(), ...this.entries.values(), ...[...this.setAside.values()].filter(isOpen).map(one => one.entry)].sort(byId);
  }
}

/** Ids of version 7 begin with their time. */
export function byId(a: Entry, b: Entry): number {
  return a.id < b.id ? -1 : 1;
}
