import { choices, type Settings } from "../sound/settings";
import { h } from "./dom";
import { closesByKey } from "./menu-panel";
import type { Words, WordKey } from "./words";

/** What the panel needs from its caller. */
export interface Panel {
  readonly words: Words;
  readonly settings: Settings;
  /** The device's voices for the language, by name; empty when it lists none. */
  readonly voices: readonly string[];
  /** Whether it can speak the language. */
  readonly able: boolean;
  readonly choose: (settings: Settings) => void;
  readonly sample: () => void;
  readonly close: () => void;
}

/** The choices about sound and counting. Each applies at once; Escape and its last button close it. */
export function soundPanel({ words, settings, voices, able, choose, sample, close }: Panel): HTMLElement {
  let chosen = settings;
  const field = (label: WordKey, options: readonly (readonly [value: string, text: string])[], now: string, key: keyof Settings): HTMLElement => {
    const select = h("select", { class: "session__select" },
      ...options.map(([value, text]) => h("option", { value, selected: value === now }, text)));
    select.addEventListener("change", () => choose(chosen = { ...chosen, [key]: select.value }));
    return h("label", { class: "session__field" }, words(label), select);
  };
  const named = (key: keyof typeof choices): HTMLElement =>
    field(`sound-${key}`, choices[key].map(value => [value, words(`sound-${key}-${value}` as WordKey)] as const), chosen[key], key);
  const button = (label: WordKey, work: () => void, look = ""): HTMLElement => {
    const made = h("button", { type: "button", class: `session__button ${look}`.trim() }, words(label));
    made.addEventListener("click", work);
    return made;
  };
  const panel = h("div", { class: "session__panel", role: "dialog", "aria-label": words("sound") },
    h("h2", {}, words("sound")),
    able ? null : h("p", {}, words("no-voice")),
    voices.length === 0
      ? null
      : field("sound-voice", [["", words("sound-voice-own")], ...voices.map(name => [name, name] as const)], chosen.voice, "voice"),
    able ? named("rate") : null,
    named("beat"), named("words"), named("counting"),
    h("div", { class: "session__row" }, button("sound-try", sample), button("close", close, "session__button--main")));
  closesByKey(panel, close);
  return panel;
}
