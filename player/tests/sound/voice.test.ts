import { test } from "node:test";
import assert from "node:assert/strict";
import { chooseVoice, voicesFor, type Voice } from "../../src/sound/voice";

const voice = (lang: string, localService: boolean, isDefault = false): Voice => ({ lang, localService, default: isDefault });

test("a voice on the device goes before one over the network, whatever its region", () => {
  const here = voice("en-US", true);
  assert.equal(chooseVoice([voice("en-GB", false, true), here], "en-GB"), here);
});

test("among voices on the device the exact region goes first", () => {
  const british = voice("en_GB", true);
  assert.equal(chooseVoice([voice("en-US", true, true), british], "en-GB"), british);
});

test("a voice of another language is never taken", () => {
  assert.equal(chooseVoice([voice("de-DE", true, true), voice("enm", true)], "en"), null);
});

test("a language is known however an engine writes it", () => {
  for (const lang of ["eng-GBR", "eng", "EN", "en_GB", "En-Gb", "en-US-u-co-phonebk", "en-Latn-GB", "eng_USA_variant", "en_GB_#Latn", "en-029"]) {
    const named = voice(lang, true);
    assert.equal(chooseVoice([voice("de-DE", true), named], "en-GB"), named, lang);
    assert.deepEqual(voicesFor([named], "es"), [], lang);
  }
  for (const lang of ["spa-MEX", "es_MX", "ES-419", "spa"]) {
    const named = voice(lang, true);
    assert.equal(chooseVoice([voice("eng-GBR", true), named], "es"), named, lang);
  }
});

test("a region is known however an engine writes it, and an extension is none", () => {
  for (const lang of ["eng-GBR", "en_GB", "EN-gb", "en-Latn-GB", "en-GB-u-gb-us"]) {
    const exact = voice(lang, true);
    assert.equal(chooseVoice([voice("en-US", true, true), exact], "en-GB"), exact, lang);
  }
  const mexican = voice("spa-MEX", true);
  assert.equal(chooseVoice([voice("es-ES", true, true), mexican], "es-MX"), mexican);
  const other = voice("en-US-u-rg-gb", true, true);
  assert.equal(chooseVoice([voice("en-AU", true), other], "en-GB"), other, "as none of the two has the region, the person's own goes first");
});

test("Spanish of Latin America is spoken by a voice of any country there before one of Spain, and the other way round", () => {
  const [spain, mexico, argentina] = [voice("es-ES", true, true), voice("spa-MEX", true), voice("es_AR", true)];
  assert.equal(chooseVoice([spain, mexico], "es-419"), mexico);
  assert.equal(chooseVoice([spain, mexico, argentina], "es-AR"), argentina, "the exact country goes first");
  assert.equal(chooseVoice([spain, mexico], "es-AR"), mexico);
  assert.equal(chooseVoice([voice("es-US", true, true), mexico, voice("es-ES", true)], "es-ES")?.lang, "es-ES");
  const exact = voice("es-419", true);
  assert.equal(chooseVoice([voice("es-MX", true), exact], "es-419"), exact);
});

test("any Spanish voice goes before none", () => {
  const spain = voice("es-ES", true);
  assert.equal(chooseVoice([voice("en-US", true, true), spain], "es-419"), spain);
  assert.equal(chooseVoice([voice("en-US", true, true), voice("es-MX", false)], "es-ES")?.lang, "es-MX");
});

test("what is no language is no voice for any", () => {
  for (const lang of ["", "-", "_GB", "english", "e", "enm", "gb-en", "en1"]) assert.equal(chooseVoice([voice(lang, true)], "en"), null, lang);
});
