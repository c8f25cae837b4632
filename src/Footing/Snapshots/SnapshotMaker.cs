using Footing.Journal;
using Footing.Journal.Corrections;
using Footing.Plans;
using Footing.Programmes;

namespace Footing.Snapshots;

/// <summary>Makes snapshots, from a whole journal or from the snapshot before.</summary>
internal static class SnapshotMaker
{
    /// <summary>At most this many of the last dates stay open, even without a session.</summary>
    private const int MostDaysOpen = 15;

    /// <summary>With more bytes of retained entries than this, a snapshot saves nothing.</summary>
    private const int MostRetainedBytes = 64 * 1024;

    /// <summary>Makes a snapshot.</summary>
    /// <param name="before">The snapshot that reading continued from; null for a whole journal.</param>
    /// <param name="loaded">The entries that were given.</param>
    /// <param name="read">Those of them, and of the retained ones, that were read.</param>
    /// <param name="effective">The effective entries.</param>
    /// <param name="projector">Their projector.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="on">The date on which they were read.</param>
    /// <param name="zone">The person's zone.</param>
    /// <returns>Null when nothing is worth keeping, or something prevents dates from being closed.</returns>
    public static SnapshotContents? Make(
        SnapshotContents? before,
        ImmutableArray<AcceptedEntry> loaded,
        ImmutableArray<AcceptedEntry> read,
        ImmutableArray<Entry> effective,
        CareProjector projector,
        Programme programme,
        DateOnly on,
        TimeZoneInfo zone)
    {
        var closedOn = on.AddDays(-MostDaysOpen);
        if (effective.OfType<SessionEntry>().LastOrDefault()?.DateIn(zone).AddDays(-1) is { } eve && eve > closedOn)
        {
            closedOn = eve;
        }

        if ((before is null ? 0 : PlaceAfter(before.ClosedOn, effective, zone)) is not { } first ||
            PlaceAfter(closedOn, effective, zone) is not { } after ||
            after <= first)
        {
            return null;
        }

        var closing = Corrections(before, read, closedOn, on, zone);
        var open = effective[after..].OfType<SessionEntry>().Select(session => session.Session).ToHashSet(StringComparer.Ordinal);
        // A voided report still shows that its session was reported, so it closes the session too.
        var reports = read.Select(accepted => accepted.Entry).OfType<SessionEntry>().Where(report => report.DateIn(zone) <= closedOn);
        var closed = (before?.Closed ?? ClosedSessions.None).With(effective[first..after]
            .Where(entry => entry is SessionEntry || (ClosedSessions.NamedBy(entry) is { } session && !open.Contains(session)))
            .Concat(reports)
            // A voided set is still shown in the history, by itself while its session has no report.
            .Concat(read.Select(accepted => accepted.Entry).OfType<SetEntry>().Where(set => set.DateIn(zone) <= closedOn && !open.Contains(set.Session)))
            .Select(entry => ClosedSessions.NamedBy(entry)!));
        if (closing is null || open.Any(closed.MightContain))
        {
            return null;
        }

        var state = CareProjector.Close(before is null ? projector.ProjectTo(closedOn) : projector.ProjectFrom(before.StateWith(programme), before.ClosedOn, closedOn));
        var retained = RetainedEntries.Of(read, effective, after, state, closedOn, on, zone);
        if (retained.Sum(accepted => (long)accepted.Json.Length) > MostRetainedBytes)
        {
            return null;
        }

        var knownTo = Math.Max(before?.KnownTo ?? 0, loaded.Max(accepted => accepted.Sequence));
        var loadFrom = loaded.Where(accepted => accepted.Entry.DateIn(zone) > closedOn).Select(accepted => accepted.Sequence)
            .DefaultIfEmpty(knownTo + 1).Min();
        return new SnapshotContents
        {
            ClosedOn = closedOn,
            MadeOn = on,
            Zone = zone.Id,
            LoadFrom = loadFrom,
            KnownTo = knownTo,
            Retained = retained,
            State = state,
            ProgrammeFingerprint = SnapshotFingerprints.Of(programme),
            ZoneFingerprint = SnapshotFingerprints.Of(zone, closedOn),
            Known = SnapshotFingerprints.Of(loaded, loadFrom, knownTo),
            DanglingTargets = closing.Value.Waiting,
            ScreeningCorrectedAt = closing.Value.ScreeningCorrectedAt,
            Closed = closed,
            Dates = EntryDates.Of(state, before?.Dates, effective, zone),
            Months = MonthsClosing.Of(before, read, effective, closedOn, zone),
            Boundary = SnapshotBoundary.Of(effective, projector.Facts, after, closed, IsCheckedBehind(before, effective, projector.Facts, first, after)),
        };
    }

