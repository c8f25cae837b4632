using Footing.Journal;
using Footing.Programmes;
using Footing.Sessions;

namespace Footing.Simulation.Checking;

/// <summary>One opening of the app, with what was known then and what had been offered before.</summary>
/// <param name="Reading">The journal as far as it had arrived.</param>
/// <param name="Programme">The programme, for the levels that it declares.</param>
/// <param name="Opening">What was offered.</param>
/// <param name="Before">The openings before, in order.</param>
internal sealed record PlannedDate(RecordedFacts Reading, Programme Programme, Opening Opening, IReadOnlyList<Opening> Before)
{
    /// <summary>The date.</summary>
    public DateOnly On => Opening.On;

    /// <summary>Whether anything was offered.</summary>
    public bool IsOffered => Opening.Script is not null;

    /// <summary>What was offered, exercise by exercise.</summary>
    public ImmutableArray<ScriptExercise> Offered => Opening.Script?.Exercises ?? [];

    /// <summary>The answers of the last screening.</summary>
    public Answers? Answers => Reading.Screening?.Answers;

    /// <summary>What was offered of an exercise; null for nothing.</summary>
    public ScriptExercise? Offer(Exercise exercise) => Offered.FirstOrDefault(offered => offered.Id == exercise);

    /// <summary>Whether any of these exercises was offered.</summary>
    public bool Offers(params ReadOnlySpan<Exercise> exercises)
    {
        foreach (var exercise in exercises)
        {
            if (Offer(exercise) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a rule that a clearance may lift matches and is not lifted.</summary>
    public bool IsUnlifted(string rule) => Answers is { } answers && SafetyAnswers.Matches(rule, answers) && !Reading.IsLifted(rule, On);

    /// <summary>Whether an adjustment of some kind was ever made to an exercise.</summary>
    public bool Has<T>(Exercise exercise)
        where T : Adjustment => Latest<T>(exercise) is not null;

    /// <summary>The latest adjustment of a kind.</summary>
    public T? Latest<T>(Exercise exercise)
        where T : Adjustment => Reading.Adjustments.FindLast(entry => entry.Exercise == exercise && entry.Adjustment is T)?.Adjustment as T;

    /// <summary>
    /// Whether all that had happened before a session's offer was known to it, so that its sets tell the level as the
    /// journal has it.
    /// </summary>
    public bool IsPlain(PerformedSession session) => Reading.LastDisturbance < session.OfferKnown;

    /// <summary>The last session with an exercise where it can be compared: plain, and no level was set by hand.</summary>
    public PerformedSession? Comparable(Exercise exercise) =>
        !Has<Adjustment.ToLevel>(exercise) && Reading.Last(exercise) is { } last && IsPlain(last) ? last : null;

    /// <summary>Whether an offer is above the last session's: a level up, or the whole dose after half of it.</summary>
    public bool IsUp(ScriptExercise offered, PerformedSession last) =>
        offered.Level > last.LevelOf(offered.Id) ||
        (offered.Level == last.LevelOf(offered.Id) && offered.Dose.Target > last.TargetOf(offered.Id) && !Has<Adjustment.ToDose>(offered.Id));

    /// <summary>The weekdays that the person had chosen by a date.</summary>
    public ImmutableArray<DayOfWeek> WeekdaysOn(DateOnly on) =>
        Reading.Schedules.FindLast(schedule => schedule.Weekdays is not null && Counting.Day(schedule) <= on)?.Weekdays ?? Programme.Weekdays;

    /// <summary>Whether a date could be due at all: the person's weekday, or one on which exercise may have become possible.</summary>
    public bool MayBeDue(DateOnly date) =>
        WeekdaysOn(date).Contains(date.DayOfWeek) ||
        Reading.Screenings.Exists(screening => screening.On == date) ||
        Reading.Clearances.Exists(clearance => clearance.On == date);
}
