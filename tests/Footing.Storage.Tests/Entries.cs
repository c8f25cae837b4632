using System.Text;

namespace Footing.Storage.Tests;

/// <summary>Entries as a device would send them.</summary>
internal static class Entries
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A check-in that every reader takes, with some words in a field of its own.</summary>
    internal static NewEntry Valid(int id, string words = "") => Of(id, "check-in", words);

    /// <summary>An entry of any kind.</summary>
    internal static NewEntry Of(int id, string kind, string words = "")
    {
        var (uuid, at) = (Guid.Parse($"00000000-0000-0000-0000-{id:x12}"), Noon.AddSeconds(id));
        return new(uuid, at, kind, Encoding.UTF8.GetBytes($$"""{"id":"{{uuid}}","at":"{{at:yyyy-MM-dd'T'HH:mm:ss.fffzzz}}","kind":"{{kind}}","note":"{{words}}"}"""));
    }
}
