import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { Limits } from "./limits";

const { document } = parseHTML("<!doctype html><html lang=en data-person=a><body><main><p id=waiting hidden></p><p id=silent hidden></p></main></body></html>");

test("a page says that the device's store does not answer", async () => {
  const limits = new Limits();
  class Silent {
    addEventListener(): void { /* Nothing ever happens. */ }
  }
  const indexedDB = { open: () => new Silent() };
  Object.assign(globalThis, { document, indexedDB, IDBRequest: Silent, window: { indexedDB, addEventListener: () => undefined }, location: new URL("http://localhost/today") });
  Object.defineProperty(globalThis, "navigator", { value: { language: "en-GB" }, configurable: true });
  await import("../src/deliver");
  assert.equal(document.getElementById("silent")!.hidden, true, "not before the time is over");
  await limits.runOut();
  await new Promise(resolve => setTimeout(resolve, 5));
  assert.equal(document.getElementById("silent")!.hidden, false);
});
