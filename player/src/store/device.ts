import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Entry } from "../session/entry";
import type { Progress, Refused, Store } from "./store";

interface Schema extends DBSchema {
  outbox: { key: string; value: Entry };
  refused: { key: string; value: Refused };
  progress: { key: string; value: Progress };
}

const here = "here";

/** Keeps in the browser's database, across reloads and for days without a connection. */
export class DeviceStore implements Store {
  private constructor(private readonly db: IDBPDatabase<Schema>) {}

  /** Rejects where the browser forbids storage. */
  static async open(): Promise<DeviceStore> {
    const db = await openDB<Schema>("footing", 1, {
      // Later versions add to what is there. None may drop it: it holds what no server has yet.
      upgrade(db, from) {
        if (from < 1) {
          db.createObjectStore("outbox", { keyPath: "id" });
          db.createObjectStore("refused", { keyPath: "id" });
          db.createObjectStore("progress");
        }
      },
      // A newer page wants to add to the database: let go of it.
      blocking: (_now, _wanted, event) => (event.target as IDBDatabase).close(),
    });
    return new DeviceStore(db);
  }

  async keep(entry: Entry | null, progress: Progress | null): Promise<void> {
    const work = this.db.transaction(["outbox", "progress"], "readwrite", { durability: "strict" });
    const parts: Promise<unknown>[] = [work.done];
    if (entry !== null) parts.push(work.objectStore("outbox").put(entry));
    if (progress !== null) parts.push(work.objectStore("progress").put(progress, here));
    await Promise.all(parts);
  }

  waiting(): Promise<Entry[]> {
    return this.db.getAll("outbox");
  }

  async settle(delivered: readonly string[], refused: readonly Refused[]): Promise<void> {
    const work = this.db.transaction(["outbox", "refused"], "readwrite", { durability: "strict" });
    const outbox = work.objectStore("outbox");
    await Promise.all([
      ...delivered.map(id => outbox.delete(id)),
      ...refused.map(one => work.objectStore("refused").put(one)),
      ...refused.map(one => outbox.delete(one.id)),
      work.done,
    ]);
  }

  refused(): Promise<Refused[]> {
    return this.db.getAll("refused");
  }

  async progress(): Promise<Progress | null> {
    return (await this.db.get("progress", here)) ?? null;
  }

  async forgetProgress(): Promise<void> {
    await this.db.delete("progress", here);
  }
}
