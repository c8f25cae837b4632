using Footing.Programmes;

namespace Footing.Plans;

/// <summary>How long sessions take, and what is left out when one takes too long.</summary>
public static class SessionLength
{
    /// <summary>
    /// Whole seconds of a dose at a level: repetitions times tempo, or seconds, for each side, with the rests between
    /// sets. Where the legs alternate one leg's set is the other's rest.
    /// </summary>
    public static int Seconds(Level level, Dose dose)
    {
        var work = dose.Reps is { } reps ? reps * level.Tempo.CycleMs / 1000 : dose.Seconds!.Value;
        return (dose.Sets * work * (dose.PerSide ? 2 : 1)) + ((dose.Sets - 1) * level.RestSeconds);
    }

    /// <summary>Whether exercises fit the person's limit as they are.</summary>
    internal static bool Fits(IEnumerable<PlannedExercise> exercises, int minutesLimit) =>
        exercises.Sum(planned => Seconds(planned.Level, planned.Dose)) <= minutesLimit * 60;

    /// <summary>
    /// Drops sets until the session fits: always the last set of the exercise that is then longest (the later one of
    /// equals); one set of each stays.
    /// </summary>
    /// <param name="exercises">The untrimmed plan, in the programme's order.</param>
    /// <param name="limitSeconds">The person's limit.</param>
    internal static ImmutableArray<PlannedExercise> Trim(ImmutableArray<PlannedExercise> exercises, int limitSeconds)
    {
        while (exercises.Sum(planned => Seconds(planned.Level, planned.Dose)) > limitSeconds)
        {
            PlannedExercise? longest = null;
            foreach (var planned in exercises)
            {
                if (planned.Dose.Sets > 1 &&
                    (longest is null || Seconds(planned.Level, planned.Dose) >= Seconds(longest.Level, longest.Dose)))
                {
                    longest = planned;
                }
            }

            if (longest is null)
            {
                return exercises;
            }

            exercises = exercises.Replace(longest, longest with
            {
                Dose = longest.Dose.WithSets(longest.Dose.Sets - 1),
                Trimmed = longest.Trimmed + 1,
            });
        }

        return exercises;
    }
}
