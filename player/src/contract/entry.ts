// Made from contract/entry.schema.json by `npm run types`: change the schema, not this file.

/**
 * One entry of a person's journal. An unknown kind, and a field that a kind does not name, are kept untouched. An optional field that is null counts as absent. A number is judged by its value: 5.0 is 5. Besides, what a schema cannot say: an entry has at most 65,536 bytes of UTF-8 and is nested at most 32 deep; no name stands twice in an object, and none holds half of a surrogate pair.
 */
export type JournalEntry = {
  id: Uuid;
  at: Instant;
  kind: Name;
  [k: string]: unknown;
} & (
  | ScreeningEntry
  | FootCheckEntry
  | SetEntry
  | SessionEntry
  | NextMorningEntry
  | CheckInEntry
  | BackgroundEntry
  | AdverseEventEntry
  | LeaveOutEntry
  | ScheduleEntry
  | ProgrammeEntry
  | ClearanceEntry
  | AdjustmentEntry
  | CorrectionEntry
  | OtherEntry
);
export type Uuid = string;
/**
 * RFC 3339, always with an offset, of at most 14 hours. The years 1901 to 8999, dates that the calendar has, no leap second, no 24:00. What is finer than 100 ns is cut.
 */
export type Instant = string;
export type Name = string;
export type Ternary = "yes" | "no" | "unsure";
/**
 * YYYY-MM-DD, a date that the calendar has.
 */
export type Date = string;
export type OptionalTernary = "yes" | "no" | "unsure" | null;
/**
 * One set that was done, in full or in part. Exactly one of reps and seconds.
 */
export type SetEntry = Set & Set1;
export type Set =
  | {
      reps: number;
      [k: string]: unknown;
    }
  | {
      seconds: number;
      [k: string]: unknown;
    };
/**
 * Of whatever programme. What names an exercise that the person's programme lacks is kept and counts for nothing, and a set of one makes no session.
 */
export type ExerciseId = string;
export type Level = number;
export type Side = "left" | "right" | "both";
export type OptionalRating = number | null;
/**
 * 0 to 10 for each exercise that is named by its id.
 */
export type Ratings = {
  [k: string]: number;
} | null;
/**
 * How pain was: painRaised, or a number with whether the person thinks that the session did it.
 */
export type NextMorningEntry = NextMorning & NextMorning1;
export type NextMorning =
  | {
      painRaised: string;
      pain?: null;
      because?: null;
      [k: string]: unknown;
    }
  | {
      pain: number;
      because: string;
      [k: string]: unknown;
    };
/**
 * Text: no half of a surrogate pair.
 */
export type Text = string;
/**
 * Exactly one of lock, unlock, cap, level and dose.
 */
export type AdjustmentEntry = Adjustment & Adjustment1;
export type Adjustment =
  | {
      lock: boolean;
      [k: string]: unknown;
    }
  | {
      unlock: boolean;
      [k: string]: unknown;
    }
  | {
      cap: number;
      [k: string]: unknown;
    }
  | {
      level: number;
      [k: string]: unknown;
    }
  | {
      dose: {
        [k: string]: unknown;
      };
      [k: string]: unknown;
    };
export type OptionalLevel = number | null;

/**
 * The safety questions. An answer may be missing; an unknown question may not be answered.
 */
export interface ScreeningEntry {
  kind: "screening";
  answers: {
    "cold-pale-limb"?: Ternary;
    "breathless-with-leg-swelling"?: Ternary;
    "rapid-weakness"?: Ternary;
    "wound-and-unwell"?: Ternary;
    "hot-red-swollen-foot"?: Ternary;
    "broken-skin"?: Ternary;
    "swollen-tender-calf"?: Ternary;
    "rest-pain-eased-hanging-down"?: Ternary;
    "recent-foot-surgery-or-fracture"?: Ternary;
    "past-ulcer-or-amputation"?: Ternary;
    "kidney-failure"?: Ternary;
    "charcot-history"?: Ternary;
    "arterial-disease"?: Ternary;
    "foot-deformity"?: Ternary;
    "blood-thinner-or-easy-bruising"?: Ternary;
    "fall-in-last-year"?: Ternary;
    "stands-with-support"?: Ternary;
    "numb-feet"?: Ternary;
    "touch-test"?: number | ("not-done" | "self");
    "tandem-stand-seconds"?: number | "not-done";
    "chair-stands"?: number | "not-done";
    age?: number;
    "sex-for-norms"?: "male" | "female" | "unspecified";
    diabetes?: Ternary;
    "insulin-or-sulfonylurea"?: Ternary;
    metformin?: Ternary;
    "b12-tested"?: Ternary;
    "cause-assessed"?: Ternary;
    "one-sided-or-motor-first"?: Ternary;
    "burning-or-tingling"?: Ternary;
    "first-step-heel-pain"?: Ternary;
    "black-skin"?: Ternary;
    "dizzy-on-standing"?: Ternary;
    "told-not-to"?: Ternary;
  };
  /**
   * For a test that was not done on the screening's own date: that date. One after the screening's counts as the screening's.
   */
  measured?: {
    "touch-test"?: Date;
    "tandem-stand-seconds"?: Date;
    "chair-stands"?: Date;
  } | null;
  [k: string]: unknown;
}
/**
 * Anything new since the last check?
 */
