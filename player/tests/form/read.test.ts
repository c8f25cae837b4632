import { test } from "node:test";
import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { fieldsOf, type Schema } from "../../src/form/fields";
import { read, type Read } from "../../src/form/read";
import { json, lines } from "../golden";

/** What people type and choose, by the name of the input; the fields that it makes, or the ids of what needs mending. */
interface Case {
  readonly kind: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly fields: Record<string, unknown> | null;
  readonly wrong: readonly string[];
}

const choices = (name: string, words: string, data = "") => `<div class="question" ${data}>${words.split(" ")
  .map(word => `<input type="radio" id="${name}-${word}" name="${name}" value="${word}">`).join("")}</div>`;

const measure = (name: string, sign: number) => `<div class="field" data-field="sideDifferenceC" data-sign="${sign}" data-from="15" data-to="45" data-wrong="Write the degrees.">
  <input id="${name}" name="${name}" type="text" inputmode="decimal"></div>`;

const number = (name: string, from: number, to: number, box = "") => `<div class="question" data-field="answers.${name}" data-needed="Write a number." data-both="One of the two." data-from="${from}" data-to="${to}">
  <input id="${name}" name="${name}" type="text" inputmode="numeric">${box}</div>`;

const notDone = (name: string) => `<input type="checkbox" id="${name}-not-done" name="${name}-not-done" value="not-done">`;

/** The parts of the server's forms that the script reads. */
const pages: Readonly<Record<string, string>> = {
  "foot-check": choices("looked", "self helper nobody", 'data-needed="Who looked?"')
    + choices("skin", "clear mark", 'data-needed="What is the skin like?" data-unless="looked=nobody" data-default="clear"')
    + choices("heat", "no yes unsure", 'data-needed="Is it hot?" data-unless="looked=nobody"')
    + choices("swelling", "no yes unsure", 'data-needed="Is it swollen?" data-unless="looked=nobody"')
    + measure("left", 1) + measure("right", -1),
  age: number("age", 18, 120),
  "chair-stands": number("chair-stands", 0, 60, notDone("chair-stands")),
  "tandem-stand-seconds": number("tandem-stand-seconds", 0, 10, notDone("tandem-stand-seconds")),
};

/** A form with these values typed and chosen, as the script reads it. */
function filled(html: string, typed: Readonly<Record<string, string>>, query = "", button = false): Read {
  const { document, window } = parseHTML(`<form>${html}</form>`);
  Object.assign(globalThis, { HTMLButtonElement: window["HTMLButtonElement"] });
  const form = document.querySelector("form")!;
  for (const [name, value] of Object.entries(typed)) {
    const inputs = [...form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
    assert.notEqual(inputs.length, 0, name);
    const choice = inputs.find(input => input.type !== "text" && input.value === value);
    if (choice === undefined) inputs[0]!.value = value;
    else choice.setAttribute("checked", "");
  }
  const pressed = button ? form.querySelector("button")! : null;
  // This document leaves a button's value to its attribute alone.
  if (pressed !== null) pressed.value = pressed.getAttribute("value")!;
  return read(form, pressed, new URLSearchParams(query));
}

test("what is typed makes the entry that the golden cases have", () => {
  const schema = json<Schema>("contract/entry.schema.json");
  const cases = lines<Case>("contract/golden/typed.ndjson");
  assert.ok(cases.length >= 40);
  for (const { kind, typed, fields, wrong } of cases) {
    const says = JSON.stringify(typed);
    const page = pages[kind === "screening" ? Object.keys(typed)[0]! : kind]!;
    const form = filled(page, typed);
    assert.deepEqual(form.wrong.map(one => one.id), wrong, says);
    if (fields !== null) assert.deepEqual(fieldsOf(schema, kind, form.filled), fields, says);
  }
});

test("a difference is written with the digits that it has, and none that binary fractions add", () => {
  for (const [left, right, written] of [["32.21", "30.01", "2.2"], ["30", "30.01", "-0.01"], ["30.10", "30", "0.1"], ["45", "15", "30"]] as const) {
    const { filled: all } = filled(measure("left", 1) + measure("right", -1), { left, right });
    assert.deepEqual(all, [{ field: "sideDifferenceC", value: written }]);
  }
});

test("what is needed and left out is asked for, unless another answer frees from it", () => {
  const page = pages["foot-check"]!;
  assert.deepEqual(filled(page, { looked: "self" }).wrong.map(one => one.message), ["What is the skin like?", "Is it hot?", "Is it swollen?"]);
  const nobody = filled(page, { looked: "nobody" });
  assert.deepEqual(nobody, { filled: [{ field: "looked", value: "nobody" }, { field: "skin", value: "clear" }], wrong: [], leads: null });
});

test("a choice may be written as another word, and lead somewhere at once", () => {
  const page = `<div class="question" data-field="skin"><input type="radio" name="s" value="unsure" data-value="mark"></div>
    <div class="question"><input type="radio" name="leg" value="yes" data-leads="/danger/same-day"></div>
    <div class="question"><input type="radio" name="chest" value="yes" data-leads="/danger/emergency"></div>`;
  assert.deepEqual(filled(page, { s: "unsure" }), { filled: [{ field: "skin", value: "mark" }], wrong: [], leads: null });
  assert.equal(filled(page, { leg: "yes" }).leads, "/danger/same-day");
  assert.equal(filled(page, { leg: "yes", chest: "yes" }).leads, "/danger/emergency");
});

test("hidden fields come from the page, or from its address; a button answers its own field", () => {
  const page = `<input type="hidden" data-field="session" data-value="s"><input type="hidden" data-field="painBefore" data-query="before">
    <input type="hidden" data-field="first" data-query="first" data-needed="Begin at the first page."><button data-field="painRaised" value="yes"></button>`;
  assert.deepEqual(filled(page, {}, "before=3&first=no", true), {
    filled: [{ field: "session", value: "s" }, { field: "painBefore", value: "3" }, { field: "first", value: "no" }, { field: "painRaised", value: "yes" }],
    wrong: [], leads: null,
  });
  assert.deepEqual(filled(page, {}).wrong, [{ id: "main", message: "Begin at the first page." }]);
});

test("only one of a group that is needed for another answer is asked for", () => {
  const page = choices("stop", "cramp tired") + choices("cramp", "toe-lift", 'data-needed="Where?" data-needed-if="stop=cramp"');
  assert.deepEqual(filled(page, { stop: "cramp" }).wrong, [{ id: "cramp", message: "Where?" }]);
  assert.deepEqual(filled(page, { stop: "tired" }).wrong, []);
});

test("what is hidden is not asked", () => {
  assert.deepEqual(filled(`<section hidden>${pages["age"]!}</section>`, {}), { filled: [], wrong: [], leads: null });
});
