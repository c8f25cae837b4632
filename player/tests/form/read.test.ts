import { test } from "node:test";
import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { description, type EntryForm } from "../../src/form/description";
import { at, read } from "../../src/form/read";
import { valuesIn, valuesOf, type Values } from "../../src/form/values";
import { json, lines } from "../golden";

type Typed = Readonly<Record<string, string | readonly string[]>>;

/** What people type and choose, by the name of the control; the fields that it makes, or what is wrong by the key of its text. */
interface Case {
  readonly form: string;
  readonly typed: Typed;
  readonly address?: Typed;
  readonly fields: Record<string, unknown> | null;
  readonly wrong: Readonly<Record<string, string>>;
  readonly urgent?: string;
}

const forms = json<Readonly<Record<string, EntryForm>>>("contract/golden/entry-forms.json");
const cases = lines<Case>("contract/golden/typed.ndjson");

function values(typed: Typed = {}): Values {
  return valuesOf(Object.entries(typed).flatMap(([name, value]) => [value].flat().map(one => [name, one] as const)));
}

test("what is typed makes the entry, or the problems, that the golden cases have", () => {
  assert.ok(cases.length > 200);
  assert.deepEqual([...new Set(cases.map(one => one.form))].sort(), Object.keys(forms).sort(), "every form has cases");
  for (const one of cases) {
    const says = JSON.stringify(one);
    const { fields, wrong, urgent } = read(forms[one.form]!, values(one.typed), values(one.address));
    assert.deepEqual(wrong.map(({ id, message }) => [id, message]), Object.entries(one.wrong), says);
    // To the letter: the order of the fields and the digits too.
    if (one.fields === null) assert.notEqual(wrong.length, 0, says);
    else assert.equal(JSON.stringify(fields), JSON.stringify(one.fields), says);
    assert.equal(urgent, one.urgent ?? null, says);
  }
});

test("a difference is written with the digits that it has, and none that binary fractions add", () => {
  for (const [left, right, written] of [["32.21", "30.01", 2.2], ["30", "30.01", -0.01], ["30.10", "30", 0.1], ["45", "15", 30]] as const) {
    const { fields } = read(forms["foot-check"]!, values({ looked: "nobody", left, right }));
    assert.deepEqual(fields, { skin: "clear", looked: "nobody", sideDifferenceC: written });
  }
});

test("a value is found by its path", () => {
  assert.equal(at({ answers: { age: 66 } }, "answers.age"), 66);
  assert.equal(at({ what: "fall" }, "answers.age"), undefined);
});

/** A form of a page, with some of its controls filled in. */
function page(html: string): HTMLFormElement {
  const { document, window } = parseHTML(`<form>${html}</form>`);
  Object.assign(globalThis, { HTMLButtonElement: window["HTMLButtonElement"] });
  return document.querySelector("form") as unknown as HTMLFormElement;
}

test("controls give what is chosen and typed, and the button that sends the form", () => {
  const form = page(`<input type="hidden" name="token" value="t"><input type="radio" name="a" value="1"><input type="radio" name="a" value="2" checked>
    <input type="checkbox" name="b" value="x" checked><input type="checkbox" name="b" value="y" checked><input type="text" name="c" value=" 7\u00a0"><input type="text" name="d" value=" ">
    <button name="raised" value="yes"></button><button name="raised" value="no"></button>`);
  const pressed = form.querySelector("button")!;
  // This document leaves a button's value to its attribute alone.
  pressed.value = pressed.getAttribute("value")!;
  const all = valuesIn(form, pressed);
  assert.deepEqual(["token", "a", "b", "c", "d", "raised", "e"].map(name => all.of(name)), [["t"], ["2"], ["x", "y"], ["7"], [], ["yes"], []]);
  assert.deepEqual(valuesIn(form, null).of("raised"), []);
});

test("what is hidden is not asked, and what is hidden among choices is not chosen", () => {
  const form = page(`<section hidden><input type="radio" name="effort.toe-lift" value="4" checked></section>
    <div><input type="checkbox" name="cramp" value="toe-lift" checked hidden></div><div><input type="checkbox" name="cramp" value="ankle-pump" checked></div>
    <input type="radio" name="after" value="3" checked><input type="radio" name="effort.ankle-pump" value="2" checked>`);
  const { fields, wrong } = read(forms["session"]!, valuesIn(form, null));
  assert.deepEqual(wrong, []);
  assert.deepEqual(fields, { session: "s", painAfter: 3, effort: { "ankle-pump": 2 }, cramp: ["ankle-pump"] });
});

test("the page describes its form within the form", () => {
  const asked = description(page('<script type="application/json" id="form-event">{"kind":"event","next":"/x"}</script><input name="what">'));
  assert.equal(asked?.kind, "event");
  assert.equal(description(page("<input name=what>")), null);
});
