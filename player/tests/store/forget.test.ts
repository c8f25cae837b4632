import { test } from "node:test";
import assert from "node:assert/strict";
import { nameFor, type Person } from "../../src/person/person";
import { forgetPerson } from "../../src/store/forget";
import { Limits } from "../limits";

const dora: Person = { id: "00000000-0000-7000-8000-000000000001", isHome: true };
const ada: Person = { id: "0192f3a1-0000-7000-8000-00000000000a", isHome: false };
const ben: Person = { id: "0192f3a1-0000-7000-8000-00000000000b", isHome: false };

/** What a browser keeps of a person, by kind and name. */
function of(person: Person): string[] {
  return ["database footing", "local footing.sound", "local footing.doubt", "local footing.voice", "cache footing-pages", "cache footing-assets"]
    .map(place => nameFor(person, place));
}

/** A browser's places to keep things, with what it keeps of some people; the last of them uses it now. */
function places(...people: Person[]): { left: () => string[]; put: (name: string, value: unknown) => void } {
  const left = new Set([...people.flatMap(of), "session", "cache footing-person"]);
  const some = (kind: string): string[] => [...left].filter(name => name.startsWith(`${kind} `)).map(name => name.slice(kind.length + 1));
  const put = (name: string, value: unknown): void => void Object.defineProperty(globalThis, name, { value, configurable: true });
  put("indexedDB", {
    deleteDatabase: (name: string) => {
      left.delete(`database ${name}`);
      const request = { onsuccess: () => undefined, onerror: () => undefined, error: null };
      queueMicrotask(() => request.onsuccess());
      return request;
    },
  });
  put("localStorage", { get length() { return some("local").length; }, key: (at: number) => some("local")[at] ?? null, removeItem: (name: string) => left.delete(`local ${name}`) });
  put("sessionStorage", { clear: () => left.delete("session") });
  put("caches", {
    keys: async () => some("cache"),
    has: async (name: string) => left.has(`cache ${name}`),
    delete: async (name: string) => left.delete(`cache ${name}`),
    open: async () => ({ match: async () => new Response(JSON.stringify(people.at(-1))) }),
  });
  return { left: () => [...left], put };
}

test("one call forgets everything", async () => {
  for (const person of [dora, ada]) {
    const { left } = places(person);
    await forgetPerson(person);
    assert.deepEqual(left(), []);
  }
});

test("what belongs to anybody else stays", async () => {
  for (const [gone, ...others] of [[ada, dora, ben], [dora, ada, ben], [ben, ada, dora]] as const) {
    const { left } = places(gone, ...others);
    await forgetPerson(gone);
    assert.deepEqual(left(), [...others.flatMap(of), "cache footing-person"]);
  }
});

test("the database is forgotten before anything is waited for", () => {
  const { left } = places(dora);
  void forgetPerson(dora);
  assert.ok(!left().includes("database footing"));
});

test("what the browser forbids keeps nothing else from being forgotten", async () => {
  const no = (): never => { throw new Error("SecurityError"); };
  const forbidden = { clear: no, get length() { return no(); }, keys: async () => no() };
  for (const [name, kept] of [["localStorage", 3], ["sessionStorage", 1], ["caches", 3]] as const) {
    const { left, put } = places(dora);
    put(name, forbidden);
    await forgetPerson(dora);
    assert.equal(left().length, kept);
  }
});

test("a database that an old tab holds open holds nothing up", async () => {
  const limits = new Limits();
  const { left, put } = places(dora);
  put("indexedDB", { deleteDatabase: () => ({}) });
  const forgotten = forgetPerson(dora);
  await limits.runOut();
  await limits.runOut();
  await forgotten;
  assert.deepEqual(left(), ["database footing"]);
});
