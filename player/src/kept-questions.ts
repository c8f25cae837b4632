/**
 * The questions after a session on a page that was kept: it asks of every exercise, and this leaves those that were
 * done. Runs before `entry-form.js`, which leaves out what is hidden.
 */
import { DeviceStore } from "./store/device";

async function fit(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const session = query.get("session");
  const store = await DeviceStore.open();
  const progress = await store.progress();
  const sets = (await store.meanwhile()).filter(entry => entry.kind === "set" && entry["session"] === session);
  const done = new Set(sets.map(entry => entry["exercise"]));
  if (progress?.session === session) Object.keys(progress.ended?.done ?? {}).forEach(exercise => done.add(exercise));
  document.querySelectorAll<HTMLElement>("[data-asks]").forEach(part => (part.hidden = !done.has(part.dataset["asks"]!)));
  document.querySelectorAll<HTMLInputElement>("input[name=cramp]").forEach(box => {
    const item = box.closest<HTMLElement>(".nhsuk-radios__item");
    if (item !== null) item.hidden = !done.has(box.value);
  });
  const before = document.querySelector<HTMLElement>('.question[data-field="painBefore"]');
  if (before !== null) before.hidden = query.has("before");
  // Whoever stopped finds the question of why open.
  const why = document.querySelector<HTMLDetailsElement>("form details");
  if (why !== null && query.has("stop")) why.open = true;
}

if ("indexedDB" in window) void fit();
