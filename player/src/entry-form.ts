/**
 * Turns a form that contains a description into an entry, stores it on the device, sends it, and goes to the next page,
 * with or without a connection. If the device cannot store it, the page keeps it until the server has it. Without
 * script the same form goes to the server, which reads it by the same description (`form/description.ts`). A hidden
 * input `entry-id` holds the id of its entry; an offline page has none.
 */
import { description, type PageForm } from "./form/description";
import { clearErrors, showErrors } from "./form/errors";
import { Opening, sessionTaken, type Taken } from "./form/opening";
import { at, meets, read } from "./form/read";
import { valuesIn, valuesOf, type Values } from "./form/values";
import { sendTo } from "./outbox/delivery";
import { Outbox } from "./outbox/outbox";
import { personHere } from "./person/person";
import { h } from "./screen/dom";
import { idOf, newId, now, surroundings } from "./screen/real";
import { CarefulStore } from "./store/careful";
import type { Store } from "./store/store";

/** How long, in milliseconds, a person waits for a slow connection; the entry is kept meanwhile. */
const patienceMs = 6000;

/** Whether something may be kept only in this page. */
let fleeting = false;

/** Goes to the next page when the server has what only this page keeps; null while nothing waits for that. */
let onceSent: (() => Promise<void>) | null = null;

// Opened when the page loads: if the store never answers, this is known before the form is filled in.
const opened = CarefulStore.open(() => (fleeting = true));
const outbox = opened.then(store => new Outbox(store, sendTo("/api/journal", personHere()), { ...surroundings, tried: () => void onceSent?.() }));

async function take(form: HTMLFormElement, asked: PageForm, submitter: HTMLElement | null, opening: Opening): Promise<void> {
  const values = valuesIn(form, submitter);
  const { fields, wrong, urgent } = read(asked, values, valuesOf(new URLSearchParams(location.search)));
  if (wrong.length > 0 && urgent === null) return showErrors(form, asked.texts, wrong);
  clearErrors(form, asked.texts);
  if (asked.part === true && urgent === null) return location.assign(next(asked, fields));
  const store = await opened;
  const { entry, again } = asked.kind === "session" ? await takeSession(asked, fields, values, store) : opening.take(asked.kind, fields, now());
  const to = urgent === null ? next(asked, fields) : `/danger/${urgent}`;
  const go = (): void => location.assign(again ? `${to}${to.includes("?") ? "&" : "?"}again=1` : to);
  if (entry !== null) {
    await store.keep(entry, null);
    // Not earlier: until the session is reported, its pages read what was done from the stored progress.
    if (asked.kind === "session" && (await store.progress())?.session === fields["session"]) await store.forgetProgress();
  }
  await Promise.race([outbox.then(one => one.flush()), new Promise(resolve => setTimeout(resolve, patienceMs))]);
  // Nothing may delay the way to help in danger.
  if (!fleeting || urgent !== null) return go();
  const id = entry?.id ?? opening.current;
  onceSent = async () => {
    if ((await store.waiting()).some(one => one.id === id)) return;
    onceSent = null;
    if ((await store.refused()).some(one => one.id === id)) plain(form, asked, submitter, id);
    else go();
  };
  await onceSent();
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- It sets itself to null.
  if (onceSent !== null) sayFleeting(form, asked);
}

/** The answers about a session, with what the player knows of it. */
async function takeSession(asked: PageForm, fields: Readonly<Record<string, unknown>>, values: Values, store: Store): Promise<Taken> {
  const session = fields["session"];
  const progress = await store.progress();
  const isOmitted = asked.omitsDoneIf !== undefined && meets(values, asked.omitsDoneIf);
  const done = progress?.session === session && !isOmitted ? progress?.ended?.done : undefined;
  return sessionTaken(done === undefined ? fields : { ...fields, done }, await idOf("session", String(session)), now(), await store.meanwhile(), newId);
}

/** The next address: the form's, with the answers in place of its {paths}. */
function next(asked: PageForm, fields: unknown): string {
  return (asked.next + (asked.carry === true ? location.search : ""))
    .replace(/\{([\w.-]+)\}/g, (_, path: string) => {
      const answer = at(fields, path);
      return typeof answer === "string" || typeof answer === "number" ? encodeURIComponent(answer) : "";
    });
}

/**
 * Has the server take the form itself, with the id of its entry: if the server already has that entry, no second one
 * is made. The button that was pressed is added as a field, because `submit` omits it.
 */
function plain(form: HTMLFormElement, asked: PageForm, submitter: HTMLElement | null, id: string): void {
  // An offline page has no token: the server would refuse its form.
  if (form.querySelector("input[name=token]") === null) return sayFleeting(form, asked);
  form.querySelectorAll("[data-plain]").forEach(old => old.remove());
  const field = (name: string, value: string): void => form.append(h("input", { type: "hidden", name, value, "data-plain": true }));
  form.querySelectorAll("input[name=entry-id]").forEach(old => old.remove());
  field("entry-id", id);
  if (submitter instanceof HTMLButtonElement && submitter.name !== "") field(submitter.name, submitter.value);
  form.submit();
}

/** Says that the page must stay open. */
function sayFleeting(form: HTMLFormElement, asked: PageForm): void {
  document.getElementById("fleeting")?.remove();
  const note = h("p", { id: "fleeting", class: "card card--care strong", role: "status", tabindex: "-1" }, asked.texts.fleeting);
  (document.querySelector("main") ?? form).prepend(note);
  note.focus();
}

function hear(form: HTMLFormElement): void {
  const asked = description(form);
  if (asked === null) return;
  const opening = new Opening(form.querySelector<HTMLInputElement>("input[name=entry-id]")?.value || newId(), newId);
  let busy = false;
  form.addEventListener("submit", event => {
    event.preventDefault();
    // A second tap while the first is being processed: ignored.
    if (busy) return;
    busy = true;
    form.setAttribute("aria-busy", "true");
    const { submitter } = event;
    void take(form, asked, submitter, opening)
      .catch(() => plain(form, asked, submitter, opening.current))
      .finally(() => {
        busy = false;
        form.removeAttribute("aria-busy");
      });
  });
}

// What is said only on the way from another page: the server shows it, but a kept page does not know the way.
const then = new URLSearchParams(location.search).get("then");
document.querySelectorAll<HTMLElement>("[data-then]").forEach(part => (part.hidden = part.dataset["then"] !== then));
document.querySelectorAll<HTMLFormElement>("form[data-entry]").forEach(hear);
