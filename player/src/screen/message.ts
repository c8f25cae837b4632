import { h } from "./dom";

/** What a message offers to do: an address to go to, or an action to run. */
export interface Action {
  readonly label: string;
  readonly to: string | (() => void);
}

/** A screen that says one thing. The first action is the one that most people want. */
export interface Message {
  readonly title: string;
  readonly text: readonly string[];
  readonly actions: readonly Action[];
}

/** Replaces the content with a message and moves the focus to it, so that it is read out. */
export function showMessage(root: HTMLElement, message: Message): void {
  const title = h("h1", { class: "session__caption", tabindex: "-1" }, message.title);
  root.dataset["phase"] = "message";
  delete root.dataset["panel"];
  root.replaceChildren(h("div", { class: "session__message" },
    title,
    ...message.text.map(text => h("p", {}, text)),
    h("div", { class: "session__choices" }, ...message.actions.map(control))));
  title.focus({ preventScroll: true });
}

function control(action: Action, place: number): HTMLElement {
  const look = place === 0 ? "session__button session__button--main" : "session__button";
  if (typeof action.to === "string") return h("a", { class: look, href: action.to }, action.label);
  const button = h("button", { class: look, type: "button" }, action.label);
  button.addEventListener("click", action.to);
  return button;
}
