import { h } from "../screen/dom";
import type { PageForm } from "./description";
import type { Wrong } from "./read";

/**
 * Shows what must be corrected as the server's own pages do: "Error:" first in the title, a summary at the top of
 * `main`, the message at each question and linked to it. Removes earlier errors first, also the server's.
 */
export function showErrors(form: HTMLFormElement, texts: PageForm["texts"], wrong: readonly Wrong[]): void {
  clearErrors(form, texts);
  const { error } = texts;
  document.title = `${error} ${document.title}`;
  const title = h("h2", { id: "errors-title" }, texts.problem);
  const list = h("ul", {}, ...wrong.map(({ id, message }) => h("li", {}, h("a", { href: `#${id}` }, message))));
  const summary = h("div", { class: "nhsuk-error-summary", role: "alert", tabindex: "-1", "aria-labelledby": "errors-title" }, title, list);
  wrong.forEach(one => mark(one, error));
  (document.querySelector("main") ?? form).prepend(summary);
  summary.focus();
}

/** Removes all messages about errors. */
export function clearErrors(form: HTMLFormElement, texts: PageForm["texts"]): void {
  const error = `${texts.error} `;
  if (document.title.startsWith(error)) document.title = document.title.slice(error.length);
  document.querySelector(".nhsuk-error-summary")?.remove();
  form.querySelectorAll(".wrong").forEach(field => field.classList.remove("wrong"));
  form.querySelectorAll("p.error").forEach(message => {
    message.remove();
    form.querySelectorAll("[aria-describedby]").forEach(described => describe(described, message.id, false));
  });
}

/** The message of one field, above its choices or its input. */
function mark({ id, message }: Wrong, error: string): void {
  const input = document.getElementById(id);
  const field = input?.closest(".question, .field");
  if (input === null || field === null || field === undefined) return;
  field.classList.add("wrong");
  const isTyped = input.matches(".input");
  const text = h("p", { id: `${id}-error`, class: "error" }, h("span", { class: "out-of-sight" }, error), ` ${message}`);
  const group = field.querySelector("fieldset");
  (group ?? field).querySelector(":scope > .nhsuk-radios, :scope > .with-unit, :scope > .input")?.before(text);
  const described = isTyped ? input : group;
  if (described !== null) describe(described, text.id, true);
}

/** Adds an id at the end of the ids that describe an element, or removes it. */
function describe(element: Element, id: string, isOn: boolean): void {
  const others = (element.getAttribute("aria-describedby") ?? "").split(" ").filter(one => one !== "" && one !== id);
  const all = isOn ? [...others, id] : others;
  if (all.length === 0) element.removeAttribute("aria-describedby");
  else element.setAttribute("aria-describedby", all.join(" "));
}
