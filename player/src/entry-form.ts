/**
 * Turns a form that names an entry kind into an entry, keeps it on the device, sends it, and goes on: with or without a
 * connection. Where the device can keep nothing, the page keeps it until the server has it. Without script the same
 * form goes to the server. The form's attributes are described in `form/read.ts`; beside them it holds
 *
 *     data-problem="There is a problem" data-error="Error:"    the words of its errors
 *     data-fleeting="Keep this page open.."                    said while something is kept in the page alone
 *     <input type="hidden" name="entry-id" value="UUID">       the id of its entry; a page that was kept has none
 */
import schema from "../../contract/entry.schema.json";
import { clearErrors, showErrors } from "./form/errors";
import { fieldsOf, type Schema } from "./form/fields";
import { Opening, sessionTaken, type Taken } from "./form/opening";
import { read } from "./form/read";
import { sendTo } from "./outbox/delivery";
import { Outbox } from "./outbox/outbox";
import { h } from "./screen/dom";
import { idOf, newId, now, surroundings } from "./screen/real";
import { CarefulStore } from "./store/careful";
import type { Store } from "./store/store";

/** So long, in milliseconds, a person waits for a slow connection; the entry is kept meanwhile. */
const patienceMs = 6000;

/** So long, in milliseconds, a person waits for an answer of the device's store. */
const storeMs = 3000;

/** Whether something may be kept in this page alone. */
let fleeting = false;

/** Goes on once what only this page keeps has reached the server; null while nothing waits for that. */
let onceSent: (() => Promise<void>) | null = null;

// Opened with the page: one that never answers is known as such before the form is filled in.
const opened = CarefulStore.open(() => (fleeting = true), storeMs);
const outbox = opened.then(store => new Outbox(store, sendTo("/api/journal"), { ...surroundings, tried: () => void onceSent?.() }));

async function take(form: HTMLFormElement, submitter: HTMLElement | null, opening: Opening): Promise<void> {
  const { filled, wrong, leads } = read(form, submitter, new URLSearchParams(location.search));
  if (wrong.length > 0 && leads === null) return showErrors(form, wrong);
  if (form.dataset["nothing"] !== undefined && form.querySelector("input:checked") === null) {
    return showErrors(form, [{ id: form.querySelector<HTMLInputElement>(".question input")?.id ?? "", message: form.dataset["nothing"] }]);
  }
  clearErrors(form);
  if ("part" in form.dataset && leads === null) return location.assign(next(form, filled));
  const store = await opened;
  const kind = form.dataset["entry"]!;
  const fields = fieldsOf(schema as unknown as Schema, kind, filled);
  const { entry, again } = kind === "session" ? await told(fields, store) : opening.take(kind, fields, now());
  const to = leads ?? next(form, filled);
  const go = (): void => location.assign(again ? `${to}${to.includes("?") ? "&" : "?"}again=1` : to);
  if (entry !== null) {
    await store.keep(entry, null);
    // Only now: until the session is told, what was done of it is asked of what the player kept.
    if (kind === "session" && (await store.progress())?.session === fields["session"]) await store.forgetProgress();
  }
  await Promise.race([outbox.then(one => one.flush()), new Promise(resolve => setTimeout(resolve, patienceMs))]);
  // What leads to help in danger is not held up by anything.
  if (!fleeting || leads !== null) return go();
  const id = entry?.id ?? opening.current;
  onceSent = async () => {
    if ((await store.waiting()).some(one => one.id === id)) return;
    onceSent = null;
    if ((await store.refused()).some(one => one.id === id)) plain(form, submitter, id);
    else go();
  };
  await onceSent();
  if (onceSent !== null) sayFleeting(form);
}

/** How a session was, with what the player knows of it. */
async function told(fields: Record<string, unknown>, store: Store): Promise<Taken> {
  const session = fields["session"];
  const progress = await store.progress();
  const cut = fields["stopReason"] === "interrupted" || fields["stopReason"] === "other";
  const done = progress?.session === session && !cut ? progress?.ended?.done : undefined;
  return sessionTaken(done === undefined ? fields : { ...fields, done }, await idOf("session", String(session)), now(), await store.meanwhile(), newId);
}

/** Where to go: the form's address, with what was chosen in place of its {fields}. */
function next(form: HTMLFormElement, filled: readonly { field: string; value: string }[]): string {
  return ((form.dataset["next"] ?? "/today") + ("carry" in form.dataset ? location.search : "")).replace(/\{([\w.-]+)\}/g, (_, field: string) =>
    encodeURIComponent(filled.find(one => one.field === field)?.value ?? ""));
}

/**
 * Has the server take the form itself, under the id that its entry has: what the server knows already makes no second
 * one. The button that was pressed goes along as a field, for `submit` leaves it out.
 */
function plain(form: HTMLFormElement, submitter: HTMLElement | null, id: string): void {
  // A page that was kept has no token: the server would not take its form.
  if (form.querySelector("input[name=token]") === null) return sayFleeting(form);
  form.querySelectorAll("[data-plain]").forEach(old => old.remove());
  const field = (name: string, value: string): void => form.append(h("input", { type: "hidden", name, value, "data-plain": true }));
  form.querySelectorAll("input[name=entry-id]").forEach(old => old.remove());
  field("entry-id", id);
  if (submitter instanceof HTMLButtonElement && submitter.name !== "") field(submitter.name, submitter.value);
  form.submit();
}

/** Says that the page has to stay open. */
function sayFleeting(form: HTMLFormElement): void {
  document.getElementById("fleeting")?.remove();
  const note = h("p", { id: "fleeting", class: "card card--care strong", role: "status", tabindex: "-1" }, form.dataset["fleeting"] ?? "");
  (document.querySelector("main") ?? form).prepend(note);
  note.focus();
}

function hear(form: HTMLFormElement): void {
  const opening = new Opening(form.querySelector<HTMLInputElement>("input[name=entry-id]")?.value || newId(), newId);
  let busy = false;
  form.addEventListener("submit", event => {
    event.preventDefault();
    // A second tap while the first is on its way: it is seen to.
    if (busy) return;
    busy = true;
    form.setAttribute("aria-busy", "true");
    const { submitter } = event;
    void take(form, submitter, opening)
      .catch(() => plain(form, submitter, opening.current))
      .finally(() => {
        busy = false;
        form.removeAttribute("aria-busy");
      });
  });
}

document.querySelectorAll<HTMLFormElement>("form[data-entry][data-next]").forEach(hear);
