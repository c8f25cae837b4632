/**
 * The questions after a session on an offline page: the page asks about every exercise, and this hides the exercises
 * that were not done. Runs before `entry-form.js`, which omits what is hidden.
 */
import { CarefulStore } from "./store/careful";

async function fit(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const session = query.get("session");
  // A device that forbids its store, or does not answer, knows of no sets: nothing is asked about any exercise then, since
  // an answer would be needed for each and could only be made up.
  const store = await CarefulStore.open(() => undefined);
  const progress = await store.progress();
  const sets = (await store.meanwhile()).filter(entry => entry.kind === "set" && entry["session"] === session);
  const done = new Set(sets.map(entry => entry["exercise"]));
  if (progress?.session === session) Object.keys(progress.ended?.done ?? {}).forEach(exercise => done.add(exercise));
  document.querySelectorAll<HTMLElement>("[data-asks]").forEach(part => (part.hidden = !done.has(part.dataset["asks"]!)));
  document.querySelectorAll<HTMLInputElement>("input[name=cramp]").forEach(box => {
    const item = box.closest<HTMLElement>(".nhsuk-radios__item");
    if (item !== null) item.hidden = !done.has(box.value);
  });
  const before = document.querySelector("input[name=before]")?.closest<HTMLElement>(".question");
  if (before instanceof HTMLElement) before.hidden = query.has("before");
  const danger = document.querySelector<HTMLElement>("[data-stopped]");
  if (danger !== null) danger.hidden = !query.has("stop");
  // If the person stopped, the question of why is open.
  const why = document.querySelector<HTMLDetailsElement>("form details");
  if (why !== null && query.has("stop")) why.open = true;
}

void fit();
