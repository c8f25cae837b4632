import { test } from "node:test";
import assert from "node:assert/strict";
import { forget } from "../../src/store/forget";

/** A browser's places to keep things, each with something in it. */
function places(): { left: () => string[]; put: (name: string, value: unknown) => void } {
  const left = new Set(["database", "local", "session", "footing-pages", "footing-assets"]);
  const put = (name: string, value: unknown): void => void Object.defineProperty(globalThis, name, { value, configurable: true });
  put("indexedDB", {
    deleteDatabase: (name: string) => {
      assert.equal(name, "footing");
      left.delete("database");
      const request = { onsuccess: () => undefined, onerror: () => undefined, error: null };
      queueMicrotask(() => request.onsuccess());
      return request;
    },
  });
  put("localStorage", { clear: () => left.delete("local") });
  put("sessionStorage", { clear: () => left.delete("session") });
  put("caches", { keys: async () => [...left].filter(name => name.startsWith("footing-")), delete: async (name: string) => left.delete(name) });
  return { left: () => [...left], put };
}

test("one call forgets everything", async () => {
  const { left } = places();
  await forget();
  assert.deepEqual(left(), []);
});

test("the database is forgotten before anything is waited for", () => {
  const { left } = places();
  void forget();
  assert.ok(!left().includes("database"));
});

test("what the browser forbids keeps nothing else from being forgotten", async () => {
  const forbidden = { clear: () => { throw new Error("SecurityError"); }, keys: async () => { throw new Error("SecurityError"); } };
  for (const name of ["localStorage", "sessionStorage", "caches"]) {
    const { left, put } = places();
    put(name, forbidden);
    await forget();
    assert.equal(left().length, name === "caches" ? 2 : 1);
  }
});
