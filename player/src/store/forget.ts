import { databaseName } from "./store";

/**
 * Forgets everything that Footing stores on this device: pages, coming sessions, waiting entries, the session's
 * progress and settings. Never rejects: if the browser forbids access to something, it has stored nothing there.
 */
export async function forget(): Promise<void> {
  // Before the first await: anything that opens the database from now on finds an empty one.
  const database = tried(() => new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName);
    request.onsuccess = () => resolve();
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- A request that failed has an error.
    request.onerror = () => reject(request.error);
  }));
  // A worker has neither.
  if (typeof localStorage !== "undefined") await tried(async () => localStorage.clear());
  if (typeof sessionStorage !== "undefined") await tried(async () => sessionStorage.clear());
  await tried(async () => { await Promise.all((await caches.keys()).map(name => caches.delete(name))); });
  await database;
}

async function tried(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    // Forbidden, or missing.
  }
}