    /// <summary>
    /// The place of the first entry after a date; null where entries up to it come later, as in a zone whose clocks
    /// went back over midnight.
    /// </summary>
    public static int? PlaceAfter(DateOnly date, ImmutableArray<Entry> effective, TimeZoneInfo zone)
    {
        var place = 0;
        while (place < effective.Length && effective[place].DateIn(zone) <= date)
        {
            place++;
        }

        for (var i = place; i < effective.Length; i++)
        {
            if (effective[i].DateIn(zone) <= date)
            {
                return null;
            }
        }

        return place;
    }

    /// <summary>
    /// Whether a correction of an entry after a date changes nothing up to the date and depends on nothing there that
    /// may change. Whether a foot check may be made milder depends on the screening before it, as it is when the
    /// correction is applied.
    /// </summary>
    public static bool IsOpen(CorrectionEntry correction, DateOnly closedOn, DateTimeOffset? screeningCorrectedAt, TimeZoneInfo zone) =>
        correction.DateIn(zone) > closedOn &&
        CorrectionChain.Stays(correction, closedOn, true, zone) &&
        !(correction.At <= screeningCorrectedAt);

    /// <summary>What the corrections say about a boundary at a date; null when one crosses it.</summary>
    private static (ImmutableArray<Guid> Waiting, DateTimeOffset? ScreeningCorrectedAt)? Corrections(
        SnapshotContents? before, ImmutableArray<AcceptedEntry> read, DateOnly closedOn, DateOnly on, TimeZoneInfo zone)
    {
        var byId = new Dictionary<Guid, Entry>();
        foreach (var accepted in read)
        {
            byId.TryAdd(accepted.Entry.Id, accepted.Entry);
        }

        var waiting = (before?.DanglingTargets ?? []).ToBuilder();
        var screeningCorrectedAt = before?.ScreeningCorrectedAt;
        var open = new List<CorrectionEntry>();
        foreach (var correction in byId.Values.OfType<CorrectionEntry>().Where(correction => correction.DateIn(zone) <= on))
        {
            if (CorrectionChain.RootOf(correction, byId, out var missing) is not { } root)
            {
                if (missing is { } id && !waiting.Contains(id))
                {
                    waiting.Add(id);
                }
            }
            else if (root.DateIn(zone) > closedOn)
            {
                open.Add(correction);
            }
            else if (!CorrectionChain.Stays(correction, closedOn, false, zone) || EndsAfter(root, closedOn, zone))
            {
                return null;
            }
            else if (root is ScreeningEntry && !(correction.At <= screeningCorrectedAt))
            {
                screeningCorrectedAt = correction.At;
            }
        }

        return open.TrueForAll(correction => IsOpen(correction, closedOn, screeningCorrectedAt, zone))
            ? (waiting.ToImmutable(), screeningCorrectedAt)
            : null;
    }

    /// <summary>Whether a session ends after a date up to which it began: a correction that says no longer when it began moves it.</summary>
    private static bool EndsAfter(Entry root, DateOnly closedOn, TimeZoneInfo zone) =>
        root is SessionEntry session && (session with { Began = null }).DateIn(zone) > closedOn;

    private static bool IsCheckedBehind(SnapshotContents? before, ImmutableArray<Entry> effective, SessionFacts facts, int first, int after)
    {
        for (var place = after - 1; place >= first; place--)
        {
            if (effective[place] is SessionEntry)
            {
                return facts.HasClearCheck(place + 1, after);
            }
        }

        return before is null || before.Boundary.IsCheckedBehind || facts.HasClearCheck(first, after);
    }
}
