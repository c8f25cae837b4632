import { test } from "node:test";
import assert from "node:assert/strict";
import { raise, raised, settle } from "../../src/offline/doubt";
import { sendTo } from "../../src/outbox/delivery";
import { headersFor, isOf, nameFor, personFrom, personHere, type Person } from "../../src/person/person";
import { keepSettings, keptSettings, usual } from "../../src/sound/settings";
import { DeviceStore } from "../../src/store/device";

const dora: Person = { id: "00000000-0000-7000-8000-000000000001", isHome: true };
const ada: Person = { id: "0192f3a1-0000-7000-8000-00000000000a", isHome: false };
const ben: Person = { id: "0192f3a1-0000-7000-8000-00000000000b", isHome: false };

const kept = new Map<string, string>();
const put = (name: string, value: unknown): void => void Object.defineProperty(globalThis, name, { value, configurable: true });
put("localStorage", { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => kept.set(key, text), removeItem: (key: string) => kept.delete(key) });

/** Opens a page of a person, as the server writes it. */
function visit(person: Person | null): void {
  put("document", { documentElement: { dataset: person === null ? {} : { person: person.id, ...(person.isHome ? { home: "" } : {}) } } });
}

test("a page names its person", () => {
  for (const person of [dora, ada, null]) {
    visit(person);
    assert.deepEqual(personHere(), person);
  }
});

test("the home's person has the names of before people had ids; everybody else has names of their own", () => {
  const names = ["footing", "footing-pages", "footing-assets", "footing.sound", "footing.doubt", "footing.voice"];
  assert.deepEqual(names.map(name => nameFor(dora, name)), names);
  for (const name of names) {
    assert.equal(new Set([dora, ada, ben].map(person => nameFor(person, name))).size, 3);
    for (const owner of [dora, ada, ben]) {
      for (const person of [dora, ada, ben]) assert.equal(isOf(person, nameFor(owner, name)), person === owner);
    }
  }
});

test("settings and a doubt that an earlier version left are the home's person's", () => {
  kept.set("footing.sound", '{"voice":"Kate","rate":"slower","beat":"loud","words":"sentences","counting":"tap"}');
  kept.set("footing.doubt", "0.25");
  visit(dora);
  assert.deepEqual(keptSettings(), { voice: "Kate", rate: "slower", beat: "loud", words: "sentences", counting: "tap" });
  assert.equal(raised(), "0.25");
  visit(ada);
  assert.deepEqual(keptSettings(), usual);
  assert.equal(raised(), null);
  visit(dora);
  settle("0.25");
  assert.equal(raised(), null);
});

test("what one person chooses on a device changes nothing for another", () => {
  visit(ada);
  keepSettings({ ...usual, counting: "told" });
  raise();
  const doubt = raised();
  visit(ben);
  assert.deepEqual(keptSettings(), usual);
  assert.equal(raised(), null);
  settle(doubt);
  keepSettings({ ...usual, beat: "off" });
  visit(ada);
  assert.equal(keptSettings().counting, "told");
  assert.equal(keptSettings().beat, usual.beat);
  assert.equal(raised(), doubt);
});

test("on a page of nobody nothing is kept", async () => {
  visit(null);
  const before = kept.size;
  keepSettings({ ...usual, beat: "off" });
  raise();
  assert.deepEqual([keptSettings(), raised(), kept.size], [usual, null, before]);
  await assert.rejects(DeviceStore.open());
});

test("each person's page opens a database of their own", async () => {
  const opened: string[] = [];
  put("indexedDB", { open: (name: string) => { opened.push(name); throw new Error("no database in this test"); } });
  for (const person of [dora, ada, ben]) {
    visit(person);
    await assert.rejects(DeviceStore.open());
  }
  assert.deepEqual(opened, ["footing", `footing-${ada.id}`, `footing-${ben.id}`]);
});

test("entries are sent for the person who made them, and wait while the server takes the device for somebody else's", async () => {
  const entry = { id: "1", at: "2026-03-04T09:00:00Z", kind: "event" } as const;
  let current = ben;
  put("fetch", async (_: string, how: { headers: Record<string, string> }) => how.headers["Footing-Person"] === current.id
    ? new Response(JSON.stringify({ accepted: ["1"], duplicates: [], rejected: [] }))
    : new Response("{}", { status: 409 }));
  const send = sendTo("/api/journal", ada);
  assert.deepEqual(await send([entry]), { kind: "later" });
  current = ada;
  assert.deepEqual(await send([entry]), { kind: "settled", delivered: ["1"], refused: [] });
  assert.deepEqual(headersFor(null), {});
});

test("a person is told from one script to another, and nothing else is taken for one", () => {
  for (const person of [dora, ada]) assert.deepEqual(personFrom(JSON.parse(JSON.stringify(person))), person);
  for (const other of [null, "keep", 7, {}, { id: 1, isHome: true }, { id: ada.id }]) assert.equal(personFrom(other), null);
});
