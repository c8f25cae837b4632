using Footing.Journal;
using Footing.Journal.Corrections;
using Footing.Programmes;

namespace Footing.Plans;

/// <summary>
/// A journal projected to a date: all of it, or a snapshot of it and what is newer. Both give the same state
/// and the same plan.
/// </summary>
public sealed class Projection
{
    internal Projection(Programme programme, CareProjector projector, Day day, ImmutableArray<Entry> effective)
    {
        Programme = programme;
        Projector = projector;
        Day = day;
        Effective = effective;
    }

    /// <summary>The date, in the person's zone.</summary>
    public DateOnly On => Day.On;

    /// <summary>The care state on the date: screening, clearances, findings, progress.</summary>
    public CareState State => Day.State;

    /// <summary>
    /// The effective entries among those read, in the journal's order; after a snapshot its retained entries and the
    /// newer ones.
    /// </summary>
    public ImmutableArray<Entry> Effective { get; }

    /// <summary>The unreadable entries that stop everything until the next screening, in the journal's order.</summary>
    public ImmutableArray<UnreadableEntry> Unreadable =>
        [.. Effective.OfType<UnreadableEntry>().Where(entry => State.Unreadable.Any(found => found.Entries.Contains(entry.Id)))];

    /// <summary>The programme that was followed.</summary>
    public Programme Programme { get; }

    internal CareProjector Projector { get; }

    internal Day Day { get; }

    /// <summary>Folds a whole journal.</summary>
    /// <param name="journal">
    /// The person's entries, in any order; those dated later than <paramref name="on"/> are not read.
    /// </param>
    /// <param name="programme">The programme.</param>
    /// <param name="on">The date, in the person's zone.</param>
    /// <param name="zone">The person's zone.</param>
    public static Projection Of(IEnumerable<Entry> journal, Programme programme, DateOnly on, TimeZoneInfo zone)
    {
        var effective = EffectiveEntries.Of(journal, programme.Condition, zone, on);
        var projector = new CareProjector(programme, effective, zone);
        return new(programme, projector, projector.ProjectTo(on), effective);
    }
}
