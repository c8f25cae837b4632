/**
 * A form as a page has it. Its `data-` attributes say how it is processed:
 *
 *     <form data-entry="KIND" data-next="where to go when it is stored" data-carry>  with the page's own query
 *           data-part                      no entry, unless an answer leads somewhere at once: the rest is later
 *       <input type="hidden" data-field="session" data-value=".." data-query="session">
 *              data-needed="..">           a hidden field; on an offline page, from the page's query
 *       <button data-field="painRaised" value="yes">                    a field that the button itself answers
 *       <div class="question" data-field="painAfter"                    the field; by default the name of its inputs
 *            data-needed="what to say when it is missing"
 *            data-needed-if="stop=cramp"                                it is required only then
 *            data-unless="stop=pain,dizzy"                              then it is optional
 *            data-default="clear" data-default-if="..">                 what is written when it is missing
 *         <input name="leg" value="yes" data-leads="/danger/same-day">  where it leads at once, whatever is missing
 *         <input name="skin" value="unsure" data-value="mark">          what is written for a choice, if it differs
 *       <div class="question" data-field="answers.age" data-needed=".." data-from="18" data-to="120" data-both="..">
 *         <input inputmode="numeric">      a whole number that is typed, or one of the choices next to it
 *       <div class="field" data-field="sideDifferenceC" data-sign="-1" data-from="15" data-to="45" data-wrong="..">
 *         <input name="right">             the sum of all inputs of the field is written: all are filled in, or none
 */
import type { Filled } from "./fields";
import { decimal, hundredths, trimmed, whole } from "./typed";

export interface Wrong {
  /** The id of the element to go to. */
  readonly id: string;
  readonly message: string;
}

export interface Read {
  readonly filled: readonly Filled[];
  readonly wrong: readonly Wrong[];
  /** Where a chosen answer leads at once: the most urgent place; null for nowhere. */
  readonly leads: string | null;
}

export function read(form: HTMLFormElement, button: HTMLElement | null, query: URLSearchParams): Read {
  const filled: Filled[] = [];
  const wrong: Wrong[] = [];
  form.querySelectorAll<HTMLInputElement>("input[type=hidden][data-field]").forEach(input => {
    const { needed, value: own, query: name } = input.dataset;
    const value = (own || query.get(name ?? "")) ?? "";
    if (value === "" && needed !== undefined && !wrong.some(one => one.message === needed)) wrong.push({ id: "main", message: needed });
    filled.push({ field: input.dataset["field"]!, value });
  });
  if (button instanceof HTMLButtonElement && button.dataset["field"] !== undefined) filled.push({ field: button.dataset["field"], value: button.value });
  form.querySelectorAll<HTMLElement>(".question").forEach(question => {
    if (question.closest("[hidden]") !== null) return;
    const chosen = [...question.querySelectorAll<HTMLInputElement>("input:checked")];
    const name = question.querySelector("input")?.name ?? "";
    const field = question.dataset["field"] ?? name;
    const typing = question.querySelector<HTMLInputElement>("input[inputmode=numeric]");
    if (typing !== null && trimmed(typing.value) !== "") return typed(typing, question, field, chosen.length > 0, filled, wrong);
    chosen.forEach(input => filled.push({ field, value: input.dataset["value"] ?? input.value }));
    if (chosen.length > 0) return;
    const { needed, neededIf, unless, default: otherwise, defaultIf } = question.dataset;
    if (otherwise !== undefined && (needed === undefined || meets(form, unless ?? defaultIf))) filled.push({ field, value: otherwise });
    else if (needed !== undefined && !meets(form, unless) && (neededIf === undefined || meets(form, neededIf))) wrong.push({ id: name, message: needed });
  });
  measures(form, filled, wrong);
  const leads = [...form.querySelectorAll<HTMLInputElement>("input:checked[data-leads]")].map(input => input.dataset["leads"]!);
  // Alphabetically "emergency" comes before "same-day"; a test checks this.
  return { filled, wrong, leads: leads.sort()[0] ?? null };
}

/** A whole number that was typed, also with its unit: "7 seconds". */
function typed(input: HTMLInputElement, { dataset }: HTMLElement, field: string, both: boolean, filled: Filled[], wrong: Wrong[]): void {
  const number = whole(input.value, Number(dataset["from"]), Number(dataset["to"]));
  if (both) wrong.push({ id: input.id, message: dataset["both"] ?? "" });
  else if (number !== null) filled.push({ field, value: String(number) });
  else wrong.push({ id: input.id, message: dataset["needed"] ?? "" });
}

/** Measures that are added: all of them, or none. The sum is exact: of the typed values, never of rounded ones. */
function measures(form: HTMLFormElement, filled: Filled[], wrong: Wrong[]): void {
  const all = [...form.querySelectorAll<HTMLElement>("[data-sign]")].map(part => ({ part, input: part.querySelector("input")! }));
  if (all.every(({ input }) => trimmed(input.value) === "")) return;
  let sum = 0;
  let fits = true;
  for (const { part: { dataset }, input } of all) {
    const number = hundredths(input.value, Number(dataset["from"]), Number(dataset["to"]));
    if (number === null) wrong.push({ id: input.id, message: dataset["wrong"] ?? "" });
    fits &&= number !== null;
    sum += (number ?? 0) * Number(dataset["sign"]);
  }
  if (fits) filled.push({ field: all[0]!.part.dataset["field"]!, value: decimal(sum) });
}

/** Whether the form has one of the values that a text such as `stop=pain,dizzy` names. */
function meets(form: HTMLFormElement, condition: string | undefined): boolean {
  if (condition === undefined) return false;
  const [name, values] = condition.split("=") as [string, string];
  const chosen = form.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`);
  return chosen !== null && values.split(",").includes(chosen.value);
}
