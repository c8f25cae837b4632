import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { nameFor, personHere } from "../person/person";
import type { Entry } from "../session/entry";
import { byId } from "./memory";
import { databaseName, isOpen, progressFrom, withEarlier, type Held, type Progress, type Refused, type Store } from "./store";

interface Schema extends DBSchema {
  outbox: { key: string; value: Entry };
  refused: { key: string; value: Refused };
  progress: { key: string; value: Progress };
  /** What the server has, but the coming sessions on the device may not include yet. */
  delivered: { key: string; value: Entry };
  held: { key: string; value: Held };
}

const version = 2;
const here = "here";

/** Later versions add to what exists. None may delete it: it holds entries that no server has yet. */
function add(db: IDBPDatabase<Schema>, from: number): void {
  if (from < 1) {
    db.createObjectStore("outbox", { keyPath: "id" });
    db.createObjectStore("refused", { keyPath: "id" });
    db.createObjectStore("progress");
  }
  if (from < 2) {
    db.createObjectStore("delivered", { keyPath: "id" });
    db.createObjectStore("held");
  }
}

/** A newer page wants to add to the database: closes it. */
function letGo(_now: number, _wanted: number | null, event: IDBVersionChangeEvent): void {
  (event.target as IDBDatabase).close();
}

/** Stores in the browser's database, across reloads and for days without a connection. */
export class DeviceStore implements Store {
  private constructor(private readonly db: IDBPDatabase<Schema>) {}

  /** Opens that of a person, by default of the page's. Rejects if the browser forbids storage, or for nobody. */
  static async open(person = personHere()): Promise<DeviceStore> {
    if (person === null) throw new Error("The page names no person.");
    const name = nameFor(person, databaseName);
    const db = await openDB<Schema>(name, version, { upgrade: add, blocking: letGo }).catch(async (reason: unknown) => {
      // A newer Footing was used here before: what it added is left unchanged, what this one needs exists.
      if (reason instanceof DOMException && reason.name === "VersionError") return openDB<Schema>(name, undefined, { blocking: letGo });
      throw reason;
    });
    return new DeviceStore(db);
  }

  async keep(entry: Entry | null, progress: Progress | null): Promise<void> {
    const work = this.db.transaction(["outbox", "progress"], "readwrite", { durability: "strict" });
    const parts: Promise<unknown>[] = [work.done];
    if (entry !== null) parts.push(work.objectStore("outbox").put(entry));
    if (progress !== null) {
      const place = work.objectStore("progress");
      parts.push(place.get(here).then(earlier => place.put(withEarlier(progressFrom(earlier), progress), here)));
    }
    await Promise.all(parts);
  }

  waiting(): Promise<Entry[]> {
    return this.db.getAll("outbox");
  }

  async settle(delivered: readonly string[], refused: readonly Refused[]): Promise<void> {
    const work = this.db.transaction(["outbox", "refused", "delivered"], "readwrite", { durability: "strict" });
    const outbox = work.objectStore("outbox");
    const moved = delivered.map(async id => {
      const entry = await outbox.get(id) ?? (await work.objectStore("refused").get(id))?.entry;
      if (entry !== undefined) await work.objectStore("delivered").put(entry);
      await outbox.delete(id);
      await work.objectStore("refused").delete(id);
    });
    await Promise.all([
      ...moved,
      ...refused.map(one => work.objectStore("refused").put(one)),
      ...refused.map(one => outbox.delete(one.id)),
      work.done,
    ]);
  }

  async refused(): Promise<Refused[]> {
    return (await this.db.getAll("refused")).filter(one => one.seen !== true);
  }

  async again(): Promise<Entry[]> {
    return (await this.db.getAll("refused")).filter(one => one.again === true).map(one => one.entry).sort(byId);
  }

  /** Puts a refused entry in its present state, such as seen. */
  async put(one: Refused): Promise<void> {
    await this.db.put("refused", one);
  }

  /** Has a refused entry sent again. */
  async retry(id: string): Promise<void> {
    const work = this.db.transaction(["outbox", "refused"], "readwrite", { durability: "strict" });
    const one = await work.objectStore("refused").get(id);
    if (one !== undefined) await work.objectStore("outbox").put(one.entry);
    await work.objectStore("refused").delete(id);
    await work.done;
  }

  async progress(): Promise<Progress | null> {
    return progressFrom(await this.db.get("progress", here));
  }

  async forgetProgress(): Promise<void> {
    await this.db.delete("progress", here);
  }

  async held(): Promise<Held | null> {
    return (await this.db.get("held", here)) ?? null;
  }

  async hold(held: Held, included: readonly string[]): Promise<void> {
    const work = this.db.transaction(["held", "delivered"], "readwrite", { durability: "strict" });
    await Promise.all([
      work.objectStore("held").put(held, here),
      ...included.map(id => work.objectStore("delivered").delete(id)),
      work.done,
    ]);
  }

  delivered(): Promise<string[]> {
    return this.db.getAllKeys("delivered");
  }

  async meanwhile(): Promise<Entry[]> {
    const [delivered, waiting, refused] = await Promise.all([this.db.getAll("delivered"), this.db.getAll("outbox"), this.db.getAll("refused")]);
    return [...delivered, ...waiting, ...refused.filter(isOpen).map(one => one.entry)].sort(byId);
  }
}