export interface FootCheckEntry {
  kind: "foot-check";
  /**
   * The worst new finding.
   */
  skin: "clear" | "mark" | "blister" | "bruise" | "wound" | "black";
  heat?: OptionalTernary;
  swelling?: OptionalTernary;
  calf?: OptionalTernary;
  /**
   * What a professional has seen and is unchanged since; judged by no rule.
   */
  known?: ("mark" | "bruise" | "heat" | "swelling" | "calf")[] | null;
  looked?: "self" | "helper" | "nobody" | null;
  side?: "left" | "right" | "both" | null;
  /**
   * Left less right.
   */
  sideDifferenceC?: number | null;
  [k: string]: unknown;
}
export interface Set1 {
  kind: "set";
  session: Name;
  exercise: ExerciseId;
  level: Level;
  set: number;
  side: Side;
  reps?: number | null;
  seconds?: number | null;
  /**
   * What the plan asked for, also where the person wished for fewer.
   */
  target?: number | null;
  /**
   * Read by no rule. Who counted: beat, tap (the person's taps) or told (the person's word after the set).
   */
  counted?: unknown;
  /**
   * Read by no rule. The share of the script's speed at which the set ended, over 0 and under 1; absent for 1.
   */
  pace?: unknown;
  [k: string]: unknown;
}
/**
 * How a session was, made when it ends or is given up; its sets are the set entries with its id.
 */
export interface SessionEntry {
  kind: "session";
  session: Name;
  painBefore?: OptionalRating;
  painAfter?: OptionalRating;
  effort?: Ratings;
  pain?: Ratings;
  cramp?: ExerciseId[] | null;
  /**
   * When it began, at most 12 hours before at; it gives the session's date and place in the journal.
   */
  began?: null | Instant;
  stopReason?: "tired" | "pain" | "cramp" | "dizzy" | "skin" | "interrupted" | "other" | null;
  /**
   * Read by no rule: a device writes it for itself. How much of each exercise with a set was done, by the exercise's id, in whole per cent of what the script gave, rounded down. Left out in a session that was interrupted.
   */
  done?: unknown;
  /**
   * Read by no rule. The rules and the programme that made the session's plan: rules, programme and version.
   */
  edition?: unknown;
  [k: string]: unknown;
}
export interface NextMorning1 {
  kind: "next-morning";
  session: Name;
  painRaised?: "yes" | "no" | null;
  pain?: OptionalRating;
  because?: OptionalTernary;
  [k: string]: unknown;
}
export interface CheckInEntry {
  kind: "check-in";
  pain?: OptionalRating;
  worstPain?: OptionalRating;
  nightsWoken?: number | null;
  walkingMinutes?: number | null;
  rests?: number | null;
  /**
   * @minItems 3
   * @maxItems 3
   */
  peg?: number[] | null;
  mood?: OptionalRating;
  change?: "much-better" | "better" | "little-better" | "same" | "little-worse" | "worse" | "much-worse" | null;
  [k: string]: unknown;
}
/**
 * What the person knows: judged by no rule.
 */
export interface BackgroundEntry {
  kind: "background";
  [k: string]: unknown;
}
export interface AdverseEventEntry {
  kind: "event";
  what: "dizzy" | "near-fall" | "fall" | "cramp" | "skin-change";
  [k: string]: unknown;
}
/**
 * The person's own choice to do without an exercise, or to take it back, for the whole of its date and from then on.
 */
export interface LeaveOutEntry {
  kind: "leave-out";
  exercise: ExerciseId;
  out: boolean;
  reason?: "lying" | "standing" | "reach" | "hurts" | "nothing-to-use" | "other" | null;
  [k: string]: unknown;
}
export interface ScheduleEntry {
  kind: "schedule";
  /**
   * @minItems 2
   * @maxItems 6
   */
  weekdays?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[] | null;
  minutes?: number | null;
  [k: string]: unknown;
}
/**
 * The programme that the person follows, from the entry's date on; without one the first shipped.
 */
export interface ProgrammeEntry {
  kind: "programme";
  programme: Name;
  version: Name;
  [k: string]: unknown;
}
export interface ClearanceEntry {
  kind: "clearance";
  rules: Text[];
  /**
   * Read by no rule. The date on which it was said, where the person recorded it later.
   */
  said?: unknown;
  [k: string]: unknown;
}
export interface Adjustment1 {
  kind: "adjustment";
  exercise: ExerciseId;
  lock?: true | null;
  unlock?: true | null;
  cap?: OptionalLevel;
  level?: OptionalLevel;
  dose?: (
    | null
    | {
        reps: number;
        [k: string]: unknown;
      }
    | {
        seconds: number;
        [k: string]: unknown;
      }
  ) &
    (
      | ((
          | null
          | {
              reps: number;
              [k: string]: unknown;
            }
          | {
              seconds: number;
              [k: string]: unknown;
            }
        ) & {
          sets: number;
          reps?: number | null;
          seconds?: number | null;
          [k: string]: unknown;
        })
      | (null &
          (
            | null
            | {
                reps: number;
                [k: string]: unknown;
              }
            | {
                seconds: number;
                [k: string]: unknown;
              }
          ))
    );
  /**
   * Read by no rule. The date on which it was said, where the person recorded it later.
   */
  said?: unknown;
  [k: string]: unknown;
}
/**
 * The entry that it names counts as if it had been so from the start.
 */
export interface CorrectionEntry {
  kind: "correction";
  of: Uuid;
  /**
   * That kind's fields anew, whole; its id and kind stay, and its at unless given.
   */
  with:
    | {
        [k: string]: unknown;
      }
    | "void";
  [k: string]: unknown;
}
/**
 * A kind that this version does not know.
 */
export interface OtherEntry {
  kind: unknown;
  [k: string]: unknown;
}
