using Footing.Journal;
using Footing.Programmes;
using Footing.Screening;

namespace Footing.Plans;

/// <summary>What a person does on a date, and why. It names every rule and entry that led to it.</summary>
/// <param name="On">The date, in the person's zone.</param>
/// <param name="Due">Whether a session is due on it.</param>
/// <param name="Disposition">The last screening's; incomplete where there is none or it has expired.</param>
/// <param name="Exercises">The active exercises of the date, due or not; empty only when nothing may be done.</param>
/// <param name="Locked">Each exercise that is not allowed or locked, with all rules that withhold it.</param>
/// <param name="Notices">What it says beside its exercises.</param>
/// <param name="NextDue">The first due date after <paramref name="On"/>; null when a screening is needed first.</param>
public sealed record Plan(
    DateOnly On,
    bool Due,
    Disposition Disposition,
    ImmutableArray<PlannedExercise> Exercises,
    ImmutableArray<LockedExercise> Locked,
    ImmutableArray<Reason> Notices,
    DateOnly? NextDue)
{
    /// <summary>
    /// The unreadable entries that stop everything until the next screening, in the journal's order; a notice names
    /// them too.
    /// </summary>
    public ImmutableArray<UnreadableEntry> Unreadable { get; init; } = [];

    /// <summary>The exercises that the person does without, in the programme's order, each with the entry that says so.</summary>
    public ImmutableArray<LeftOutExercise> LeftOut { get; init; } = [];

    /// <summary>The rules and the programme that made it.</summary>
    public required Edition Edition { get; init; }

    /// <summary>
    /// The length of the session in seconds: repetitions times tempo, or seconds, each side, and the rests.
    /// </summary>
    public int Seconds => Exercises.Sum(planned => SessionLength.Seconds(planned.Level, planned.Dose));
}

/// <summary>One exercise of a plan.</summary>
/// <param name="Exercise">Which.</param>
/// <param name="Level">Its level as the programme has it.</param>
/// <param name="Dose">The dose of this date: adjusted, halved, trimmed.</param>
/// <param name="Trimmed">How many sets were dropped to fit the person's limit; 0 for none.</param>
/// <param name="Halved">Whether the repetitions or seconds are half of the level's (rule P3).</param>
/// <param name="Why">What led to this level.</param>
public sealed record PlannedExercise(
    ExerciseId Exercise,
    Level Level,
    Dose Dose,
    int Trimmed,
    bool Halved,
    ImmutableArray<Reason> Why)
{
    /// <summary>How many sessions had it at this level since the level last changed; counted up to <see cref="ExerciseProgress.FamiliarAfter"/>.</summary>
    public int SessionsAtLevel { get; init; }

    /// <summary>
    /// The dose of a shorter session, as the person may wish on any day: what is enough not to go down a level for it (P3).
    /// </summary>
    public Dose Shorter => Dose.Reduced(ExerciseResult.DoneUnderPercent);

    /// <summary>
    /// Repetitions or seconds done in the last session with it at this level, of all sets, of each side where the dose
    /// is per side; null before the first.
    /// </summary>
    public int? LastDone { get; init; }

    /// <summary>Whether the person knows it so well that few words are enough.</summary>
    public bool IsFamiliar => SessionsAtLevel >= ExerciseProgress.FamiliarAfter;
}

/// <summary>An exercise that is withheld.</summary>
/// <param name="Exercise">Which.</param>
/// <param name="Rules">
/// All rules that withhold it: those of the screening, of progression, then <c>adjustment</c>.
/// </param>
public sealed record LockedExercise(ExerciseId Exercise, ImmutableArray<string> Rules);

/// <summary>An exercise that the person does without.</summary>
/// <param name="Exercise">Which.</param>
/// <param name="Entry">The entry that says so.</param>
public sealed record LeftOutExercise(ExerciseId Exercise, Guid Entry);

/// <summary>A rule and the entries that made it match.</summary>
/// <param name="Rule">Such as R13, P4, <c>adjustment</c> or <c>unreadable</c>.</param>
/// <param name="Entries">The ids of entries in the journal.</param>
public sealed record Reason(string Rule, ImmutableArray<Guid> Entries)
{
    /// <summary>The rule's name for a practitioner's decision.</summary>
    public const string Adjusted = "adjustment";

    /// <summary>The rule's name for an entry that cannot be read.</summary>
    public const string Unreadable = "unreadable";
}
