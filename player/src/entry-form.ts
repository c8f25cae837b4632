/**
 * Turns a form that names an entry kind into an entry, keeps it on the device, sends it, and goes on: with or without a
 * connection. Where the device can keep nothing, and without script, the same form goes to the server. The form's
 * attributes are described in `form/read.ts`. The page holds `data-problem="There is a problem"` on its form.
 */
import schema from "../../contract/entry.schema.json";
import { fieldsOf, type Schema } from "./form/fields";
import { read, type Wrong } from "./form/read";
import { sendTo } from "./outbox/delivery";
import { Outbox } from "./outbox/outbox";
import { h } from "./screen/dom";
import { idOf, newId, now, surroundings } from "./screen/real";
import type { Entry } from "./session/entry";
import { DeviceStore } from "./store/device";
import type { Store } from "./store/store";

/** So long, in milliseconds, a person waits for a slow connection; the entry is kept meanwhile. */
const patienceMs = 6000;

async function take(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const { filled, wrong, leads } = read(form, submitter, new URLSearchParams(location.search));
  if (wrong.length > 0 && leads === null) return show(form, wrong);
  if (form.dataset["nothing"] !== undefined && form.querySelector("input:checked") === null) {
    return show(form, [{ id: form.querySelector<HTMLInputElement>(".question input")?.id ?? "", message: form.dataset["nothing"] }]);
  }
  if ("part" in form.dataset && leads === null) return location.assign(next(form, filled));
  const store = await DeviceStore.open();
  const kind = form.dataset["entry"]!;
  const fields = fieldsOf(schema as unknown as Schema, kind, filled);
  const entry = await completed({ id: newId(), at: now(), kind, ...fields }, store);
  if (entry !== null) {
    submitter?.setAttribute("aria-disabled", "true");
    await store.keep(entry, null);
    // Only now: until the session is told, what was done of it is asked of what the player kept.
    if (kind === "session" && (await store.progress())?.session === entry["session"]) await store.forgetProgress();
    await Promise.race([
      new Outbox(store, sendTo("/api/journal"), surroundings).flush(),
      new Promise(resolve => setTimeout(resolve, patienceMs)),
    ]);
  }
  location.assign(leads ?? next(form, filled));
}

/** A session's entry with what the player knows of it; null when it was told before. */
async function completed(entry: Entry, store: Store): Promise<Entry | null> {
  if (entry.kind !== "session") return entry;
  const told = (await store.meanwhile()).some(one => one.kind === "session" && one["session"] === entry["session"]);
  if (told) return null;
  const own = { ...entry, id: await idOf("session", String(entry["session"])) };
  const progress = await store.progress();
  if (progress === null || progress.session !== entry["session"]) return own;
  const cut = entry["stopReason"] === "interrupted" || entry["stopReason"] === "other";
  const done = progress.ended?.done;
  return cut || done === undefined ? own : { ...own, done };
}

/** Where to go: the form's address, with what was chosen in place of its {fields}. */
function next(form: HTMLFormElement, filled: readonly { field: string; value: string }[]): string {
  return ((form.dataset["next"] ?? "/today") + ("carry" in form.dataset ? location.search : "")).replace(/\{([\w.-]+)\}/g, (_, field: string) =>
    encodeURIComponent(filled.find(one => one.field === field)?.value ?? ""));
}

/** Sums up what needs mending at the top, and at each question, as the server's own pages do. */
function show(form: HTMLFormElement, wrong: readonly Wrong[]): void {
  document.querySelectorAll("[data-by-script]").forEach(old => old.remove());
  form.querySelectorAll(".wrong").forEach(old => old.classList.remove("wrong"));
  const title = h("h2", { id: "errors-title" }, form.dataset["problem"] ?? "");
  const list = h("ul", {}, ...wrong.map(({ id, message }) => h("li", {}, h("a", { href: `#${id}` }, message))));
  const summary = h("div", { class: "nhsuk-error-summary", role: "alert", tabindex: "-1", "aria-labelledby": "errors-title", "data-by-script": true }, title, list);
  for (const { id, message } of wrong) {
    const field = document.getElementById(id)?.closest(".question, .field");
    field?.classList.add("wrong");
    const before = field?.querySelector("legend, label");
    before?.after(h("p", { class: "error", "data-by-script": true }, message));
  }
  document.querySelector(".nhsuk-error-summary")?.remove();
  (document.querySelector("main") ?? form).prepend(summary);
  summary.focus();
}

function hear(form: HTMLFormElement): void {
  let busy = false;
  form.addEventListener("submit", event => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    void take(form, event.submitter)
      // The device can keep nothing: the server takes the form itself.
      .catch(() => form.submit())
      .finally(() => (busy = false));
  });
}

if ("indexedDB" in window) document.querySelectorAll<HTMLFormElement>("form[data-entry][data-next]").forEach(hear);
