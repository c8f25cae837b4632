import type { Entry } from "../session/entry";

/** What a form sends: an entry, or null if the same content was sent before. */
export interface Taken {
  readonly entry: Entry | null;
  /** Whether the same form was sent before with other answers. */
  readonly again: boolean;
}

/**
 * One opening of a form's page. It makes one entry, however often the form is sent; if it is sent again with other
 * answers, it makes another entry, so that neither is lost.
 */
export class Opening {
  private last: Entry | null = null;
  private again = false;

  /** `id` is the id of the first entry: the page's own if the server made the page. */
  constructor(private readonly id: string, private readonly newId: () => string) {}

  /** What is sent for these fields. The server distinguishes entries in the same way, without `at`. */
  take(kind: string, fields: Readonly<Record<string, unknown>>, at: string): Taken {
    if (this.last !== null && this.last.kind === kind && sameContent(contentOf(this.last), fields)) return { entry: null, again: this.again };
    this.again = this.last !== null;
    this.last = { id: this.last === null ? this.id : this.newId(), at, kind, ...fields };
    return { entry: this.last, again: this.again };
  }

  /** The id of the last entry that was sent, or of the first that will be. */
  get current(): string {
    return this.last?.id ?? this.id;
  }
}

/**
 * What is sent about a session. Its entry has an id of its own, `id`, on every page. If the device knows that the
 * session was reported, other answers correct that entry: a second entry would count as a second session.
 */
export function sessionTaken(
  fields: Readonly<Record<string, unknown>>, id: string, at: string, meanwhile: readonly Entry[], newId: () => string,
): Taken {
  const reported = meanwhile.find(entry => entry.kind === "session" && entry["session"] === fields["session"]);
  if (reported === undefined) return { entry: { id, at, kind: "session", ...fields }, again: false };
  const corrections = meanwhile.filter(entry => entry.kind === "correction" && entry["of"] === reported.id);
  const counts = corrections.length === 0 ? contentOf(reported) : corrections[corrections.length - 1]!["with"];
  // The form does not ask for it: it stays as it was.
  const now = { ...fields, ...("done" in reported ? { done: reported["done"] } : {}) };
  if (sameContent(counts, now)) return { entry: null, again: corrections.length > 0 };
  return { entry: { id: newId(), at, kind: "correction", of: reported.id, with: now }, again: true };
}

/** An entry without the fields that are generated for it: its id, its time and its kind. */
function contentOf({ id: _id, at: _at, kind: _kind, ...fields }: Entry): Readonly<Record<string, unknown>> {
  return fields;
}

/** Whether two JSON values are equal, whatever the order of their members. */
export function sameContent(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [first, second] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const names = Object.keys(first);
  return names.length === Object.keys(second).length && names.every(name => name in second && sameContent(first[name], second[name]));
}
