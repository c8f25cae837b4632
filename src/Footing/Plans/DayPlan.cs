using Footing.Journal;
using Footing.Programmes;

namespace Footing.Plans;

/// <summary>The exercises and doses that a state gives on a date.</summary>
internal static class DayPlan
{
    /// <summary>The active exercises of a date, trimmed to the person's limit.</summary>
    public static ImmutableArray<PlannedExercise> Of(Programme programme, CareState state, DateOnly on) =>
        SessionLength.Trim(Untrimmed(programme, state, on), state.MinutesLimit * 60);

    /// <summary>The active exercises of a date, not trimmed.</summary>
    public static ImmutableArray<PlannedExercise> Untrimmed(Programme programme, CareState state, DateOnly on) =>
    [
        .. programme.Exercises
            .Where(definition => state.IsActive(definition.Id, on))
            .Select(definition => Planned(definition, state)),
    ];

    /// <summary>
    /// The dose that the plan gave for an exercise; its untrimmed one where the plan did not contain it.
    /// </summary>
    public static Dose Given(Programme programme, CareState state, ExerciseId exercise, DateOnly on)
    {
        foreach (var planned in Of(programme, state, on))
        {
            if (planned.Exercise == exercise)
            {
                return planned.Dose;
            }
        }

        return Planned(programme[exercise], state).Dose;
    }

    private static PlannedExercise Planned(ExerciseDefinition definition, CareState state)
    {
        var progress = state.Progress[definition.Id];
        var level = definition[progress.Level];
        var dose = progress.Dose is { } adjusted ? Adjusted(level.Dose, adjusted) : level.Dose;
        return new(
            definition.Id,
            level,
            progress.IsHalved ? dose.Halved() : dose,
            0,
            progress.IsHalved,
            progress.Why is { } why ? [why] : FirstReasons(state))
        {
            SessionsAtLevel = progress.SessionsAtLevel,
            LastDone = progress.LastDone,
        };
    }

    private static Dose Adjusted(Dose dose, Adjustment.ToDose adjusted) => adjusted.Reps is { } reps
        ? Dose.OfReps(adjusted.Sets, reps, dose.PerSide)
        : Dose.OfSeconds(adjusted.Sets, adjusted.Seconds!.Value, dose.PerSide);

    /// <summary>The reasons for a first level: the screening's rules.</summary>
    private static ImmutableArray<Reason> FirstReasons(CareState state) => state.Decision is { } decision
        ? [.. decision.Matches.Select(match => new Reason(match.Rule.Name, [state.Screening!.Id]))]
        : [];
}
