/**
 * Stores the offline pages that a person needs, and nothing else: `/api/kept` names them. Pages come from the network
 * while there is a connection; an offline page is shown when there is none. The worker does not handle entries: they
 * wait in the outbox of the page's own store, which no version of this file changes. What is stored belongs to the person
 * whom the last page named.
 */

import { pathOf } from "./offline/address";
import { home, headersFor, nameFor, personFrom, type Person } from "./person/person";
import { note, noted } from "./person/noted";
import { forgetPerson } from "./store/forget";
import { answerMs } from "./store/store";
import { inTime, limit, mostBytes, requestMs } from "./timing/limit";

/** Changes with everything that the pages load, so that a browser detects a newer worker. Set by the build. */
declare const VERSION: string;

interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Waiting {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Message extends Waiting {
  readonly data: unknown;
  readonly source: { postMessage(what: string): void } | null;
}
interface Client {
  readonly url: string;
}
interface Worker {
  readonly clients: { claim(): Promise<void>; matchAll(options: { includeUncontrolled: boolean }): Promise<readonly Client[]> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: "install" | "activate", hear: (event: Waiting) => void): void;
  addEventListener(kind: "fetch", hear: (event: Fetching) => void): void;
  addEventListener(kind: "message", hear: (event: Message) => void): void;
}

/** What is stored, as `/api/kept` names it; another key means other pages. */
interface Kept {
  /** Whose pages they are: an id, and whether it is the only person of a home. */
  readonly person: string;
  readonly home: boolean;
  readonly key: string;
  readonly pages: readonly string[];
  readonly assets: readonly string[];
}

const worker = self as unknown as Worker;
const pagesCache = "footing-pages";
const assetsCache = "footing-assets";
const keyOf = "/kept-key";

/** How long, in milliseconds, to wait for a page before its offline page is shown. */
const patienceMs = 8000;

worker.addEventListener("activate", event => event.waitUntil(worker.clients.claim()));

let keeping: Promise<void> = Promise.resolve();

/** Who uses this device; null while no page has named anybody since this worker started. */
let current: Person | null = null;

/** Whose pages to show. What was stored before pages named anybody is the home's. */
async function whose(): Promise<Person> {
  return current ??= (await noted()) ?? home;
}

/** A page says whose it is. */
async function become(person: Person): Promise<void> {
  current = person;
  await note(person);
}

worker.addEventListener("message", event => {
  // One after the other: pages fetched before a language or a skin was chosen must not overwrite newer ones.
  const person = personFrom((event.data as { person?: unknown } | null)?.person);
  if (person !== null) event.waitUntil(keeping = keeping.then(() => become(person), () => become(person)));
  if (event.data === "keep") event.waitUntil(keeping = keeping.then(keep, keep));
  if (event.data === "use") event.waitUntil(use(event));
});

worker.addEventListener("fetch", event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request, pathOf(request.url)));
  else if (pathname.startsWith("/assets/")) event.respondWith(asset(request));
});

/** A newer Footing takes over only on request, and while no session runs. */
async function use(asked: Message): Promise<void> {
  // A worker that waits controls no page yet.
  const open = await worker.clients.matchAll({ includeUncontrolled: true });
  if (open.some(client => pathOf(client.url) === "/session")) asked.source?.postMessage("in-session");
  else await worker.skipWaiting();
}

async function page(request: Request, pathname: string): Promise<Response> {
  const fallback = async (): Promise<Response | undefined> => {
    // The page of the day decides where a form leads; it also replaces the start page.
    const path = pathname === "/" || pathname.endsWith("/next") ? "/today" : pathname;
    return (await stored(pagesCache, path)) ?? (await stored(pagesCache, "/offline"));
  };
  // The page itself says that the server does not know enough yet.
  if (new URL(request.url).searchParams.has("waiting")) {
    const kept = await fallback();
    if (kept !== undefined) return kept;
  }
  let late: number | undefined;
  try {
    const patience = new Promise<never>((_, reject) => {
      late = self.setTimeout(() => reject(new Error("late")), patienceMs);
    });
    const response = await Promise.race([fetch(request), patience]);
    // A proxy in front of the server that cannot reach it also counts as no connection.
    return response.status >= 502 && response.status <= 504 ? (await fallback()) ?? response : response;
  } catch {
    return (await fallback()) ?? Response.error();
  } finally {
    clearTimeout(late);
  }
}

