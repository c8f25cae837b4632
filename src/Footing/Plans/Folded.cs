using Footing.Journal;
using Footing.Programmes;
using Footing.Screening;

namespace Footing.Plans;

/// <summary>
/// A journal folded to a date: the whole of it, or what a <see cref="PlanSnapshot"/> left to read. Both give the same
/// state and the same plan.
/// </summary>
public sealed class Folded
{
    internal Folded(Programme programme, CareFold fold, Day day, ImmutableArray<Entry> counting)
    {
        Programme = programme;
        Fold = fold;
        Day = day;
        Counting = counting;
    }

    /// <summary>The date, in the person's zone.</summary>
    public DateOnly On => Day.On;

    /// <summary>What the journal comes to on the date: screening, clearances, findings, rungs.</summary>
    public CareState State => Day.State;

    /// <summary>
    /// The entries that were read and count, corrections applied, in the journal's order; after a snapshot those that
    /// it carried and the newer ones.
    /// </summary>
    public ImmutableArray<Entry> Counting { get; }

    /// <summary>What cannot be read and stops everything until the next screening, in the journal's order.</summary>
    public ImmutableArray<UnreadableEntry> Unreadable =>
        [.. Counting.OfType<UnreadableEntry>().Where(entry => State.Unreadable.Any(found => found.Entries.Contains(entry.Id)))];

    internal Programme Programme { get; }

    internal CareFold Fold { get; }

    internal Day Day { get; }

    /// <summary>Folds a whole journal.</summary>
    /// <param name="journal">The person's entries, in any order; those dated later than <paramref name="on"/> are not read.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="on">The date, in the person's zone.</param>
    /// <param name="zone">The person's zone.</param>
    public static Folded Of(IEnumerable<Entry> journal, Programme programme, DateOnly on, TimeZoneInfo zone)
    {
        var counting = History.Of(journal, zone, on);
        var fold = new CareFold(programme, counting, zone);
        return new(programme, fold, fold.FoldTo(on), counting);
    }
}
