import { test } from "node:test";
import assert from "node:assert/strict";
import { nameFor, type Person } from "../src/person/person";
import { Limits } from "./limits";

type Handler = (event: Record<string, unknown>) => void;

/** A browser's caches, by the path alone. */
class Caches {
  readonly stores = new Map<string, Map<string, string>>();
  isSilent = false;

  async has(name: string): Promise<boolean> {
    if (this.isSilent) return new Promise(() => undefined);
    return this.stores.has(name);
  }

  async keys(): Promise<string[]> {
    return [...this.stores.keys()];
  }

  async delete(name: string): Promise<boolean> {
    return this.stores.delete(name);
  }

  async open(name: string): Promise<object> {
    const store = this.stores.get(name) ?? new Map<string, string>();
    this.stores.set(name, store);
    const key = (request: string | { url: string }): string => new URL(typeof request === "string" ? request : request.url, "http://localhost").pathname;
    return {
      match: async (request: string | { url: string }) => store.has(key(request)) ? new Response(store.get(key(request))) : undefined,
      put: async (request: string, response: Response) => void store.set(key(request), await response.text()),
      delete: async (request: string | { url: string }) => store.delete(key(request)),
      keys: async () => [...store.keys()].map(path => ({ url: `http://localhost${path}` })),
    };
  }
}

const handlers = new Map<string, Handler>();
const caches = new Caches();
/** The home's person, and two of a shared device. */
const dora: Person = { id: "00000000-0000-7000-8000-000000000001", isHome: true };
const ada: Person = { id: "0192f3a1-0000-7000-8000-00000000000a", isHome: false };
const ben: Person = { id: "0192f3a1-0000-7000-8000-00000000000b", isHome: false };
/** Whom the server takes the request for. */
let served: Person = dora;
let answer: (address: string) => Response = () => { throw new TypeError("no connection"); };
let open: string[] = [];
/** What was asked for without a limit of time, besides pages that a person waits for. */
const unlimited: string[] = [];
let tookOver = 0;
Object.assign(globalThis, {
  VERSION: "1",
  caches,
  location: { origin: "http://localhost" },
  self: {
    addEventListener: (kind: string, handler: Handler) => handlers.set(kind, handler),
    setTimeout: globalThis.setTimeout,
    clients: { claim: async () => undefined, matchAll: async () => open.map(url => ({ url })) },
    skipWaiting: async () => { tookOver++; },
  },
  fetch: async (request: string | { url: string }, how?: { headers?: Record<string, string>; signal?: AbortSignal }) => {
    if (how?.signal === undefined && (request as { mode?: string }).mode !== "navigate") unlimited.push(typeof request === "string" ? request : request.url);
    const named = how?.headers?.["Footing-Person"];
    return named !== undefined && named !== served.id ? new Response("other-person", { status: 409 }) : answer(typeof request === "string" ? request : request.url);
  },
});
const loaded = import("../src/worker");

/** Tells the worker something, and waits until it has done it. */
async function tell(data: unknown): Promise<string[]> {
  await loaded;
  const heard: string[] = [];
  let work: Promise<unknown> = Promise.resolve();
  handlers.get("message")!({ data, source: { postMessage: (what: string) => heard.push(what) }, waitUntil: (all: Promise<unknown>) => (work = all) });
  await work;
  return heard;
}

/** What a person sees who goes to an address. */
async function visit(address: string, mode = "navigate"): Promise<string> {
  await loaded;
  let shown: Promise<Response> | undefined;
  handlers.get("fetch")!({ request: { url: `http://localhost${address}`, method: "GET", mode }, respondWith: (response: Promise<Response>) => (shown = response) });
  return (await shown!).text();
}

/** Answers as a server that keeps these pages, and fails over some. */
function serve(key: string, failing: readonly string[] = [], person: Person = dora, how: () => Response = () => new Response("fault", { status: 500 }), assets = ["/assets/main.css"]): void {
  served = person;
  const pages = ["/today", "/offline", "/exercises/calf-raise", "/session/questions"];
  answer = address => {
    const path = new URL(address, "http://localhost").pathname;
    if (path === "/api/kept") return new Response(JSON.stringify({ person: person.id, home: person.isHome, key, pages, assets }));
    return failing.includes(path) ? how() : new Response(`${path} ${key}`);
  };
}

function disconnect(): void {
  answer = () => { throw new TypeError("no connection"); };
}

test("without a connection a kept page is found with a slash at its end and in another case", async () => {
  serve("one");
  await tell("keep");
  disconnect();
  for (const address of ["/exercises/calf-raise", "/exercises/calf-raise/", "/Exercises/Calf-Raise", "/EXERCISES/CALF-RAISE//?x=1"]) {
    assert.equal(await visit(address), "/exercises/calf-raise one", address);
  }
  for (const address of ["/", "/Today/", "/session/questions/next", "/Session/Questions/Next/?stop=skin"]) assert.equal(await visit(address), "/today one", address);
  assert.equal(await visit("/elsewhere/"), "/offline one");
});

