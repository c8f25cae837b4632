/**
 * A form as the server describes it in the page: the same description by which it reads the form itself
 * (`src/Footing/Forms`, written by `EntryFormJson`). What is as usual is left out.
 */
export interface EntryForm {
  /** The kind of the entry that it makes. */
  readonly kind: string;
  /** The properties of the entry, in the order in which they are written. */
  readonly properties: readonly string[];
  /** What the page knows and does not ask: paths with values. */
  readonly given?: readonly (readonly [string, string | number | boolean])[];
  readonly fields: readonly FormField[];
  /** What to say when no field is answered at all; absent where that can be. */
  readonly nothing?: string;
  /** Only a part: it makes an entry at once when an answer is urgent; otherwise the next page asks on. */
  readonly part?: boolean;
  /** Answers that need help at once, and where: the most urgent first. */
  readonly urgent?: readonly { readonly to: string; readonly if: Condition }[];
  /** When the device does not add how much of each exercise was done. */
  readonly omitsDoneIf?: Condition;
}

/** Met when any of these fields has one of its words. */
export type Condition = Readonly<Record<string, readonly string[]>>;

interface Field {
  /** The name of its control. */
  readonly name: string;
  /** The property of the entry, with dots within objects; the name if absent. */
  readonly path?: string;
  readonly needed?: boolean;
  /** The only case in which it is needed. */
  readonly if?: Condition;
  /** The case in which it is optional even so. */
  readonly unless?: Condition;
  /** What is written when there is no answer, in the case of `defaultIf`. */
  readonly default?: string;
  readonly defaultIf?: Condition;
  /** Its value stands in the page's address. */
  readonly address?: boolean;
  /** What to say when it is missing, or is none of the answers that it takes. */
  readonly error: string;
}

/** One of the numbers from `least` to `most`, or of the words. */
export interface One extends Field {
  readonly type: "one";
  readonly words?: readonly string[];
  readonly least?: number;
  readonly most?: number;
  /** What the entry says for a word, where that differs. */
  readonly written?: Readonly<Record<string, string>>;
  /** The choice that means "no answer". */
  readonly noAnswer?: string;
}

export interface Several extends Field {
  readonly type: "several";
  readonly words: readonly string[];
  /** How many must be chosen at least, and may be at most. */
  readonly least?: number;
  readonly most?: number;
}

/** A whole number that is typed; or a box beside it, whose control is `NAME-WORD`. */
export interface Whole extends Field {
  readonly type: "whole";
  readonly least: number;
  readonly most: number;
  readonly word?: string;
  /** What to say when there are both. */
  readonly both?: string;
}

/** Degrees Celsius that are typed. The sum of all fields with this path is written: all are filled in, or none. */
export interface Degrees extends Field {
  readonly type: "degrees";
  readonly least: number;
  readonly most: number;
  readonly sign: number;
}

export interface Text extends Field {
  readonly type: "text";
  readonly most: number;
}

export type FormField = One | Several | Whole | Degrees | Text;

/** The form of a page: its description, where it leads, and the words for its errors. */
export interface PageForm extends EntryForm {
  /** The address when the entry is kept; answers stand in place of `{path}`. */
  readonly next: string;
  /** Whether the page's own query is passed on. */
  readonly carry?: boolean;
  readonly texts: { readonly problem: string; readonly error: string; readonly fleeting: string };
}

/** The description that a form of the page contains; null when there is none. */
export function description(form: HTMLFormElement): PageForm | null {
  const text = form.querySelector('script[type="application/json"]')?.textContent ?? "";
  return text === "" ? null : JSON.parse(text) as PageForm;
}
