import type * as contract from "../contract/upcoming";
import type { DeepReadonly } from "../contract/deep-readonly";
import type { Script } from "./script";

/** What a device may do on coming dates without asking again. */
export interface Upcoming extends DeepReadonly<Omit<contract.ComingSessions, "dates">> {
  readonly dates: readonly UpcomingDate[];
}

/** What must be entered on a date before its session. */
export type EntryBefore = DeepReadonly<contract.EntryBefore>;

export interface UpcomingDate extends DeepReadonly<Omit<contract.UpcomingDate, "scripts">> {
  /** From the current plan down to none; the first valid one is performed. */
  readonly scripts: readonly Alternative[];
}

/** The schema leaves open what a script is: `contract/script.schema.json` has it. */
export interface Alternative extends DeepReadonly<Omit<contract.Alternative, "script">> {
  readonly script: Script | null;
}
