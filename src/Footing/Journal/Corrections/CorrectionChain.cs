using System.Text.Json;

namespace Footing.Journal.Corrections;

/// <summary>Which entry a correction leads to, and to which dates it may move it.</summary>
internal static class CorrectionChain
{
    /// <summary>
    /// The entry at the end of a correction's chain; null where a link is missing or the chain is circular.
    /// </summary>
    /// <param name="correction">The correction.</param>
    /// <param name="byId">The entries that are known.</param>
    /// <param name="missing">The id of the missing link; null where none is.</param>
    public static Entry? RootOf(CorrectionEntry correction, Dictionary<Guid, Entry> byId, out Guid? missing)
    {
        missing = null;
        var seen = new HashSet<Guid>();
        Entry at = correction;
        while (at is CorrectionEntry link)
        {
            if (!seen.Add(link.Id))
            {
                return null;
            }

            if (!byId.TryGetValue(link.Of, out at!))
            {
                missing = link.Of;
                return null;
            }
        }

        return at;
    }

    /// <summary>
    /// Whether every time that a correction gives, also by correcting another correction, is on one side of a date;
    /// false also for a time that cannot be read.
    /// </summary>
    /// <param name="correction">The correction.</param>
    /// <param name="closedOn">The date.</param>
    /// <param name="after">The side: after the date; else up to it.</param>
    /// <param name="zone">The person's zone.</param>
    public static bool Stays(CorrectionEntry correction, DateOnly closedOn, bool after, TimeZoneInfo zone)
    {
        for (var with = correction.With; with is { ValueKind: JsonValueKind.Object } fields; with = LenientJson.Member(fields, "with"))
        {
            // Either may give the entry its date.
            if (IsElsewhere(fields, "at", closedOn, after, zone) || IsElsewhere(fields, "began", closedOn, after, zone))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsElsewhere(JsonElement fields, string name, DateOnly closedOn, bool after, TimeZoneInfo zone) =>
        LenientJson.Member(fields, name) is { ValueKind: not JsonValueKind.Null } moment && IsAfter(moment, closedOn, zone) != after;

    private static bool? IsAfter(JsonElement at, DateOnly closedOn, TimeZoneInfo zone) =>
        LenientJson.Text(at) is { } text && Rfc3339.Find(text) is { } moment
            ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime) > closedOn
            : null;
}
