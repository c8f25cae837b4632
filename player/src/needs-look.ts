/**
 * Lists the entries that the server refused or failed to process, as this device stores them: each can be sent again,
 * or dismissed once it was seen. Those that the server failed to process are sent again automatically, and say so.
 */
import { h } from "./screen/dom";
import { regional } from "./screen/real";
import { DeviceStore } from "./store/device";
import type { Refused } from "./store/store";

async function tell(main: HTMLElement): Promise<void> {
  const store = await DeviceStore.open();
  const part = main.querySelector<HTMLElement>("[data-refused]");
  const none = main.querySelector<HTMLElement>("[data-none]");
  const list = main.querySelector("[data-list]");
  if (part === null || none === null || list === null) return;
  const kinds = new Map([...main.querySelectorAll("[data-kinds] dt")].map(kind => [kind.textContent, kind.nextElementSibling?.textContent ?? ""]));
  const language = regional(document.documentElement.lang);
  const show = async (): Promise<void> => {
    const refused = await store.refused();
    part.hidden = refused.length === 0;
    none.hidden = refused.length > 0;
    list.replaceChildren(...refused.map(row));
  };
  const row = (one: Refused): HTMLElement => {
    const act = (label: string, work: () => Promise<void>): HTMLButtonElement => {
      const button = h("button", { type: "button", class: "button button--second" }, label);
      button.addEventListener("click", () => void work().then(show));
      return button;
    };
    return h("li", { class: "card" },
      h("p", { class: "strong" }, kinds.get(one.entry.kind) ?? kinds.get("other") ?? one.entry.kind),
      h("p", { class: "soft" }, when(one.entry.at, language)),
      ...one.problems.map(problem => h("p", { class: "soft" }, saying(problem))),
      one.again === true ? h("p", {}, part.dataset["byItself"] ?? "") : null,
      act(part.dataset["again"] ?? "", () => store.retry(one.id)),
      act(part.dataset["seen"] ?? "", () => store.put({ ...one, seen: true })));
  };
  await show();
}

/** When it was; empty for an entry without a readable time. */
function when(at: string, language: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return "";
  return date.toLocaleString(language, { weekday: "long", day: "numeric", month: "long", hour: "numeric", minute: "2-digit" });
}

/** What the server said, if it is text. */
function saying(problem: unknown): string {
  const { message, title } = (typeof problem === "object" && problem !== null ? problem : {}) as Record<string, unknown>;
  return typeof message === "string" ? message : typeof title === "string" ? title : typeof problem === "string" ? problem : "";
}

const main = document.querySelector("main");
if (main !== null && "indexedDB" in window) void tell(main);
