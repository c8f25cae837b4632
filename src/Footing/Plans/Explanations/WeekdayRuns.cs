namespace Footing.Plans.Explanations;

/// <summary>Chosen weekdays that follow each other.</summary>
public static class WeekdayRuns
{
    /// <summary>
    /// Whether sessions on these weekdays would rest an exercise of the plan: two of them are consecutive, and it is not
    /// done on the day after a session.
    /// </summary>
    public static bool RestAnExercise(Plan plan, ImmutableArray<DayOfWeek> weekdays) =>
        plan.Exercises.Any(planned => CareState.NeedsRestDay(planned.Exercise)) &&
        weekdays.Any(day => weekdays.Contains((DayOfWeek)(((int)day + 1) % 7)));
}
