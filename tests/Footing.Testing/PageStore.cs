namespace Footing.Testing;

/// <summary>Scripts that read what a page stores on its device, for tests in any engine.</summary>
public static class PageStore
{
    /// <summary>Opens the page's own store as <c>db</c>; the caller closes it.</summary>
    public const string Open = """
        const db = await new Promise((resolve, reject) => { const o = indexedDB.open("footing"); o.onsuccess = () => resolve(o.result); o.onerror = reject; });
        """;

    /// <summary>Whether the device has what it needs without a connection, and the worker controls the page.</summary>
    public const string HasKept = $$"""
        async () => {
          const pages = await caches.open("footing-pages");
          if (await pages.match("/kept-key") === undefined) return false;
          {{Open}}
          const held = await new Promise(resolve => { const r = db.transaction("held").objectStore("held").getAllKeys(); r.onsuccess = () => resolve(r.result); });
          db.close();
          return held.length > 0 && localStorage.getItem("footing.doubt") === null && navigator.serviceWorker.controller !== null;
        }
        """;

    /// <summary>Everything in a part of the store, such as <c>outbox</c>.</summary>
    public static string All(string part) => $$"""
        async () => {
          {{Open}}
          const all = await new Promise(resolve => { const r = db.transaction("{{part}}").objectStore("{{part}}").getAll(); r.onsuccess = () => resolve(r.result); });
          db.close();
          return all;
        }
        """;
}
