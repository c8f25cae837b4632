/** What is needed of a device's voice to choose one: the part of SpeechSynthesisVoice that decides. */
export interface Voice {
  readonly lang: string;
  readonly localService: boolean;
  readonly default: boolean;
}

/**
 * The voice to speak a language with, or null when the device has none for it. A voice on the device goes
 * before one over the network, which falls silent with the connection; then the exact region; then the
 * person's own default.
 */
export function chooseVoice<V extends Voice>(voices: readonly V[], language: string): V | null {
  const wanted = tag(language);
  const base = wanted.split("-")[0];
  let best: V | null = null;
  let bestRank = -1;
  for (const voice of voices) {
    const has = tag(voice.lang);
    if (has.split("-")[0] !== base) continue;
    const rank = (voice.localService ? 4 : 0) + (has === wanted ? 2 : 0) + (voice.default ? 1 : 0);
    if (rank > bestRank) [best, bestRank] = [voice, rank];
  }
  return best;
}

/** The voices that speak a language, in any region. */
export function voicesFor<V extends Voice>(voices: readonly V[], language: string): V[] {
  const base = tag(language).split("-")[0];
  return voices.filter(voice => tag(voice.lang).split("-")[0] === base);
}

/** Android writes en_GB. */
function tag(language: string): string {
  return language.replace("_", "-").toLowerCase();
}
