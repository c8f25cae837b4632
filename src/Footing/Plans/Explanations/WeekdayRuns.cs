using Footing.Programmes;

namespace Footing.Plans.Explanations;

/// <summary>Chosen weekdays that follow each other, and what they come to.</summary>
public static class WeekdayRuns
{
    private const int DaysOfWeek = 7;

    /// <summary>
    /// The exercises of the plan that sessions on these weekdays would rest, because two of the days are consecutive and
    /// the exercise is not done on the day after a session; empty for none.
    /// </summary>
    public static ImmutableArray<ExerciseId> Resting(Programme programme, Plan plan, ImmutableArray<DayOfWeek> weekdays) =>
        weekdays.Any(day => weekdays.Contains(Next(day)))
            ? [.. plan.Exercises.Select(planned => planned.Exercise).Where(exercise => programme[exercise].Traits.HasAny(ExerciseTraits.RestDay))]
            : [];

    /// <summary>
    /// How many sessions a week these days give while an exercise needs a day of rest after a session: of days that follow
    /// each other every second one, from the first.
    /// </summary>
    /// <param name="weekdays">The chosen days: not all seven.</param>
    public static int Sessions(ImmutableArray<DayOfWeek> weekdays) => weekdays
        .Where(day => !weekdays.Contains(Previous(day)))
        .Sum(first => (Length(first, weekdays) + 1) / 2);

    /// <summary>
    /// As many days apart as there are chosen ones, at most three: with the most of the chosen days, then the most evenly
    /// spread, then the earliest in the week from Monday.
    /// </summary>
    /// <param name="weekdays">The chosen days.</param>
    public static ImmutableArray<DayOfWeek> Apart(ImmutableArray<DayOfWeek> weekdays)
    {
        DayOfWeek[] week = [.. Enumerable.Range(1, DaysOfWeek).Select(day => (DayOfWeek)(day % DaysOfWeek))];
        var count = Math.Min(weekdays.Length, DaysOfWeek / 2);
        return Enumerable.Range(0, 1 << DaysOfWeek)
            .Select(bits => week.Where((_, place) => (bits & (1 << place)) != 0).ToImmutableArray())
            .Where(days => days.Length == count && !days.Any(day => days.Contains(Next(day))))
            .OrderByDescending(days => days.Count(weekdays.Contains))
            .ThenByDescending(days => days.Min(day => Gap(day, days)))
            .ThenBy(days => string.Concat(days.Select(day => Array.IndexOf(week, day))), StringComparer.Ordinal)
            .First();
    }

    private static int Length(DayOfWeek first, ImmutableArray<DayOfWeek> weekdays)
    {
        var length = 0;
        for (var day = first; weekdays.Contains(day) && length < DaysOfWeek; day = Next(day))
        {
            length++;
        }

        return length;
    }

    /// <summary>How many days it is to the next chosen day.</summary>
    private static int Gap(DayOfWeek day, ImmutableArray<DayOfWeek> days)
    {
        var gap = 1;
        for (var next = Next(day); !days.Contains(next); next = Next(next))
        {
            gap++;
        }

        return gap;
    }

    private static DayOfWeek Next(DayOfWeek day) => (DayOfWeek)(((int)day + 1) % DaysOfWeek);

    private static DayOfWeek Previous(DayOfWeek day) => (DayOfWeek)(((int)day + DaysOfWeek - 1) % DaysOfWeek);
}
