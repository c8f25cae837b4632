using Footing.Journal;
using Footing.Storage;

namespace Footing.Web.Preferences;

/// <summary>Where a person lives, for dates and for the emergency number, and their language.</summary>
/// <param name="Zone">The person's zone.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null when not given.</param>
/// <param name="Language">A BCP 47 tag.</param>
/// <param name="IsChosen">Whether the person chose this; otherwise it is the host's guess.</param>
public sealed record Preference(TimeZoneInfo Zone, string? Country, string Language, bool IsChosen)
{
    private static readonly string Kind = Vocabulary.EntryKinds[EntryKind.Preference];

    /// <summary>
    /// What the last entry of its kind says, or the host's own settings. It is read leniently: whatever else the entry
    /// holds, the country gives the emergency number.
    /// </summary>
    public static Preference Of(IEnumerable<StoredEntry> journal, FootingOptions options)
    {
        if (journal.LastOrDefault(entry => entry.Kind == Kind) is not { } last)
        {
            return new(options.Zone, options.Country, "en", false);
        }

        var json = LenientJson.Parse(last.Json);
        return new(FindZone(Text("zone")) ?? options.Zone, Text("country") ?? options.Country, Text("language") ?? "en", true);

        string? Text(string name) => json is { } fields ? LenientJson.Text(fields, name) : null;
    }

    /// <summary>The zone with this name, such as <c>Europe/London</c>; null when there is none.</summary>
    public static TimeZoneInfo? FindZone(string? id) =>
        id is { Length: > 0 } && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
}
