using Footing.Journal;
using Footing.Programmes;
using Footing.Sessions;

namespace Footing.Simulation.Checking;

/// <summary>One opening of the app, with what was known at that time and what had been offered before.</summary>
/// <param name="Reading">The journal as it had arrived by then.</param>
/// <param name="Programme">The programme, for its declared levels.</param>
/// <param name="Opening">What was offered.</param>
/// <param name="Before">The openings before it, in order.</param>
internal sealed record PlannedDate(RecordedFacts Reading, Programme Programme, Opening Opening, IReadOnlyList<Opening> Before)
{
    /// <summary>The date.</summary>
    public DateOnly On => Opening.On;

    /// <summary>Whether anything was offered.</summary>
    public bool IsOffered => Opening.Script is not null;

    /// <summary>The offer, by exercise.</summary>
    public ImmutableArray<ScriptExercise> Offered => Opening.Script?.Exercises ?? [];

    /// <summary>The answers of the last screening, as they are judged.</summary>
    public Answers? Answers => Reading.Screening?.Answers;

    /// <summary>The offer for an exercise; null for none.</summary>
    public ScriptExercise? Offer(ExerciseId exercise) => Offered.FirstOrDefault(offered => offered.Id == exercise);

    /// <summary>Whether any of these exercises was offered.</summary>
    public bool Offers(params ReadOnlySpan<ExerciseId> exercises)
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
    public bool IsUnlifted(string rule) => Reading.Screening is { } screening && Reading.Condition.Matches(rule, screening) && !Reading.IsLifted(rule, On);

    /// <summary>Whether the person does without an exercise: their latest word on it, for the whole of its date.</summary>
    public bool IsLeftOut(ExerciseId exercise) => Reading.LeaveOuts.FindLast(entry => entry.Exercise == exercise)?.IsOut == true;

    /// <summary>Whether a practitioner's lock stands.</summary>
    public bool IsLockedByPractitioner(ExerciseId exercise) => Reading.Adjustments
        .FindLast(entry => entry.Exercise == exercise && entry.Adjustment is Adjustment.Lock or Adjustment.Unlock)
        ?.Adjustment is Adjustment.Lock;

    /// <summary>
    /// Whether the rest after a session is surely over by a date: on two dates between a session was done that was due.
    /// </summary>
    public bool IsRestedSince(PerformedSession session, DateOnly by) => Reading.Sessions
        .Where(other => other.On > session.On && other.On < by && other.Script is { Due: true } script && script.Date == other.On)
        .Select(other => other.On).Distinct().Count() >= 2;

    /// <summary>Whether an exercise ever had an adjustment of a kind.</summary>
    public bool Has<T>(ExerciseId exercise)
        where T : Adjustment => Latest<T>(exercise) is not null;

    /// <summary>The latest adjustment of a kind.</summary>
    public T? Latest<T>(ExerciseId exercise)
        where T : Adjustment => Reading.Adjustments.FindLast(entry => entry.Exercise == exercise && entry.Adjustment is T)?.Adjustment as T;

    /// <summary>
    /// Whether all that had happened before a session's offer was known to it, so that its sets show the level that the
    /// journal gives.
    /// </summary>
    public bool IsPlain(PerformedSession session) => Reading.LastDisturbance < session.OfferKnown;

    /// <summary>The last session with an exercise if it is comparable: plain, and no level was adjusted.</summary>
    public PerformedSession? Comparable(ExerciseId exercise) =>
        !Has<Adjustment.ToLevel>(exercise) && Reading.Last(exercise) is { } last && IsPlain(last) ? last : null;

    /// <summary>Whether an offer is above the last session's: a higher level, or whole after reduced dose.</summary>
    public bool IsUp(ScriptExercise offered, PerformedSession last) =>
        offered.Level > last.LevelOf(offered.Id) ||
        (offered.Level == last.LevelOf(offered.Id) && offered.Dose.Target > last.TargetOf(offered.Id) && !Has<Adjustment.ToDose>(offered.Id));

    /// <summary>The weekdays that the person had chosen by a date.</summary>
    public ImmutableArray<DayOfWeek> WeekdaysOn(DateOnly on) =>
        Reading.Schedules.FindLast(schedule => schedule.Weekdays is not null && Counting.Day(schedule) <= on)?.Weekdays ?? Programme.Weekdays;

    /// <summary>Whether a date may be due: the person's weekday, or exercise may have become possible on it.</summary>
    public bool MayBeDue(DateOnly date) =>
        WeekdaysOn(date).Contains(date.DayOfWeek) ||
        Reading.Screenings.Exists(screening => screening.On == date) ||
        Reading.Clearances.Exists(clearance => clearance.On == date);
}
