/** What is needed to choose a voice: the part of SpeechSynthesisVoice that decides. */
export interface Voice {
  readonly lang: string;
  readonly localService: boolean;
  readonly default: boolean;
}

/**
 * The voice for a language, or null when the device has none for it. A voice on the device is preferred to one over
 * the network, which fails without a connection; then the exact region; then one with nearly the same words; then the
 * person's own default.
 */
export function chooseVoice<V extends Voice>(voices: readonly V[], language: string): V | null {
  const wanted = tag(language);
  let best: V | null = null;
  let bestRank = -1;
  for (const voice of voices) {
    const has = tag(voice.lang);
    if (has.language !== wanted.language) continue;
    const rank = (voice.localService ? 8 : 0) + (has.region === wanted.region ? 4 : 0) + (isNear(has, wanted) ? 2 : 0) + (voice.default ? 1 : 0);
    if (rank > bestRank) [best, bestRank] = [voice, rank];
  }
  return best;
}

/** Whether both are Spanish of Latin America, which as a whole is region 419; a voice there is named by its country. */
function isNear(has: Tag, wanted: Tag): boolean {
  return wanted.language === "es" && [has, wanted].every(each => each.region !== "" && each.region !== "es");
}

/** The voices that speak a language, in any region. */
export function voicesFor<V extends Voice>(voices: readonly V[], language: string): V[] {
  const wanted = tag(language).language;
  return voices.filter(voice => tag(voice.lang).language === wanted);
}

/** The three-letter regions by which speech engines name voices of the languages that Footing has. */
const regions: Readonly<Record<string, string>> = {
  gbr: "gb", usa: "us", irl: "ie", aus: "au", can: "ca", nzl: "nz", ind: "in", zaf: "za", nga: "ng", ken: "ke", phl: "ph", sgp: "sg", hkg: "hk", tza: "tz",
  esp: "es", mex: "mx", arg: "ar", bol: "bo", chl: "cl", col: "co", cri: "cr", cub: "cu", dom: "do", ecu: "ec", gtm: "gt", hnd: "hn", nic: "ni", pan: "pa",
  per: "pe", pri: "pr", pry: "py", slv: "sv", ury: "uy", ven: "ve", gnq: "gq",
};

interface Tag {
  readonly language: string;
  readonly region: string;
}

/**
 * Language and region of a tag as engines write them: en-GB, en_GB, eng-GBR, es_MX_#Latn, en-US-u-co-phonebk, in any
 * case. Scripts, variants and extensions do not matter for a voice.
 */
function tag(written: string): Tag {
  const [first = "", ...rest] = written.trim().toLowerCase().split(/[-_]/);
  const extension = rest.findIndex(part => part.length === 1);
  const region = rest.slice(0, extension < 0 ? rest.length : extension).find(part => /^([a-z]{2,3}|[0-9]{3})$/.test(part)) ?? "";
  return { language: shortest(first), region: regions[region] ?? region };
}

/** The two-letter code for a three-letter one, if there is one: en for eng. */
function shortest(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? language;
  } catch {
    // Not a language code, or a browser without the function.
    return language;
  }
}
