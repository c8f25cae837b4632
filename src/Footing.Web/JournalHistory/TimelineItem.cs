using System.Collections.Immutable;
using Footing.Journal;

namespace Footing.Web.JournalHistory;

/// <summary>One thing in the history: an entry as it counts, what it was before, and the sets of a session.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="First">The entry as it was first made.</param>
/// <param name="Now">The entry as it counts; null when it was taken back.</param>
/// <param name="CorrectedOn">The date of the correction that counts; null where there is none.</param>
/// <param name="On">The date under which it stands.</param>
public sealed record TimelineItem(Guid Id, Entry First, Entry? Now, DateOnly? CorrectedOn, DateOnly On)
{
    /// <summary>The entry to describe: as it counts, or as it was before it was taken back.</summary>
    public Entry Shown => Now ?? First;

    /// <summary>The sets that count of a session; empty for everything else.</summary>
    public ImmutableArray<SetEntry> Sets { get; init; } = [];

    /// <summary>Its sets of exercises that this version does not know; they count for nothing.</summary>
    public ImmutableArray<UnknownSetEntry> UnknownSets { get; init; } = [];

    /// <summary>Whether it is dated later than today.</summary>
    public bool IsAhead { get; init; }

    /// <summary>
    /// Whether the person can change it: what they said themselves. What is ahead of the clock stands in the way of
    /// exercise, so more kinds of it can be taken back.
    /// </summary>
    public bool CanBeCorrected => First is SessionEntry or SetEntry or UnknownSetEntry or FootCheckEntry or NextMorningEntry or AdverseEventEntry
        or ScreeningEntry or CheckInEntry or ClearanceEntry || (IsAhead && First is ScheduleEntry or OtherEntry);

    /// <summary>Whether it has a form of its own, beside being taken back.</summary>
    public bool HasForm => CanBeCorrected && First is not (ClearanceEntry or ScheduleEntry or OtherEntry);
}
