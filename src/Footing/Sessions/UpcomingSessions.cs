using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;
using Footing.Screening;

namespace Footing.Sessions;

/// <summary>
/// What a player may do on coming dates without asking again: for each date scripts from the current plan down to none,
/// each with the conditions that rule it out. The first that is valid is performed; it never allows more than the plan
/// that would be made with what was recorded meanwhile (a test checks this over random journals).
/// </summary>
/// <remarks>
/// Without a connection no level goes up, and nothing is judged in detail: an exercise that was too hard or hurt is
/// left out, and where none was easy enough, the first level at half the dose remains. What only a plan can answer (new
/// safety answers, a correction, another schedule) leaves no exercise.
/// </remarks>
public static class UpcomingSessions
{
    /// <summary>More alternatives of one date than this are not compiled: after these there is no session.</summary>
    private const int MostAlternatives = 12;

    /// <summary>The highest pain and effort that a person can report.</summary>
    private const decimal Most = 10;

    /// <summary>A larger difference between the feet cannot be entered.</summary>
    private const decimal MostDegreesApart = 99;

    /// <summary>
    /// The coming dates, from today to the last date on which the screening is valid. None while an entry that may
    /// forbid exercise cannot be read.
    /// </summary>
    /// <param name="journal">The person's entries, in any order.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="texts">The programme's words in one language.</param>
    /// <param name="today">The first date, in the person's zone.</param>
    /// <param name="days">How many dates at most, 1 or more.</param>
    /// <param name="zone">The person's zone.</param>
    public static ImmutableArray<UpcomingDate> Of(
        IReadOnlyCollection<Entry> journal, Programme programme, Texts texts, DateOnly today, int days, TimeZoneInfo zone)
    {
        var dates = ImmutableArray.CreateBuilder<UpcomingDate>();
        var compiled = new Dictionary<string, SessionScript>();
        for (var on = today; on < today.AddDays(days); on = on.AddDays(1))
        {
            var projection = Projection.Of(journal, programme, on, zone);
            if (!projection.State.IsScreened(on) || !projection.State.Unreadable.IsEmpty)
            {
                break;
            }

            var plan = Planner.PlanFor(projection);
            var guard = new Guard(projection.State, on, zone);
            var alternatives = ImmutableArray.CreateBuilder<Alternative>();
            foreach (var (exercises, isEased) in WaysDown(plan.Exercises, programme))
            {
                var script = Compile(plan with { Exercises = exercises }, programme, texts, compiled);
                alternatives.Add(new(script, guard.Against(exercises, isEased)));
            }

            dates.Add(new(on, plan.Due, [.. alternatives, Alternative.None]));
        }

        return dates.ToImmutable();
    }

    /// <summary>
    /// The exercises of each alternative, those with the most first; the last has all of them in their easiest form.
    /// </summary>
    private static IEnumerable<(ImmutableArray<PlannedExercise> Exercises, bool IsEased)> WaysDown(
        ImmutableArray<PlannedExercise> planned, Programme programme)
    {
        if (planned.IsEmpty)
        {
            return [];
        }

        var sets = Enumerable.Range(1, (1 << planned.Length) - 1)
            .Select(bits => planned.Where((_, place) => (bits & (1 << place)) != 0).ToImmutableArray())
            .OrderByDescending(exercises => exercises.Length)
            .Take(MostAlternatives - 1)
            .Select(exercises => (exercises, false));
        return sets.Append(([.. planned.Select(one => Eased(one, programme[one.Exercise][1]))], true));
    }

    /// <summary>The first level at half the dose, and no more than what is planned.</summary>
    private static PlannedExercise Eased(PlannedExercise planned, Level first)
    {
        var half = first.Dose.Halved();
        var sets = Math.Min(half.Sets, planned.Dose.Sets);
        var target = Math.Min(half.Target, planned.Dose.Target);
        return planned with
        {
            Level = first,
            Dose = half.Reps is null ? Dose.OfSeconds(sets, target, half.PerSide) : Dose.OfReps(sets, target, half.PerSide),
            Halved = true,
            SessionsAtLevel = planned.Level.Number == first.Number ? planned.SessionsAtLevel : 0,
            LastDone = null,
        };
    }

    /// <summary>Dates with the same work share one compilation: only the date and whether it is due differ.</summary>
    private static SessionScript Compile(Plan plan, Programme programme, Texts texts, Dictionary<string, SessionScript> compiled)
    {
        var key = string.Join(' ', plan.Exercises.Select(one => $"{one.Exercise}{one.Level.Number}{one.Dose}{one.Halved}{one.SessionsAtLevel}/{one.LastDone}")) + Next(plan);
        if (!compiled.TryGetValue(key, out var script))
        {
            compiled[key] = script = ScriptCompiler.Compile(plan, programme, texts);
        }

        return script with { Date = plan.On, Due = plan.Due };
    }

    /// <summary>What the goodbye names: the date of the next session, or none.</summary>
    private static string Next(Plan plan) => plan.NextDue is { } next ? PlanJson.Date(next) : "";

    /// <summary>What rules the scripts of one date out.</summary>
    private sealed class Guard(CareState state, DateOnly on, TimeZoneInfo zone)
    {
        private readonly DateTimeOffset _screened = StartOf(state.ScreenedOn, zone);

