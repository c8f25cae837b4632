using Footing.Programmes;

namespace Footing.Plans.Explanations;

/// <summary>Chosen weekdays that follow each other.</summary>
public static class WeekdayRuns
{
    /// <summary>
    /// Whether sessions on these weekdays would rest an exercise of the plan: two of them are consecutive, and it is not
    /// done on the day after a session.
    /// </summary>
    public static bool RestAnExercise(Programme programme, Plan plan, ImmutableArray<DayOfWeek> weekdays) =>
        plan.Exercises.Any(planned => programme[planned.Exercise].Traits.HasAny(ExerciseTraits.RestDay)) &&
        weekdays.Any(day => weekdays.Contains((DayOfWeek)(((int)day + 1) % 7)));
}
