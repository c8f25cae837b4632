namespace Footing.Testing;

/// <summary>
/// Scripts that read what a page stores on its device, for tests in any engine. What belongs to another person than the
/// home's has names that end with a hyphen and the person's id.
/// </summary>
public static class PageStore
{
    /// <summary>Opens the store of the home's person as <c>db</c>; the caller closes it.</summary>
    public static string Open { get; } = OpenOf("");

    /// <summary>Whether the device has what it needs without a connection, and the worker controls the page.</summary>
    public static string HasKept { get; } = HasKeptOf("");

    /// <summary>Within the page: what tells one keeping of the pages from the next.</summary>
    public const string Key = """
        async () => (await (await (await caches.open("footing-pages")).match("/kept-key"))?.text()) ?? ""
        """;

    /// <summary>The same for another person.</summary>
    /// <param name="ending">How the names of what is theirs end.</param>
    public static string HasKeptOf(string ending) => $$"""
        async () => {
          const pages = await caches.open("footing-pages{{ending}}");
          if (await pages.match("/kept-key") === undefined) return false;
          {{OpenOf(ending)}}
          const held = await new Promise(resolve => { const r = db.transaction("held").objectStore("held").getAllKeys(); r.onsuccess = () => resolve(r.result); });
          db.close();
          return held.length > 0 && localStorage.getItem("footing.doubt{{ending}}") === null && navigator.serviceWorker.controller !== null;
        }
        """;

    /// <summary>Everything in a part of a person's store, such as <c>outbox</c>.</summary>
    /// <param name="part">The part.</param>
    /// <param name="ending">How the names of what is theirs end; empty for the home's person.</param>
    public static string All(string part, string ending = "") => $$"""
        async () => {
          {{OpenOf(ending)}}
          const all = await new Promise(resolve => { const r = db.transaction("{{part}}").objectStore("{{part}}").getAll(); r.onsuccess = () => resolve(r.result); });
          db.close();
          return all;
        }
        """;

    private static string OpenOf(string ending) => $$"""
        const db = await new Promise((resolve, reject) => { const o = indexedDB.open("footing{{ending}}"); o.onsuccess = () => resolve(o.result); o.onerror = reject; });
        """;
}
