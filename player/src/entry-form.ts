/**
 * Turns a form that names an entry kind into an entry, stores it on the device, sends it, and goes to the next page,
 * with or without a connection. If the device cannot store it, the page keeps it until the server has it. Without
 * script the same form goes to the server. `form/read.ts` describes the form's attributes; the form also has
 *
 *     data-problem="There is a problem" data-error="Error:"    the words for its errors
 *     data-fleeting="Keep this page open.."                    shown while something is kept only in this page
 *     <input type="hidden" name="entry-id" value="UUID">       the id of its entry; an offline page has none
 */
import schema from "../../contract/entry.schema.json";
import { clearErrors, showErrors } from "./form/errors";
import { fieldsOf, type Schema } from "./form/fields";
import { Opening, sessionTaken, type Taken } from "./form/opening";
import { read } from "./form/read";
import { sendTo } from "./outbox/delivery";
import { Outbox } from "./outbox/outbox";
import { personHere } from "./person/person";
import { h } from "./screen/dom";
import { idOf, newId, now, surroundings } from "./screen/real";
import { CarefulStore } from "./store/careful";
import type { Store } from "./store/store";

/** How long, in milliseconds, a person waits for a slow connection; the entry is kept meanwhile. */
const patienceMs = 6000;

/** How long, in milliseconds, a person waits for an answer from the device's store. */
const storeMs = 3000;

/** Whether something may be kept only in this page. */
let fleeting = false;

/** Goes to the next page when the server has what only this page keeps; null while nothing waits for that. */
let onceSent: (() => Promise<void>) | null = null;

// Opened when the page loads: if the store never answers, this is known before the form is filled in.
const opened = CarefulStore.open(() => (fleeting = true), storeMs);
const outbox = opened.then(store => new Outbox(store, sendTo("/api/journal", personHere()), { ...surroundings, tried: () => void onceSent?.() }));

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
  const { entry, again } = kind === "session" ? await told(form, fields, store) : opening.take(kind, fields, now());
  const to = leads ?? next(form, filled);
  const go = (): void => location.assign(again ? `${to}${to.includes("?") ? "&" : "?"}again=1` : to);
  if (entry !== null) {
    await store.keep(entry, null);
    // Not earlier: until the session is reported, its pages read what was done from the stored progress.
    if (kind === "session" && (await store.progress())?.session === fields["session"]) await store.forgetProgress();
  }
  await Promise.race([outbox.then(one => one.flush()), new Promise(resolve => setTimeout(resolve, patienceMs))]);
  // Nothing may delay the way to help in danger.
  if (!fleeting || leads !== null) return go();
  const id = entry?.id ?? opening.current;
  onceSent = async () => {
    if ((await store.waiting()).some(one => one.id === id)) return;
    onceSent = null;
    if ((await store.refused()).some(one => one.id === id)) plain(form, submitter, id);
    else go();
  };
  await onceSent();
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- It sets itself to null.
  if (onceSent !== null) sayFleeting(form);
}

/** The answers about a session, with what the player knows of it. */
async function told(form: HTMLFormElement, fields: Record<string, unknown>, store: Store): Promise<Taken> {
  const session = fields["session"];
  const progress = await store.progress();
  // What was left out because of an interruption says nothing: which stops are one is in the page.
  const cut = form.querySelector<HTMLElement>("[data-interruptions]")?.dataset["interruptions"]?.split(",").includes(String(fields["stopReason"]));
  const done = progress?.session === session && cut !== true ? progress?.ended?.done : undefined;
  return sessionTaken(done === undefined ? fields : { ...fields, done }, await idOf("session", String(session)), now(), await store.meanwhile(), newId);
}

/** The next address: the form's, with the answers in place of its {fields}. */
function next(form: HTMLFormElement, filled: readonly { field: string; value: string }[]): string {
  return ((form.dataset["next"] ?? "/today") + ("carry" in form.dataset ? location.search : "")).replace(/\{([\w.-]+)\}/g, (_, field: string) =>
    encodeURIComponent(filled.find(one => one.field === field)?.value ?? ""));
}

/**
 * Has the server take the form itself, with the id of its entry: if the server already has that entry, no second one
 * is made. The button that was pressed is added as a field, because `submit` omits it.
 */
function plain(form: HTMLFormElement, submitter: HTMLElement | null, id: string): void {
  // An offline page has no token: the server would refuse its form.
  if (form.querySelector("input[name=token]") === null) return sayFleeting(form);
  form.querySelectorAll("[data-plain]").forEach(old => old.remove());
  const field = (name: string, value: string): void => form.append(h("input", { type: "hidden", name, value, "data-plain": true }));
  form.querySelectorAll("input[name=entry-id]").forEach(old => old.remove());
  field("entry-id", id);
  if (submitter instanceof HTMLButtonElement && submitter.name !== "") field(submitter.name, submitter.value);
  form.submit();
}

/** Says that the page must stay open. */
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
    // A second tap while the first is being processed: ignored.
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
