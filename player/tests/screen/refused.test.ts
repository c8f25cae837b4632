import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { listRefused, type RefusedStore } from "../../src/screen/refused";
import type { Refused } from "../../src/store/store";
import { Limits } from "../limits";

const { document } = parseHTML("<!doctype html><html lang=en><body></body></html>");
Object.defineProperty(globalThis, "document", { value: document });
Object.defineProperty(globalThis, "navigator", { value: { language: "en-GB" }, configurable: true });

const never = (): Promise<never> => new Promise(() => undefined);
const one: Refused = { id: "a", entry: { id: "a", at: "2026-03-04T09:00:00Z", kind: "set" }, problems: ["no"] };

/** The page as the server sends it, and which of its parts are seen. */
function page(): { main: HTMLElement; seen: () => string[] } {
  const main = document.createElement("main");
  main.innerHTML = "<p data-none hidden></p><p id=silent hidden></p><div data-refused hidden data-again=again data-seen=seen><ul data-list></ul></div>";
  const seen = (): string[] => ["none", "silent", "refused"].filter(name => !main.querySelector<HTMLElement>(name === "silent" ? "#silent" : `[data-${name}]`)!.hidden);
  return { main, seen };
}

test("what was refused is listed, and nothing says that everything is saved", async () => {
  const { main, seen } = page();
  new Limits();
  await listRefused(main, async () => ({ refused: async () => [one], retry: never, put: never }));
  assert.deepEqual(seen(), ["refused"]);
  assert.equal(main.querySelectorAll("li").length, 1);
});

for (const [what, open] of Object.entries<() => Promise<RefusedStore>>({
  "does not open": never,
  "opens and does not answer": async () => ({ refused: never, retry: never, put: never }),
  "is forbidden": async () => Promise.reject(new Error("SecurityError")),
})) {
  test(`a store that ${what} is said to be silent, not empty`, async () => {
    const { main, seen } = page();
    const limits = new Limits();
    const listed = listRefused(main, open);
    await limits.runOut();
    await listed;
    assert.deepEqual(seen(), ["silent"]);
  });
}

test("a tap that the store does not answer is not passed over in silence, and the next one that it answers is", async () => {
  const { main, seen } = page();
  const limits = new Limits();
  let refused = [one];
  const store = { refused: async () => refused, retry: never as (id: string) => Promise<void>, put: never };
  await listRefused(main, async () => store);
  const button = (): HTMLElement => main.querySelector("button")!;
  button().click();
  await limits.runOut();
  await new Promise(resolve => setTimeout(resolve, 5));
  assert.deepEqual(seen(), ["silent", "refused"]);
  store.retry = async () => void (refused = []);
  button().click();
  await new Promise(resolve => setTimeout(resolve, 5));
  assert.deepEqual(seen(), ["none"]);
});
