using Footing.Programmes;

namespace Footing.Plans.Explanations;

/// <summary>Chosen weekdays that follow each other.</summary>
public static class WeekdayRuns
{
    /// <summary>
    /// The exercises of the plan that sessions on these weekdays would rest, because two of the days are consecutive and
    /// the exercise is not done on the day after a session; empty for none.
    /// </summary>
    public static ImmutableArray<ExerciseId> Resting(Programme programme, Plan plan, ImmutableArray<DayOfWeek> weekdays) =>
        weekdays.Any(day => weekdays.Contains((DayOfWeek)(((int)day + 1) % 7)))
            ? [.. plan.Exercises.Select(planned => planned.Exercise).Where(exercise => programme[exercise].Traits.HasAny(ExerciseTraits.RestDay))]
            : [];
}
