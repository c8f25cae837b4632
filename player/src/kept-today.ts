/**
 * The page of the day without a connection. It has one part for each state, `<section data-day="session" hidden>`;
 * this shows the one that applies, and fills `[data-list]`, `[data-next-due]` and `[data-waiting]`. Forms also lead
 * here: `/foot-check/next?then=session` goes to the session, `/event/next?what=fall` to what to do now,
 * `/leave-out/next?reason=hurts` to the feet.
 */
import { pathOf } from "./offline/address";
import { untoldMorning } from "./offline/morning";
import { usable } from "./offline/sync";
import { day, type Day } from "./offline/upcoming";
import { h } from "./screen/dom";
import { dateHere, regional } from "./screen/real";
import type { Script } from "./session/script";
import { CarefulStore } from "./store/careful";

async function tell(main: HTMLElement): Promise<void> {
  // If the store never answers, it counts as empty: the page says so instead of staying blank.
  const store = await CarefulStore.open(() => undefined);
  const today = dateHere();
  const meanwhile = await store.meanwhile();
  // A danger that existed when the page was stored is not over because there is no connection.
  const { instead } = main.dataset;
  if (instead !== undefined) return void go(instead);
  const now: Day = "finding" in main.dataset ? { kind: "finding" } : day(await usable(store), meanwhile, today);
  if (goOn(main, now)) return;
  main.querySelectorAll<HTMLElement>("[data-day]").forEach(part => (part.hidden = !part.dataset["day"]!.split(" ").includes(now.kind)));
  const language = regional(document.documentElement.lang);
  main.querySelectorAll("[data-date]").forEach(place => (place.textContent = longDate(today, language)));
  if ("script" in now) list(main, now.script, now.checked);
  if ("next" in now && now.next !== null) {
    const due = longDate(now.next, language);
    main.querySelectorAll<HTMLElement>("[data-next-due]").forEach(place => {
      place.hidden = false;
      place.append(` ${due}`);
    });
  }
  const { morning = "", morningOn = "", morningDays = "0" } = main.dataset;
  const untold = untoldMorning(morning === "" ? null : { session: morning, on: morningOn }, meanwhile, today, Number(morningDays));
  if (untold !== null) {
    main.querySelectorAll<HTMLElement>("[data-ask-morning]").forEach(place => {
      place.hidden = false;
      place.querySelector("a")!.href = `/today/morning?session=${encodeURIComponent(untold)}`;
    });
  }
  const waiting = (await store.waiting()).length;
  main.querySelectorAll<HTMLElement>("[data-waiting]").forEach(place => (place.hidden = waiting === 0));
}

/** Goes where the form that led here leads; false when that is this page. */
function goOn(main: HTMLElement, now: Day): boolean {
  const query = new URLSearchParams(location.search);
  const path = pathOf(location.href);
  const what = query.get("what");
  if (path === "/event/next") return advise(what, main.dataset["advisedEvents"]);
  if (path === "/session/questions/next") return advise(query.get("stop"), main.dataset["advisedStops"]);
  if (path === "/leave-out/next") return (main.dataset["lookedReasons"] ?? "").split(" ").includes(query.get("reason") ?? "") && go("/foot-check?then=plan");
  if (path !== "/foot-check/next" || now.kind === "finding") return false;
  if (query.get("then") === "session" && "script" in now) return go(main.dataset["start"] ?? "/session/before");
  return false;
}

/** Goes to what to do now after an event or a stop, if it is one of the page's words for that. */
function advise(word: string | null, advised = ""): boolean {
  return word !== null && advised.split(" ").includes(word) ? go(`/advice/${encodeURIComponent(word)}`) : false;
}

function go(path: string): boolean {
  location.replace(path);
  return true;
}

function list(main: HTMLElement, script: Script, checked: boolean): void {
  main.querySelectorAll("[data-list]").forEach(place => place.replaceChildren(...script.exercises.map(exercise =>
    h("li", { "data-exercise": exercise.id }, h("div", {}, h("h2", {}, exercise.name), h("p", { class: "soft" }, exercise.doseText))))));
  main.querySelectorAll("[data-minutes]").forEach(place => (place.textContent = String(Math.max(1, Math.round(script.durationMs / 60_000)))));
  main.querySelectorAll<HTMLAnchorElement>("a[data-start]").forEach(link => {
    link.href = checked ? main.dataset["start"] ?? "/session/before" : "/foot-check?then=session";
  });
}

function longDate(date: string, language: string): string {
  return new Date(`${date}T12:00:00`).toLocaleDateString(language, { weekday: "long", day: "numeric", month: "long" });
}

const main = document.querySelector<HTMLElement>("[data-kept-today]");
if (main !== null) void tell(main);
