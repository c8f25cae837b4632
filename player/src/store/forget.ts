import { databaseName } from "./store";

/**
 * Forgets everything that Footing keeps on this device: pages, coming sessions, entries that wait, where a session stands,
 * and settings. Never rejects: what the browser forbids to reach, it has not kept.
 */
export async function forget(): Promise<void> {
  // Before anything is waited for: whoever opens the database from now on finds an empty one.
  const database = tried(() => new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  }));
  // A worker has neither.
  if (typeof localStorage !== "undefined") await tried(async () => localStorage.clear());
  if (typeof sessionStorage !== "undefined") await tried(async () => sessionStorage.clear());
  await tried(async () => void (await Promise.all((await caches.keys()).map(name => caches.delete(name)))));
  await database;
}

async function tried(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    // Forbidden, or not there.
  }
}
