using System.Collections.Immutable;
using Footing.Exercises;
using Footing.Journal;

namespace Footing.Web.JournalHistory;

/// <summary>One item of the history: the effective entry, the original, and the sets of a session.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="First">The original entry.</param>
/// <param name="Now">The effective entry; null when it was voided.</param>
/// <param name="CorrectedOn">The date of the effective correction; null when there is none.</param>
/// <param name="On">The date under which it is listed.</param>
public sealed record TimelineItem(Guid Id, Entry First, Entry? Now, DateOnly? CorrectedOn, DateOnly On)
{
    /// <summary>The entry to describe: the effective one, or the original when it was voided.</summary>
    public Entry Shown => Now ?? First;

    /// <summary>The effective sets of a session; empty for other kinds.</summary>
    public ImmutableArray<SetEntry> Sets { get; init; } = [];

    /// <summary>Whether one of the sets is of an exercise.</summary>
    public bool HasSetOf(ExerciseId exercise) => Sets.Any(set => set.Exercise == exercise);

    /// <summary>Whether it is dated later than today.</summary>
    public bool IsAhead { get; init; }

    /// <summary>Of a correction: the entry that it is about, and its date; null for other kinds, and where it is not there.</summary>
    public (Entry Entry, DateOnly On)? About { get; init; }

    /// <summary>
    /// Whether the person can change it: what they reported themselves. Entries dated in the future block exercise, so
    /// more kinds of them can be voided, and so may one that cannot be read. Whether that counts is for the rules.
    /// </summary>
    public bool CanBeCorrected => First is SessionEntry or SetEntry or FootCheckEntry or NextMorningEntry or AdverseEventEntry
        or ScreeningEntry or CheckInEntry or ClearanceEntry
        || (IsAhead && First is ScheduleEntry or OtherEntry or CorrectionEntry { ByPractitioner: false })
        || (First is UnreadableEntry unreadable && !IsPractitioners(unreadable));

    /// <summary>Whether it has a form of its own, in addition to being voided.</summary>
    public bool HasForm => CanBeCorrected && First is not (ClearanceEntry or ScheduleEntry or OtherEntry or CorrectionEntry or UnreadableEntry);

    /// <summary>Whether a practitioner decided it, so that it is not the person's to take back.</summary>
    public bool IsOfPractitioner => First is AdjustmentEntry or CorrectionEntry { ByPractitioner: true } || (First is UnreadableEntry unreadable && IsPractitioners(unreadable));

    /// <summary>Whether an entry that cannot be read is a practitioner's decision.</summary>
    internal static bool IsPractitioners(UnreadableEntry entry) => Vocabulary.EntryKinds.Find(entry.Kind) == EntryKind.Adjustment;
}
