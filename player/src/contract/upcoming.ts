// Made from contract/upcoming.schema.json by `npm run types`: change the schema, not this file.

/**
 * RFC 3339 with an offset.
 */
export type Instant = string;

/**
 * What a device may do on coming dates without asking again: for each date scripts from the current plan down to none. The first of which no condition is met by an entry made meanwhile is performed.
 */
export interface ComingSessions {
  made: Instant;
  /**
   * What must be entered on a date before its script is performed; null is nothing. Absent only in an answer from before this was said: a device waits for another.
   */
  before?: null | EntryBefore;
  dates: UpcomingDate[];
}
/**
 * Met on a date by an entry of the kind that was made on it, with no entry of the kind until made on it since.
 */
export interface EntryBefore {
  kind: string;
  until: string;
}
export interface UpcomingDate {
  date: string;
  /**
   * Whether a session is due when nothing happens meanwhile.
   */
  due: boolean;
  /**
   * @minItems 1
   */
  scripts: Alternative[];
}
export interface Alternative {
  /**
   * A script as script.schema.json has it; null is nothing to do.
   */
  script: {
    [k: string]: unknown;
  } | null;
  /**
   * Any one that is met rules the script out.
   */
  unless: Condition[];
}
/**
 * Met by an entry of the kind that is not older than since and has the field, less minus, within the range.
 */
export interface Condition {
  kind: string;
  /**
   * With dots into objects; of a list each member is asked. Absent: any entry of the kind.
   */
  field?: string;
  /**
   * A field that is taken from it first.
   */
  minus?: string;
  range?:
    | {
        from: number;
        to: number;
      }
    | {
        /**
         * @minItems 1
         */
        in: string[];
      };
  /**
   * True where it is about something seen on the feet: somebody must look before any exercise. Absent: it is not.
   */
  finding?: true;
  since: Instant;
}
