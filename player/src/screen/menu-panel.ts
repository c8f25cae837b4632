import { h } from "./dom";
import type { Words } from "./words";

/** One thing that the panel offers: an address to go to, or something to do. */
export interface Choice {
  /** Its words now; they may change when it is chosen. */
  readonly label: () => string;
  readonly to: string | (() => void);
}

/** What is rarely needed in a session. Escape and its last button close it. */
export function menuPanel(words: Words, choices: readonly Choice[], close: () => void): HTMLElement {
  const panel = h("div", { class: "session__panel", role: "dialog", "aria-label": words("menu") },
    h("h2", {}, words("menu")),
    h("div", { class: "session__options" }, ...choices.map(choice => control(choice))),
    control({ label: () => words("close"), to: close }, "session__button--main"));
  closesByKey(panel, close);
  return panel;
}

/** Escape closes a panel; no other key pressed in it controls the session. */
export function closesByKey(panel: HTMLElement, close: () => void): void {
  panel.addEventListener("keydown", event => {
    event.stopPropagation();
    if (event.key === "Escape") close();
  });
}

function control({ label, to }: Choice, look = ""): HTMLElement {
  const style = `session__button ${look}`.trim();
  if (typeof to === "string") return h("a", { class: style, href: to }, label());
  const button = h("button", { type: "button", class: style }, label());
  button.addEventListener("click", () => {
    to();
    button.textContent = label();
  });
  return button;
}