async function asset(request: Request): Promise<Response> {
  return (await stored(assetsCache, request)) ?? fetch(request, { signal: limit(requestMs(mostBytes)) });
}

/** What is stored of this person; undefined also if the browser does not answer. */
function stored(cache: string, request: Request | string): Promise<Response | undefined> {
  return inTime(answerMs, match(cache, request)).catch(() => undefined);
}

/** Asking for what is stored makes no cache, for a person who was forgotten has none. */
async function match(cache: string, request: Request | string): Promise<Response | undefined> {
  const name = nameFor(await whose(), cache);
  return await caches.has(name) ? (await caches.open(name)).match(request) : undefined;
}

/** What the server answers to a request for something to be stored; rejects if it does not answer in time. */
function ask(address: string, person: Person | null): Promise<Response> {
  return fetch(address, {
    ...person === null ? {} : { headers: headersFor(person), cache: "no-store" as const },
    credentials: "same-origin", signal: limit(requestMs(mostBytes)),
  });
}

/** Fetches a file of the pages and stores it. */
async function add(assets: Cache, address: string): Promise<void> {
  const response = await ask(address, null);
  if (!response.ok) throw new Error(address);
  await assets.put(address, response);
}

/** Answers that are about the person, not about one page: nothing that was fetched with them may be stored. */
const aboutThePerson: readonly number[] = [401, 403, 409, 410];

/** A page to store; null for a page that the server cannot give now. Rejects if none can be stored. */
async function fetchPage(path: string, person: Person): Promise<Response | null> {
  const response = await ask(`${path}?kept=1`, person);
  if (aboutThePerson.includes(response.status)) throw new Error(path);
  return response.status === 200 && !response.redirected ? response : null;
}

/**
 * Fetches all offline pages, or changes nothing if the connection is lost or a file of theirs is missing: the old ones
 * stay until then. A page that the server cannot give does not block the others: its old copy stays, with the files that
 * it loads, and all are fetched again the next time. An old copy beside newer ones allows nothing that is over: whether
 * a session may be done is said by the coming sessions, which are renewed apart from the pages; and an old page for
 * danger is better than none.
 */
async function keep(): Promise<void> {
  const asked = await whose();
  const answer = await ask("/api/kept", asked);
  // The server has a record that the journal which this device names was erased.
  if (answer.status === 410) return forgetPerson(asked);
  if (answer.status !== 200) return;
  const kept = await answer.json() as Kept;
  // An earlier server names nobody.
  const person: Person = typeof kept.person === "string" ? { id: kept.person, isHome: kept.home } : asked;
  // A page from before pages named anybody has asked for it.
  if (asked.id !== person.id) await become(person);
  const pages = await caches.open(nameFor(person, pagesCache));
  const before = await pages.match(keyOf);
  if (before !== undefined && await before.text() === kept.key + VERSION) return;
  const assets = await caches.open(nameFor(person, assetsCache));
  for (const address of kept.assets) if (await assets.match(address) === undefined) await add(assets, address);
  const fetched = await Promise.all(kept.pages.map(async path => [path, await fetchPage(path, person)] as const));
  for (const [path, response] of fetched) if (response !== null) await pages.put(path, response);
  for (const old of await pages.keys()) if (!kept.pages.includes(new URL(old.url).pathname)) await pages.delete(old);
  if (fetched.some(([, response]) => response === null)) return;
  // Not earlier: an old copy of a page needs its own files.
  for (const old of await assets.keys()) if (!kept.assets.includes(new URL(old.url).pathname)) await assets.delete(old);
  await pages.put(keyOf, new Response(kept.key + VERSION));
}
