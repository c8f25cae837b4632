import type { DeviceStore } from "../store/device";
import { answerMs, type Refused } from "../store/store";
import { inTime } from "../timing/limit";
import { h } from "./dom";
import { regional } from "./real";

/** What the list needs of the device's store. */
export type RefusedStore = Pick<DeviceStore, "refused" | "retry" | "put">;

/**
 * Lists the entries that the server refused or failed to process: each can be sent again, or dismissed once it was seen.
 * Those that the server failed to process are sent again automatically, and say so. A store that does not open or answer
 * is said to be silent: the page never says that everything is saved.
 */
export async function listRefused(main: HTMLElement, open: () => Promise<RefusedStore>): Promise<void> {
  const part = main.querySelector<HTMLElement>("[data-refused]");
  const none = main.querySelector<HTMLElement>("[data-none]");
  const silent = main.querySelector<HTMLElement>("#silent");
  const list = main.querySelector("[data-list]");
  if (part === null || none === null || silent === null || list === null) return;
  const answered = async (work: () => Promise<void>): Promise<void> => {
    try {
      await inTime(answerMs, work());
    } catch {
      none.hidden = true;
      silent.hidden = false;
    }
  };
  const kinds = new Map([...main.querySelectorAll("[data-kinds] dt")].map(kind => [kind.textContent, kind.nextElementSibling?.textContent ?? ""]));
  const language = regional(document.documentElement.lang);
  const show = async (store: RefusedStore): Promise<void> => {
    const refused = await store.refused();
    // Also of a late answer.
    silent.hidden = true;
    part.hidden = refused.length === 0;
    none.hidden = refused.length > 0;
    list.replaceChildren(...refused.map(one => row(one, store)));
  };
  const row = (one: Refused, store: RefusedStore): HTMLElement => {
    const act = (label: string, work: () => Promise<void>): HTMLButtonElement => {
      const button = h("button", { type: "button", class: "button button--second" }, label);
      button.addEventListener("click", () => void answered(() => work().then(() => show(store))));
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
  await answered(() => open().then(show));
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
