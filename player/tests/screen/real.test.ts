import { test } from "node:test";
import assert from "node:assert/strict";
import { regional } from "../../src/screen/real";

const on = (device: string, language: string): string => {
  Object.defineProperty(globalThis, "navigator", { value: { language: device }, configurable: true });
  return regional(language);
};

test("a language is said as on this device, and another stays itself", () => {
  assert.equal(on("en-GB", "en"), "en-GB");
  assert.equal(on("es-MX", "en"), "en");
  assert.equal(on("", "en"), "en");
});

test("Spanish of Latin America is that of the device's country, and of Spain stays that of Spain", () => {
  assert.equal(on("es-MX", "es-419"), "es-MX");
  assert.equal(on("es-US", "es-419"), "es-US");
  assert.equal(on("es", "es-419"), "es-419");
  assert.equal(on("es-ES", "es-419"), "es-419");
  assert.equal(on("es-MX", "es-ES"), "es-ES");
  assert.equal(on("en-US", "es-419"), "es-419");
});
