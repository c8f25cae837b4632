/**
 * Reads a form by its description. The server reads it in the same way (`EntryForm.Read`): of the same input both make
 * the same entry, or name the same problems. `contract/golden/typed.ndjson` checks both.
 */
import type { Condition, Degrees, EntryForm, FormField, One, Several, Whole } from "./description";
import { decimal, hundredths, whole } from "./typed";
import { valuesOf, type Values } from "./values";

export interface Wrong {
  /** The id of the element to go to. */
  readonly id: string;
  readonly message: string;
}

export interface Read {
  /** The fields of the entry: what is known and what was answered. Where something is wrong it is no whole entry. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly wrong: readonly Wrong[];
  /** Where an answer leads at once, whatever is missing; null for nowhere. */
  readonly urgent: string | null;
}

/** What a field gives: a value to write, or what to say, or nothing. */
interface Answered {
  readonly value?: unknown;
  readonly wrong?: string;
}

export function read(form: EntryForm, values: Values, address: Values = valuesOf([])): Read {
  const wrong: Wrong[] = [];
  const written = new Map<string, unknown>(form.given ?? []);
  let isAnswered = false;
  for (const field of form.fields) {
    const from = field.address === true ? address : values;
    if (!from.asks(field.name)) continue;
    const { value, wrong: message } = field.type === "degrees" ? degrees(form, field, values) : answer(field, from);
    const id = target(field);
    // One sentence for all that is missing in the address.
    if (message !== undefined && !(field.address === true && wrong.some(one => one.message === message))) wrong.push({ id, message });
    if (value !== undefined) {
      isAnswered = true;
      written.set(pathOf(field), value);
    }
  }
  if (form.nothing !== undefined && !isAnswered && wrong.length === 0) wrong.push({ id: target(form.fields[0]!), message: form.nothing });
  const urgent = form.urgent?.find(one => meets(values, one.if))?.to ?? null;
  return { fields: entry(form.properties, written), wrong, urgent };
}

/** Whether the form has one of the words that a condition names. */
export function meets(values: Values, condition: Condition): boolean {
  return Object.keys(condition).some(name => values.of(name).some(value => condition[name]!.includes(value)));
}

/** The value at a path with dots; undefined for none. */
export function at(fields: unknown, path: string): unknown {
  return path.split(".").reduce((value, name) => (value as Record<string, unknown> | undefined)?.[name], fields);
}

function answer(field: Exclude<FormField, Degrees>, values: Values): Answered {
  switch (field.type) {
    case "one": return one(field, values);
    case "several": return several(field, values);
    case "whole": return number(field, values);
    case "text": {
      const [text, ...more] = values.of(field.name);
      if (text === undefined) return missing(field, values);
      return more.length === 0 && Array.from(text).length <= field.most ? { value: text } : { wrong: field.error };
    }
  }
}

function one(field: One, values: Values): Answered {
  const [word, ...more] = values.of(field.name);
  if (more.length > 0) return { wrong: field.error };
  if (word === undefined || word === field.noAnswer) return missing(field, values);
  if (field.words?.includes(word) === true) return { value: field.written?.[word] ?? word };
  const chosen = Number(word);
  const isOffered = String(chosen) === word && Number.isInteger(chosen) && chosen >= (field.least ?? NaN) && chosen <= (field.most ?? NaN);
  return isOffered ? { value: chosen } : { wrong: field.error };
}

function several(field: Several, values: Values): Answered {
  const given = values.of(field.name);
  const chosen = field.words.filter(word => given.includes(word));
  if (!given.every(word => field.words.includes(word))) return { wrong: field.error };
  if (chosen.length < (field.least ?? 0) || chosen.length > (field.most ?? chosen.length)) return { wrong: field.error };
  return chosen.length === 0 ? missing(field, values) : { value: chosen };
}

/** A whole number that was typed, also with its unit: "7 seconds". */
function number(field: Whole, values: Values): Answered {
  const typed = values.of(field.name);
  const isTicked = field.word !== undefined && values.of(`${field.name}-${field.word}`).includes(field.word);
  if (typed.length === 0) return isTicked ? { value: field.word } : missing(field, values);
  if (isTicked) return { wrong: field.both ?? field.error };
  const value = typed.length === 1 ? whole(typed[0]!, field.least, field.most) : null;
  return value === null ? { wrong: field.error } : { value };
}

/** Measures that are added: all of them, or none. The sum is of the typed values, never of rounded ones, and exact. */
function degrees(form: EntryForm, field: Degrees, values: Values): Answered {
  const parts = form.fields.filter((part): part is Degrees => part.type === "degrees" && pathOf(part) === pathOf(field));
  if (parts.every(part => values.of(part.name).length === 0)) return missing(field, values);
  const typed = (part: Degrees): number | null => {
    const texts = values.of(part.name);
    return texts.length === 1 ? hundredths(texts[0]!, part.least, part.most) : null;
  };
  if (typed(field) === null) return { wrong: field.error };
  const signed = parts.flatMap(part => {
    const value = typed(part);
    return value === null ? [] : [part.sign * value];
  });
  if (field !== parts[parts.length - 1] || signed.length < parts.length) return {};
  return { value: Number(decimal(signed.reduce((sum, value) => sum + value, 0))) };
}

function missing(field: FormField, values: Values): Answered {
  if (field.default !== undefined && (field.defaultIf === undefined || meets(values, field.defaultIf))) {
    return { value: field.type === "several" ? [field.default] : field.default };
  }
  const isNeeded = field.needed === true && !(field.unless !== undefined && meets(values, field.unless)) && (field.if === undefined || meets(values, field.if));
  return isNeeded ? { wrong: field.error } : {};
}

function pathOf(field: FormField): string {
  return field.path ?? field.name;
}

/** The id of the element to go to when something is wrong with a field. */
function target(field: FormField): string {
  return field.address === true ? "main" : field.name;
}

/** The fields of an entry, in the order of its properties; paths with dots become objects, or lists where a number follows. */
function entry(properties: readonly string[], written: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const property of properties) {
    for (const [path, value] of written) {
      const names = path.split(".");
      if (names[0] !== property) continue;
      const last = names.pop() ?? "";
      const inner = names.reduce((to, name) => (to[name] ??= isPlace(last) ? [] : {}) as Record<string, unknown>, fields);
      inner[last] = value;
    }
  }
  return fields;
}

function isPlace(name: string): boolean {
  return /^\d+$/.test(name);
}
