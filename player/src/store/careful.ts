import type { Entry } from "../session/entry";
import { inTime } from "../timing/limit";
import { DeviceStore } from "./device";
import { MemoryStore } from "./memory";
import { answerMs, type Held, type Progress, type Refused, type Store } from "./store";

/**
 * Stores on the device while that works, and in the page when it does not (storage forbidden, a full quota, a database
 * closed by a newer page, one that does not answer): nothing is lost because it could not be written.
 */
export class CarefulStore implements Store {
  private readonly page = new MemoryStore();

  /**
   * `onTrouble` is called when something is kept only in the page. A device that does not answer a call in time is given
   * up: endless waiting would lose what the call was to keep.
   */
  constructor(private device: Store | null, private readonly onTrouble: () => void) {}

  /** Opens the device's store; never rejects. */
  static async open(onTrouble: () => void): Promise<CarefulStore> {
    try {
      // Some browsers forbid storage by never answering.
      return new CarefulStore(await inTime(answerMs, DeviceStore.open()), onTrouble);
    } catch {
      onTrouble();
      return new CarefulStore(null, onTrouble);
    }
  }

  async keep(entry: Entry | null, progress: Progress | null): Promise<void> {
    if (!(await this.tried(d => d.keep(entry, progress)))) await this.page.keep(entry, progress);
  }

  async waiting(): Promise<Entry[]> {
    return [...await this.read(d => d.waiting(), []), ...await this.page.waiting()];
  }

  async settle(delivered: readonly string[], refused: readonly Refused[]): Promise<void> {
    const kept = await this.tried(d => d.settle(delivered, refused));
    await this.page.settle(delivered, kept ? [] : refused);
    // Refused while it waited in the page, and now set aside on the device.
    if (kept) await this.page.settle(refused.map(one => one.id), []);
  }

  async refused(): Promise<Refused[]> {
    return [...await this.read(d => d.refused(), []), ...await this.page.refused()];
  }

  async again(): Promise<Entry[]> {
    return [...await this.read(d => d.again(), []), ...await this.page.again()];
  }

  async progress(): Promise<Progress | null> {
    return (await this.page.progress()) ?? (await this.read(d => d.progress(), null));
  }

  async forgetProgress(): Promise<void> {
    await this.page.forgetProgress();
    await this.tried(d => d.forgetProgress());
  }

  held(): Promise<Held | null> {
    return this.read(d => d.held(), null);
  }

  async hold(held: Held, included: readonly string[]): Promise<void> {
    await this.tried(d => d.hold(held, included));
  }

  async delivered(): Promise<string[]> {
    return [...await this.read(d => d.delivered(), []), ...await this.page.delivered()];
  }

  async meanwhile(): Promise<Entry[]> {
    return [...await this.read(d => d.meanwhile(), []), ...await this.page.meanwhile()];
  }

  private async tried(work: (device: Store) => Promise<void>): Promise<boolean> {
    if (this.device === null) return false;
    try {
      await this.answered(work(this.device));
      return true;
    } catch {
      this.onTrouble();
      return false;
    }
  }

  private async read<T>(work: (device: Store) => Promise<T>, otherwise: T): Promise<T> {
    if (this.device === null) return otherwise;
    try {
      return await this.answered(work(this.device));
    } catch {
      this.onTrouble();
      return otherwise;
    }
  }

  /** The device's answer; rejects, and gives the device up, if it does not answer in time. */
  private answered<T>(answer: Promise<T>): Promise<T> {
    return inTime(answerMs, answer, () => (this.device = null));
  }
}
