using System.Text.Json;
using Footing.Journal;
using Footing.Journal.Corrections;

namespace Footing.Snapshots;

/// <summary>
/// Finds which entries each closed month needs. Entries that are shown together or change each other are one group: an
/// entry with its corrections, and a session with its sets. Each month that a date in a group falls into needs all of the
/// group, so that no reading of a month sees part of one.
/// </summary>
internal static class MonthsClosing
{
    /// <summary>Whether the history shows this kind of entry.</summary>
    public static bool IsItem(Entry entry) => entry is not (CorrectionEntry or OtherEntry) or BackgroundEntry;

    /// <summary>The months after more dates were closed.</summary>
    /// <param name="before">The snapshot before; null for a whole journal.</param>
    /// <param name="read">The entries that were read, before corrections.</param>
    /// <param name="effective">The effective entries.</param>
    /// <param name="closedOn">The last date that is closed.</param>
    /// <param name="zone">The person's zone.</param>
    public static ClosedMonths Of(
        SnapshotContents? before, ImmutableArray<AcceptedEntry> read, ImmutableArray<Entry> effective, DateOnly closedOn, TimeZoneInfo zone)
    {
        if (before is { Months.IsKnown: false })
        {
            return ClosedMonths.Unknown;
        }

        var byId = new Dictionary<Guid, Entry>();
        foreach (var accepted in read)
        {
            byId.TryAdd(accepted.Entry.Id, accepted.Entry);
        }

        var corrections = read
            .Select(accepted => (Accepted: accepted, Root: accepted.Entry is CorrectionEntry correction ? CorrectionChain.RootOf(correction, byId, out _) : null))
            .Where(corrected => corrected.Root is not null)
            .ToLookup(corrected => corrected.Root!.Id, corrected => corrected.Accepted);
        var screenings = read.Where(accepted => accepted.Entry is ScreeningEntry).SelectMany(accepted => corrections[accepted.Entry.Id].Prepend(accepted)).ToList();
        var shown = effective.ToDictionary(entry => entry.Id, entry => entry.DateIn(zone));
        var reported = byId.Values.OfType<SessionEntry>().Select(report => report.Session).ToHashSet(StringComparer.Ordinal);
        var months = (before?.Months ?? ClosedMonths.None).ByNumber.ToBuilder();
        foreach (var group in Groups(read, corrections))
        {
            var closing = group.Where(accepted => IsItem(accepted.Entry) && IsClosing(accepted, before, closedOn, zone)).ToList();
            if (closing.Count == 0)
            {
                continue;
            }

            // What was closed before of these sessions is not known here.
            if (before is not null && closing.Exists(accepted => SessionsIn(accepted.Entry, corrections).Any(before.Closed.MightContain)))
            {
                return ClosedMonths.Unknown;
            }

            var needed = group.SelectMany(accepted => corrections[accepted.Entry.Id].Prepend(accepted)).ToList();
            // Whether a foot check may be made milder depends on the screening before it, as it was at that moment.
            if (group.Any(accepted => accepted.Entry is FootCheckEntry && corrections[accepted.Entry.Id].Any()))
            {
                needed.AddRange(screenings);
            }

            var withItems = closing
                .Where(accepted => !(accepted.Entry is SetEntry set && reported.Contains(set.Session)))
                .Select(accepted => ClosedMonths.NumberOf(shown.TryGetValue(accepted.Entry.Id, out var on) ? on : accepted.Entry.DateIn(zone)))
                .ToHashSet();
            foreach (var number in group.SelectMany(accepted => Dates(accepted.Entry, corrections[accepted.Entry.Id], zone)).Select(ClosedMonths.NumberOf).Concat(withItems).Distinct())
            {
                months[number] = months.GetValueOrDefault(number).With(withItems.Contains(number), needed.Select(accepted => accepted.Sequence));
            }
        }

        return ClosedMonths.Of(months);
    }

    /// <summary>The sessions that an entry or a correction of it names.</summary>
    public static IEnumerable<string> SessionsIn(Entry entry, IEnumerable<CorrectionEntry> corrections) => entry is not (SetEntry or SessionEntry)
        ? []
        : corrections.SelectMany(correction => Members(correction, "session")).Select(LenientJson.Text).OfType<string>().Prepend(ClosedSessions.NamedBy(entry)!);

    private static IEnumerable<string> SessionsIn(Entry entry, ILookup<Guid, AcceptedEntry> corrections) =>
        SessionsIn(entry, corrections[entry.Id].Select(correction => (CorrectionEntry)correction.Entry));

    /// <summary>Whether an entry is closed now and was not before.</summary>
    private static bool IsClosing(AcceptedEntry accepted, SnapshotContents? before, DateOnly closedOn, TimeZoneInfo zone) =>
        accepted.Entry.DateIn(zone) is var on && on <= closedOn && (before is null || on > before.ClosedOn || accepted.Sequence > before.KnownTo);

    /// <summary>
    /// Entries without corrections; those of a session and its sets together, and of two sessions that a correction joins.
    /// </summary>
    private static IEnumerable<ImmutableArray<AcceptedEntry>> Groups(ImmutableArray<AcceptedEntry> read, ILookup<Guid, AcceptedEntry> corrections)
    {
        var joined = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var accepted in read)
        {
            var sessions = SessionsIn(accepted.Entry, corrections).ToList();
            foreach (var other in sessions.Skip(1))
            {
                if (NameOf(other) is var from && NameOf(sessions[0]) is var to && from != to)
                {
                    joined[from] = to;
                }
            }
        }

        return read.Where(accepted => accepted.Entry is not CorrectionEntry)
            .GroupBy(accepted => accepted.Entry is SetEntry or SessionEntry ? (NameOf(ClosedSessions.NamedBy(accepted.Entry)!), default) : ("", accepted.Entry.Id))
            .Select(group => group.ToImmutableArray());

        string NameOf(string session)
        {
            while (joined.TryGetValue(session, out var to))
            {
                session = to;
            }

            return session;
        }
    }

    private static IEnumerable<DateOnly> Dates(Entry entry, IEnumerable<AcceptedEntry> corrections, TimeZoneInfo zone) => corrections
        .SelectMany(correction => Members((CorrectionEntry)correction.Entry, "at"))
        .Select(at => LenientJson.Text(at) is { } text ? Rfc3339.Find(text) : null)
        .OfType<DateTimeOffset>()
        .Select(at => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime))
        .Prepend(entry.DateIn(zone));

    /// <summary>A member of what a correction gives, also by correcting another correction.</summary>
    private static IEnumerable<JsonElement> Members(CorrectionEntry correction, string name)
    {
        for (var with = correction.With; with is { ValueKind: JsonValueKind.Object } fields; with = LenientJson.Member(fields, "with"))
        {
            if (LenientJson.Member(fields, name) is { } value)
            {
                yield return value;
            }
        }
    }
}
