using Footing.Journal;
using Footing.Journal.Corrections;
using Footing.Programmes;
using Footing.Snapshots;

namespace Footing.Plans;

/// <summary>
/// A journal folded to a date: the whole of it, or what a <see cref="PlanSnapshot"/> left to read. Both give the same
/// state and the same plan.
/// </summary>
public sealed class Projection
{
    internal Projection(Programme programme, CareProjector fold, Day day, ImmutableArray<Entry> counting)
    {
        Programme = programme;
        Projector = fold;
        Day = day;
        Effective = counting;
    }

    /// <summary>The date, in the person's zone.</summary>
    public DateOnly On => Day.On;

    /// <summary>What the journal comes to on the date: screening, clearances, findings, rungs.</summary>
    public CareState State => Day.State;

    /// <summary>
    /// The entries that were read and count, corrections applied, in the journal's order; after a snapshot those that
    /// it carried and the newer ones.
    /// </summary>
    public ImmutableArray<Entry> Effective { get; }

    /// <summary>What cannot be read and stops everything until the next screening, in the journal's order.</summary>
    public ImmutableArray<UnreadableEntry> Unreadable =>
        [.. Effective.OfType<UnreadableEntry>().Where(entry => State.Unreadable.Any(found => found.Entries.Contains(entry.Id)))];

    internal Programme Programme { get; }

    internal CareProjector Projector { get; }

    internal Day Day { get; }

    /// <summary>Folds a whole journal.</summary>
    /// <param name="journal">The person's entries, in any order; those dated later than <paramref name="on"/> are not read.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="on">The date, in the person's zone.</param>
    /// <param name="zone">The person's zone.</param>
    public static Projection Of(IEnumerable<Entry> journal, Programme programme, DateOnly on, TimeZoneInfo zone)
    {
        var counting = EffectiveEntries.Of(journal, zone, on);
        var fold = new CareProjector(programme, counting, zone);
        return new(programme, fold, fold.ProjectTo(on), counting);
    }
}