        public ImmutableArray<EntryCondition> Against(ImmutableArray<PlannedExercise> exercises, bool isEased) =>
            [.. Everything(), .. exercises.SelectMany(planned => One(planned.Exercise, isEased))];

        private IEnumerable<EntryCondition> Everything()
        {
            // A session of the date itself; where an exercise that needs a day of rest may be done, also of the day before.
            yield return new("session", null, null, null, StartOf(state.Decision!.Allowed.Any(state.NeedsRestDay) ? on.AddDays(-1) : on, zone));
            foreach (var kind in new[] { "screening", "clearance", "adjustment", "correction", "schedule", "leave-out", "programme" })
            {
                yield return new(kind, null, null, null, _screened);
            }

            yield return Found("foot-check", "skin", ValueRange.Of([.. Vocabulary.SkinFindings.Words.Remove(Vocabulary.SkinFindings[SkinFinding.Clear])]));
            yield return Found("foot-check", "heat", ValueRange.Of("yes", "unsure"));
            yield return Found("foot-check", "swelling", ValueRange.Of("yes", "unsure"));
            yield return Found("foot-check", "calf", ValueRange.Of("yes", "unsure"));
            if (state.Programme.Condition.MayNotFeel(state.Screening!.Answers))
            {
                yield return Found("foot-check", "looked", ValueRange.Of(Vocabulary.Observers[Observer.Nobody]));
            }

            yield return Met("foot-check", "sideDifferenceC", ValueRange.Between(FootCheckEntry.SideDifferenceLimitC, MostDegreesApart));
            yield return Met("foot-check", "sideDifferenceC", ValueRange.Between(-MostDegreesApart, -FootCheckEntry.SideDifferenceLimitC));
            yield return Found("event", "what", Words(Vocabulary.AdverseEvents, AdverseEventMeanings.IsFinding));
            yield return Found("session", "stopReason", Words(Vocabulary.StopReasons, StopReasonMeanings.IsFinding));
            // Which exercises it concerns depends on the session, so it concerns all.
            yield return Met("next-morning", "painRaised", ValueRange.Of("yes"));
            // Only the server knows the pain before that session: whoever thinks that it may have done it waits.
            yield return Met("next-morning", "because", ValueRange.Of("yes", "unsure"));
        }

        private IEnumerable<EntryCondition> One(ExerciseId exercise, bool isEased)
        {
            var id = exercise.ToString();
            if (state.NeedsBalance(exercise))
            {
                yield return Met("event", "what", Words(Vocabulary.AdverseEvents, AdverseEventMeanings.IsBalanceConcern));
                yield return Met("session", "stopReason", Words(Vocabulary.StopReasons, StopReasonMeanings.IsBalanceConcern));
            }

            yield return Met("session", $"pain.{id}", ValueRange.Between(ExerciseResult.PainRiseFrom, Most), "painBefore");
            yield return Met("session", "painAfter", ValueRange.Between(ExerciseResult.PainRiseFrom, Most), "painBefore");
            if (isEased)
            {
                yield break;
            }

            yield return Met("session", $"effort.{id}", ValueRange.Between(ExerciseResult.TooHardFrom, Most));
            yield return Met("session", $"done.{id}", ValueRange.Between(0, ExerciseResult.DoneUnderPercent - 1));
            yield return Met("session", "cramp", ValueRange.Of(id));
        }

        private EntryCondition Met(string kind, string field, ValueRange range, string? minus = null) => new(kind, field, minus, range, _screened);

        private EntryCondition Found(string kind, string field, ValueRange range) => Met(kind, field, range) with { IsFinding = true };

        private static ValueRange Words<T>(ClosedVocabulary<T> vocabulary, Func<T, bool> which)
            where T : struct => ValueRange.Of([.. vocabulary.Words.Where(word => which(vocabulary.Find(word)!.Value))]);

        private static DateTimeOffset StartOf(DateOnly date, TimeZoneInfo zone)
        {
            var midnight = date.ToDateTime(TimeOnly.MinValue);
            // Where the clocks go forward at midnight the day begins an hour later; an earlier start is the cautious
            // choice.
            return new(midnight, zone.IsInvalidTime(midnight) ? zone.GetUtcOffset(midnight.AddHours(1)) : zone.GetUtcOffset(midnight));
        }
    }
}

/// <summary>One coming date.</summary>
/// <param name="On">The date, in the person's zone.</param>
/// <param name="Due">Whether a session is due on it when nothing happens meanwhile.</param>
/// <param name="Scripts">From the current plan down to none; the first that is valid is performed.</param>
public sealed record UpcomingDate(DateOnly On, bool Due, ImmutableArray<Alternative> Scripts);

/// <summary>One alternative of a date.</summary>
/// <param name="Script">What is performed; null is nothing.</param>
/// <param name="Unless">What rules it out: any one of them is enough.</param>
public sealed record Alternative(SessionScript? Script, ImmutableArray<EntryCondition> Unless)
{
    /// <summary>Nothing is done; it is always valid.</summary>
    public static Alternative None { get; } = new(null, []);
}
