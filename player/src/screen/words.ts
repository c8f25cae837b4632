/** The keys of the screen's words, which the page has in the person's language; the file is `texts/en/player.yaml`. */
export const wordKeys = [
  "start", "start-hint", "not-now", "go-on-from", "go-on-there", "start-again",
  "earlier", "earlier-questions", "questions-waiting", "to-questions",
  "pause", "resume", "repeat", "again", "skip", "go-on", "more-time", "goes-on", "later", "stop", "menu", "urgent",
  "speed-normal", "speed-slower", "speed-slowest", "unattended", "confirm", "confirm-why", "confirm-yes", "confirm-no",
  "voice-on", "voice-off", "no-voice", "no-tones", "no-sound", "memory-only", "newer", "unreadable",
  "sound", "sound-voice", "sound-voice-own", "sound-rate", "sound-rate-slower", "sound-rate-normal", "sound-rate-faster",
  "sound-beat", "sound-beat-off", "sound-beat-soft", "sound-beat-normal", "sound-beat-loud",
  "sound-words", "sound-words-all", "sound-words-sentences",
  "sound-counting", "sound-counting-beat", "sound-counting-tap", "sound-counting-told",
  "sound-try", "sound-sample", "close", "fewer", "fewer-on", "tap-hint", "how-many", "one-less", "one-more",
  "left", "next", "done", "progress", "controls", "ready", "paused",
  "saving", "finished", "stopped", "stopped-advice", "saved-here", "saved-page", "try-again", "needs-look",
] as const;

export type WordKey = (typeof wordKeys)[number];
export type Words = (key: WordKey, places?: Readonly<Record<string, string | number>>) => string;

/** Looks words up and fills their {places}. A missing word shows its key: wrong, but the session continues. */
export function wordsFrom(texts: Readonly<Record<string, string>>): Words {
  return wordsIn(texts);
}

/** The same for a page that has other words than the session's. */
export function wordsIn(texts: Readonly<Record<string, string>>): (key: string, places?: Readonly<Record<string, string | number>>) => string {
  return (key, places = {}) => (texts[key] ?? key).replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = places[name];
    return value === undefined ? place : String(value);
  });
}

/** Minutes and seconds, rounded up to the second: 6:20. */
export function clockTime(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
