using Footing.Journal;
using Footing.Programmes;
using Footing.Screening;

namespace Footing.Plans;

/// <summary>
/// Reads on from a snapshot. Each check stands for one way in which what is new could have changed what is closed; where
/// that is in doubt the snapshot does not fit.
/// </summary>
internal sealed class SnapshotReading
{
    private SnapshotReading(SnapshotMisfit misfit) => Misfit = misfit;

    private SnapshotReading(Folded folded, ImmutableArray<AcceptedEntry> entries) => (Folded, Entries) = (folded, entries);

    /// <summary>The fold; null when the snapshot does not fit.</summary>
    public Folded? Folded { get; }

    /// <summary>Why it does not fit.</summary>
    public SnapshotMisfit Misfit { get; }

    /// <summary>All entries that were read: carried ones, those after the closed date, and their corrections.</summary>
    public ImmutableArray<AcceptedEntry> Entries { get; } = [];

    /// <summary>Reads on.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="loaded">The entries from <see cref="PlanSnapshot.LoadFrom"/> on.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="on">The date.</param>
    /// <param name="zone">The person's zone.</param>
    public static SnapshotReading Of(
        SnapshotContents snapshot, ImmutableArray<AcceptedEntry> loaded, Programme programme, DateOnly on, TimeZoneInfo zone)
    {
        if (zone.Id != snapshot.Zone || SnapshotPrints.Of(zone, snapshot.ClosedOn) != snapshot.ZonePrint)
        {
            return new(SnapshotMisfit.Zone);
        }

        if (on < snapshot.MadeOn)
        {
            return new(SnapshotMisfit.Date);
        }

        if (SnapshotPrints.Of(programme) != snapshot.ProgrammePrint)
        {
            return new(SnapshotMisfit.Programme);
        }

        if (SnapshotPrints.Of(loaded, snapshot.LoadFrom, snapshot.KnownTo) != snapshot.Known)
        {
            return new(SnapshotMisfit.Journal);
        }

        var read = snapshot.Carried.ToBuilder();
        var misfit = Choose(snapshot, loaded, on, zone, read);
        if (misfit != SnapshotMisfit.None)
        {
            return new(misfit);
        }

        var counting = History.Of(read.Select(accepted => accepted.Entry), zone, on);
        if (HoldsUnreadable(loaded, counting))
        {
            return new(SnapshotMisfit.Unreadable);
        }

        var fold = new CareFold(programme, counting, zone);
        if (SnapshotMaker.PlaceAfter(snapshot.ClosedOn, counting, zone) is not { } after)
        {
            return new(SnapshotMisfit.Entry);
        }

        var border = SnapshotBorder.Of(counting, fold.Facts, after, snapshot.Closed, snapshot.Border.IsCheckedBehind);
        if (border.Later != snapshot.Border.Later)
        {
            return new(SnapshotMisfit.Session);
        }

        return border == snapshot.Border
            ? new(new Folded(programme, fold, fold.FoldFrom(snapshot.State, snapshot.ClosedOn, on), counting), read.ToImmutable())
            : new(SnapshotMisfit.FootCheck);
    }

    /// <summary>Whether anything cannot be read: a snapshot must not hide it.</summary>
    public static bool HoldsUnreadable(ImmutableArray<AcceptedEntry> all, ImmutableArray<Entry> counting) =>
        all.Any(accepted => accepted.Entry is UnreadableEntry) || counting.Any(entry => entry is UnreadableEntry);

    /// <summary>Picks what is still to be read, and refuses what concerns closed dates.</summary>
    private static SnapshotMisfit Choose(
        SnapshotContents snapshot,
        ImmutableArray<AcceptedEntry> loaded,
        DateOnly on,
        TimeZoneInfo zone,
        ImmutableArray<AcceptedEntry>.Builder read)
    {
        // The first of an id counts, here as in the whole journal.
        var byId = new Dictionary<Guid, Entry>();
        var corrections = new List<(AcceptedEntry Accepted, CorrectionEntry Correction, bool IsNew)>();
        foreach (var accepted in loaded)
        {
            var entry = accepted.Entry;
            var date = entry.DateIn(zone);

            // What was dated ahead when the snapshot was made did not count yet.
            var isNew = accepted.Sequence > snapshot.KnownTo || date > snapshot.MadeOn;
            if (isNew && snapshot.Waiting.Contains(entry.Id))
            {
                return SnapshotMisfit.Correction;
            }

            if (!byId.TryAdd(entry.Id, entry))
            {
                continue;
            }

            if (entry is CorrectionEntry correction)
            {
                corrections.Add((accepted, correction, isNew));
            }
            else if (date > snapshot.ClosedOn)
            {
                read.Add(accepted);
            }
            else if (isNew)
            {
                if (entry is not OtherEntry)
                {
                    return SnapshotMisfit.Entry;
                }

                read.Add(accepted);
            }
        }

        foreach (var (accepted, correction, isNew) in corrections)
        {
            if (correction.DateIn(zone) > on)
            {
                continue;
            }

            if (CorrectionChain.RootOf(correction, byId, out _) is not { } root || root.DateIn(zone) <= snapshot.ClosedOn)
            {
                if (isNew)
                {
                    return SnapshotMisfit.Correction;
                }

                // It is in the state, or waits for an entry that has not come.
                continue;
            }

            if (!SnapshotMaker.IsOpen(correction, snapshot.ClosedOn, snapshot.ScreeningCorrectedAt, zone))
            {
                return SnapshotMisfit.Correction;
            }

            read.Add(accepted);
        }

        return SnapshotMisfit.None;
    }
}
