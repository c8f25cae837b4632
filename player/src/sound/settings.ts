import { keepText, keptText } from "../person/setting";

/** What a person chose about sound and counting on this device. */
export interface Settings {
  /** A voice's name; empty for the device's own choice. */
  readonly voice: string;
  readonly rate: "slower" | "normal" | "faster";
  readonly beat: "off" | "soft" | "normal" | "loud";
  /** Every word, or only sentences: then only tones guide the beat. */
  readonly words: "all" | "sentences";
  readonly counting: "beat" | "tap" | "told";
}

/** The possible choices of each, in the order in which they are offered. The voices are the device's. */
export const choices = {
  rate: ["slower", "normal", "faster"],
  beat: ["off", "soft", "normal", "loud"],
  words: ["all", "sentences"],
  counting: ["beat", "tap", "told"],
} as const;

export const usual: Settings = { voice: "", rate: "normal", beat: "normal", words: "all", counting: "beat" };

/** Relative to a voice's own speed. */
export const rates = { slower: 0.8, normal: 1, faster: 1.2 } as const;

/** Relative to the loudest that the audio device gives. */
export const gains = { off: 0, soft: 0.09, normal: 0.22, loud: 0.5 } as const;

/** Settings from the stored text; defaults for what is missing or invalid. */
export function settingsFrom(kept: string | null): Settings {
  let read: Record<string, unknown> = {};
  try {
    const value: unknown = JSON.parse(kept ?? "{}");
    if (typeof value === "object" && value !== null) read = value as Record<string, unknown>;
  } catch {
    // Not written by Footing: the defaults.
  }
  const one = <K extends keyof typeof choices>(key: K): Settings[K] =>
    (choices[key] as readonly unknown[]).includes(read[key]) ? (read[key] as Settings[K]) : usual[key];
  return {
    voice: typeof read["voice"] === "string" ? read["voice"] : "",
    rate: one("rate"), beat: one("beat"), words: one("words"), counting: one("counting"),
  };
}

const place = "footing.sound";

export function keptSettings(): Settings {
  try {
    return settingsFrom(keptText(place));
  } catch {
    return usual;
  }
}

export function keepSettings(settings: Settings): void {
  try {
    keepText(place, JSON.stringify(settings));
  } catch {
    // Storage is forbidden: the choice applies to this session.
  }
}
