import { isOf, nameFor, type Person } from "../person/person";
import { noteCache, noted } from "../person/noted";
import { inTime } from "../timing/limit";
import { answerMs, databaseName } from "./store";

/**
 * Forgets everything that Footing stores of a person on this device: pages, coming sessions, waiting entries, the
 * session's progress and settings. What it stores of anybody else stays. Never rejects: if the browser forbids access to
 * something, it has stored nothing there. A database that an old tab still holds open is deleted once that is closed;
 * nobody waits for it.
 */
export async function forgetPerson(person: Person): Promise<void> {
  // Before the first await: anything that opens the database from now on finds an empty one.
  const database = tried(() => new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(nameFor(person, databaseName));
    request.onsuccess = () => resolve();
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- A request that failed has an error.
    request.onerror = () => reject(request.error);
  }));
  // A worker has neither.
  if (typeof localStorage !== "undefined") await tried(async () => keysOf(person).forEach(key => localStorage.removeItem(key)));
  // Only of this page's tab.
  if (typeof sessionStorage !== "undefined") await tried(async () => sessionStorage.clear());
  await tried(async () => {
    const names = (await caches.keys()).filter(name => name !== noteCache && isOf(person, name));
    if ((await noted())?.id === person.id || person.id === "") names.push(noteCache);
    await Promise.all(names.map(name => caches.delete(name)));
  });
  await database;
}

function keysOf(person: Person): string[] {
  return Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at)).filter((key): key is string => key !== null && isOf(person, key));
}

async function tried(work: () => Promise<void>): Promise<void> {
  try {
    await inTime(answerMs, work());
  } catch {
    // Forbidden, missing, or not answered.
  }
}