for (const status of [404, 500, 502, 503, 504]) {
  test(`a page to which the server answers ${status} holds back no other, keeps its files, and is asked for again`, async () => {
    serve(`before ${status}`, [], dora, undefined, ["/assets/old.js"]);
    await tell("keep");
    serve(`after ${status}`, ["/today"], dora, () => new Response("none", { status }), ["/assets/new.js"]);
    await tell("keep");
    disconnect();
    assert.deepEqual([await visit("/today"), await visit("/session/questions")], [`/today before ${status}`, `/session/questions after ${status}`]);
    assert.deepEqual([...caches.stores.get("footing-assets")!.keys()].sort(), ["/assets/new.js", "/assets/old.js"]);
    serve(`after ${status}`, [], dora, undefined, ["/assets/new.js"]);
    await tell("keep");
    disconnect();
    assert.equal(await visit("/today"), `/today after ${status}`);
    assert.deepEqual([...caches.stores.get("footing-assets")!.keys()], ["/assets/new.js"]);
  });
}

for (const status of [401, 403, 409, 410]) {
  test(`pages are not mixed when the server answers ${status}, which is about the person`, async () => {
    serve(`before ${status}`);
    await tell("keep");
    serve(`after ${status}`, ["/today"], dora, () => new Response("not yours", { status }));
    await tell("keep").catch(() => undefined);
    disconnect();
    assert.deepEqual([await visit("/today"), await visit("/offline")], [`/today before ${status}`, `/offline before ${status}`]);
  });
}

test("while a session is open, however its address is written, a newer Footing waits", async () => {
  for (const address of ["http://localhost/session", "http://localhost/session/", "http://localhost/Session?before=3"]) {
    open = ["http://localhost/today", address];
    assert.deepEqual(await tell("use"), ["in-session"], address);
  }
  assert.equal(tookOver, 0);
  open = ["http://localhost/session/questions"];
  assert.deepEqual(await tell("use"), []);
  assert.equal(tookOver, 1);
});

test("pages that an earlier worker stored before pages named anybody are shown, and renewed for the home's person", async () => {
  // A worker as it starts again, with what the earlier one left.
  caches.stores.clear();
  caches.stores.set("footing-pages", new Map([["/today", "stored earlier"], ["/offline", "stored earlier"], ["/kept-key", "key of then"]]));
  caches.stores.set("footing-assets", new Map([["/assets/old.js", "asset"]]));
  disconnect();
  assert.equal(await visit("/today"), "stored earlier");
  serve("three");
  // An earlier page says only this.
  await tell("keep");
  disconnect();
  assert.equal(await visit("/today"), "/today three");
  assert.deepEqual([...caches.stores.get("footing-assets")!.keys()], ["/assets/main.css"]);
});

test("two people on one device are each shown their own pages", async () => {
  serve("of ada", [], ada);
  await tell({ person: ada });
  await tell("keep");
  serve("of ben", [], ben);
  await tell({ person: ben });
  disconnect();
  assert.equal(await visit("/today"), "", "nothing of Ada's is shown before anything of Ben's is stored");
  serve("of ben", [], ben);
  await tell("keep");
  disconnect();
  assert.equal(await visit("/today"), "/today of ben");
  await tell({ person: ada });
  assert.equal(await visit("/today"), "/today of ada");
  assert.deepEqual([...caches.stores.get(nameFor(ada, "footing-assets"))!.keys()], ["/assets/main.css"]);
});

test("pages that the server makes for another person than the page's are not stored", async () => {
  await tell({ person: ada });
  serve("of somebody else", [], ben);
  await tell("keep");
  disconnect();
  assert.equal(await visit("/today"), "/today of ada");
  await tell({ person: ben });
  assert.equal(await visit("/today"), "/today of ben");
});

test("an erased journal makes the worker forget that person alone", async () => {
  await tell({ person: ada });
  answer = () => new Response("erased", { status: 410 });
  served = ada;
  await tell("keep");
  assert.deepEqual([...caches.stores.keys()].filter(name => name.endsWith(ada.id)), []);
  disconnect();
  await tell({ person: ben });
  assert.equal(await visit("/today"), "/today of ben");
});

test("a file of a page comes from the server where the browser's store does not answer", async () => {
  const limits = new Limits();
  serve("four");
  caches.isSilent = true;
  const file = visit("/assets/main.css", "no-cors");
  await limits.runOut();
  assert.equal(await file, "/assets/main.css four");
  disconnect();
  const page = visit("/today");
  await limits.runOut();
  await limits.runOut();
  assert.equal(await page, "", "nothing is stored, and the browser says so");
  caches.isSilent = false;
});

test("nothing is asked of a server without a limit of time", () => {
  assert.deepEqual(unlimited, []);
});
