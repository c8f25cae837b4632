using Footing.Journal;
using Footing.Journal.Corrections;
using Footing.Plans;
using Footing.Programmes;

namespace Footing.Snapshots;

/// <summary>
/// Continues from a snapshot. Each check covers one way in which new entries could change closed dates; in doubt the
/// snapshot does not fit.
/// </summary>
internal sealed class SnapshotReading
{
    private SnapshotReading(SnapshotRejection misfit) => Rejection = misfit;

    private SnapshotReading(Projection projection, ImmutableArray<AcceptedEntry> entries) => (Projection, Entries) = (projection, entries);

    /// <summary>The projection; null when the snapshot does not fit.</summary>
    public Projection? Projection { get; }

    /// <summary>Why it does not fit.</summary>
    public SnapshotRejection Rejection { get; }

    /// <summary>
    /// All entries that were read: retained ones, those after the closed date, and their corrections.
    /// </summary>
    public ImmutableArray<AcceptedEntry> Entries { get; } = [];

    /// <summary>Continues from a snapshot.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="loaded">The entries from <see cref="PlanSnapshot.LoadFrom"/> on.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="on">The date.</param>
    /// <param name="zone">The person's zone.</param>
    public static SnapshotReading Of(
        SnapshotContents snapshot, ImmutableArray<AcceptedEntry> loaded, Programme programme, DateOnly on, TimeZoneInfo zone)
    {
        if (zone.Id != snapshot.Zone || SnapshotFingerprints.Of(zone, snapshot.ClosedOn) != snapshot.ZoneFingerprint)
        {
            return new(SnapshotRejection.Zone);
        }

        if (on < snapshot.MadeOn)
        {
            return new(SnapshotRejection.Date);
        }

        if (SnapshotFingerprints.Of(programme) != snapshot.ProgrammeFingerprint)
        {
            return new(SnapshotRejection.Programme);
        }

        if (SnapshotFingerprints.Of(loaded, snapshot.LoadFrom, snapshot.KnownTo) != snapshot.Known)
        {
            return new(SnapshotRejection.Journal);
        }

        var read = snapshot.Retained.ToBuilder();
        var misfit = Choose(snapshot, loaded, on, zone, read);
        if (misfit != SnapshotRejection.None)
        {
            return new(misfit);
        }

        var effective = EffectiveEntries.Of(read.Select(accepted => accepted.Entry), programme.Condition, zone, on);
        if (HoldsUnreadable(loaded, effective))
        {
            return new(SnapshotRejection.Unreadable);
        }

        var projector = new CareProjector(programme, effective, zone);
        if (SnapshotMaker.PlaceAfter(snapshot.ClosedOn, effective, zone) is not { } after)
        {
            return new(SnapshotRejection.Entry);
        }

        var border = SnapshotBoundary.Of(effective, projector.Facts, after, snapshot.Closed, snapshot.Boundary.IsCheckedBehind);
        if (border.Later != snapshot.Boundary.Later)
        {
            return new(SnapshotRejection.Session);
        }

        return border == snapshot.Boundary
            ? new(new Projection(programme, projector, projector.ProjectFrom(snapshot.StateWith(programme), snapshot.ClosedOn, on), effective), read.ToImmutable())
            : new(SnapshotRejection.FootCheck);
    }

    /// <summary>Whether anything cannot be read: a snapshot must not hide it.</summary>
    public static bool HoldsUnreadable(ImmutableArray<AcceptedEntry> all, ImmutableArray<Entry> effective) =>
        all.Any(accepted => accepted.Entry is UnreadableEntry) || effective.Any(entry => entry is UnreadableEntry);

    /// <summary>Chooses what must still be read, and refuses what concerns closed dates.</summary>
    private static SnapshotRejection Choose(
        SnapshotContents snapshot,
        ImmutableArray<AcceptedEntry> loaded,
        DateOnly on,
        TimeZoneInfo zone,
        ImmutableArray<AcceptedEntry>.Builder read)
    {
        // Of equal ids the first is used, as in the whole journal.
        var byId = new Dictionary<Guid, Entry>();
        var corrections = new List<(AcceptedEntry Accepted, CorrectionEntry Correction, bool IsNew)>();
        foreach (var accepted in loaded)
        {
            var entry = accepted.Entry;
            var date = entry.DateIn(zone);

            // What had a future date when the snapshot was made was not effective yet.
            var isNew = accepted.Sequence > snapshot.KnownTo || date > snapshot.MadeOn;
            if (isNew && snapshot.DanglingTargets.Contains(entry.Id))
            {
                return SnapshotRejection.Correction;
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
                    return SnapshotRejection.Entry;
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
                    return SnapshotRejection.Correction;
                }

                // It is in the state, or waits for a missing entry.
                continue;
            }

            if (!SnapshotMaker.IsOpen(correction, snapshot.ClosedOn, snapshot.ScreeningCorrectedAt, zone))
            {
                return SnapshotRejection.Correction;
            }

            read.Add(accepted);
        }

        return SnapshotRejection.None;
    }
}
