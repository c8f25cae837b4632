using Footing.Journal;
using Footing.Journal.Corrections;
using Footing.Plans;
using Footing.Screening;

namespace Footing.Snapshots;

/// <summary>
/// Chooses the entries up to a snapshot's date that it keeps: those that a reader looks for directly. The state gives
/// the ids of many entries; only those of open findings and of the last session are looked up, and kept.
/// </summary>
internal static class RetainedEntries
{
    /// <summary>Chooses them.</summary>
    /// <param name="read">The entries that were read, before corrections.</param>
    /// <param name="effective">The effective entries, in the journal's order.</param>
    /// <param name="after">The place in them of the first entry after the date.</param>
    /// <param name="state">The state after the date was closed.</param>
    /// <param name="closedOn">The date.</param>
    /// <param name="on">The date on which they were read.</param>
    /// <param name="zone">The person's zone.</param>
    /// <returns>The entries with their corrections, in the order of acceptance.</returns>
    public static ImmutableArray<AcceptedEntry> Of(
        ImmutableArray<AcceptedEntry> read,
        ImmutableArray<Entry> effective,
        int after,
        CareState state,
        DateOnly closedOn,
        DateOnly on,
        TimeZoneInfo zone)
    {
        var byId = new Dictionary<Guid, Entry>();
        foreach (var accepted in read)
        {
            byId.TryAdd(accepted.Entry.Id, accepted.Entry);
        }

        // Which entry each correction leads to.
        var roots = new Dictionary<Guid, Entry>();
        foreach (var correction in byId.Values.OfType<CorrectionEntry>().Where(correction => correction.DateIn(zone) <= on))
        {
            if (CorrectionChain.RootOf(correction, byId, out _) is { } root)
            {
                roots.Add(correction.Id, root);
            }
        }

        ImmutableArray<Entry> original = [.. byId.Values.Where(entry => entry.DateIn(zone) <= closedOn)];
        HashSet<Guid> ids =
        [
            .. Ids(OfFindings(original, state, roots.Values)),
            .. Ids(OfChecks(effective[..after], state.Programme.Condition.Questionnaire)),
            .. Ids(OfSessions(byId.Values, original, effective, after, state)),
            .. Ids(OfOtherKinds(original, effective[..after])),
        ];
        return
        [
            .. read
                .Where(accepted => accepted.Entry is CorrectionEntry
                    ? roots.TryGetValue(accepted.Entry.Id, out var root) && ids.Contains(root.Id)
                    : ids.Contains(accepted.Entry.Id))
                .DistinctBy(accepted => accepted.Entry.Id)
                .OrderBy(accepted => accepted.Sequence),
        ];
    }

    private static IEnumerable<Guid> Ids(IEnumerable<Entry?> entries) => entries.OfType<Entry>().Select(entry => entry.Id);

    /// <summary>The entries of an open finding: a reader shows what was found, and when.</summary>
    private static IEnumerable<Entry> OfFindings(ImmutableArray<Entry> original, CareState state, IEnumerable<Entry> corrected)
    {
        var named = state.Findings.SelectMany(finding => finding.Entries).ToHashSet();
        var found = original.Where(entry => named.Contains(entry.Id));
        // Whether a foot check may be made milder depends on the screening before it, as it was at that moment.
        return corrected.Any(entry => entry is FootCheckEntry && named.Contains(entry.Id))
            ? found.Concat(original.OfType<ScreeningEntry>())
            : found;
    }

    private static IEnumerable<Entry?> OfChecks(ImmutableArray<Entry> closed, Questionnaire questionnaire) =>
    [
        closed.OfType<ScreeningEntry>().LastOrDefault(),
        closed.OfType<ScreeningEntry>().LastOrDefault(screening => questionnaire.Missing(screening.Answers).IsEmpty),
        closed.OfType<FootCheckEntry>().LastOrDefault(),
    ];

    /// <summary>
    /// What belongs to sessions after the date; the last session up to it, which may be older than the last report of
    /// one, with the answers on its next morning; and the last set of a session that was never reported.
    /// </summary>
    private static IEnumerable<Entry?> OfSessions(
        IEnumerable<Entry> all, ImmutableArray<Entry> original, ImmutableArray<Entry> effective, int after, CareState state)
    {
        var (closed, later) = (effective[..after], effective[after..]);
        var open = later.OfType<SessionEntry>().Select(session => session.Session).ToHashSet(StringComparer.Ordinal);
        var last = closed.OfType<SessionEntry>().FirstOrDefault(session => session.Id == state.LastSession?.Entry);
        // A report that was voided or corrected is still a report.
        var reported = all.OfType<SessionEntry>().Select(report => report.Session).ToHashSet(StringComparer.Ordinal);
        var inSight = later.OfType<SetEntry>().Select(set => set.Session).Concat(open).ToHashSet(StringComparer.Ordinal);
        return closed
            .Where(entry => ClosedSessions.NamedBy(entry) is { } session &&
                (open.Contains(session) || (entry is NextMorningEntry && session == last?.Session)))
            .Concat(original.OfType<SessionEntry>().Where(report => inSight.Contains(report.Session)))
            .Append<Entry?>(last)
            .Append(closed.OfType<SetEntry>().LastOrDefault(set => state.Programme.Has(set.Exercise) && !reported.Contains(set.Session)));
    }

    /// <summary>
    /// The programme that is followed; and of each kind that no rule reads, a reader may ask for the last entry, or for the
    /// last that was not voided.
    /// </summary>
    private static IEnumerable<Entry?> OfOtherKinds(ImmutableArray<Entry> original, ImmutableArray<Entry> closed) =>
    [
        original.OfType<ProgrammeEntry>().Max(Entry.Order),
        closed.OfType<ProgrammeEntry>().LastOrDefault(),
        .. closed.OfType<LeaveOutEntry>().GroupBy(leaveOut => leaveOut.Exercise).Select(exercise => exercise.Last()),
        .. original.OfType<OtherEntry>().GroupBy(other => other.Kind, StringComparer.Ordinal).Select(kind => kind.Max(Entry.Order)),
        .. closed.OfType<OtherEntry>().GroupBy(other => other.Kind, StringComparer.Ordinal).Select(kind => kind.Last()),
    ];
}
