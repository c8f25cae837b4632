using Footing.Journal;
using Footing.Programmes;

namespace Footing.Plans.Explanations;

/// <summary>How a session changed an exercise.</summary>
public enum PlanChangeKind
{
    /// <summary>A balance concern locks it.</summary>
    Balance,

    /// <summary>Pain came back and locks it.</summary>
    Locked,

    /// <summary>It rests after pain.</summary>
    Rests,

    /// <summary>A higher level.</summary>
    Up,

    /// <summary>A lower level.</summary>
    Down,

    /// <summary>Half the repetitions or seconds.</summary>
    Half,

    /// <summary>All repetitions or seconds again.</summary>
    Whole,

    /// <summary>Another exercise has unlocked it.</summary>
    Joins,
}

/// <summary>Why a session led to less of an exercise without pain.</summary>
public enum LessBecause
{
    /// <summary>A cramp.</summary>
    Cramp,

    /// <summary>It was too hard.</summary>
    TooHard,

    /// <summary>Too little of it was done.</summary>
    TooLittleDone,
}

/// <summary>What a session changed for one exercise.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Kind">How it changed.</param>
/// <param name="Why">Why there is less of it; null for any other change.</param>
/// <param name="Dose">The dose from now on; null when the exercise is not in the plan.</param>
public sealed record PlanChange(ExerciseId Exercise, PlanChangeKind Kind, LessBecause? Why, Dose? Dose)
{
    /// <summary>What a session changed, in the order of the exercises.</summary>
    /// <param name="session">The session's entry.</param>
    /// <param name="without">The state of its date as it would be without the session.</param>
    /// <param name="with">The state with it.</param>
    /// <param name="plan">The plan with it.</param>
    public static ImmutableArray<PlanChange> After(SessionEntry session, CareState without, CareState with, Plan plan) =>
    [
        .. with.Programme.ExerciseIds.SelectMany(exercise => Of(exercise, without, with, session)
            .Select(change => change with { Dose = plan.Exercises.FirstOrDefault(planned => planned.Exercise == exercise)?.Dose })),
    ];

    private static IEnumerable<PlanChange> Of(ExerciseId exercise, CareState without, CareState with, SessionEntry session)
    {
        var (was, now) = (without.Progress[exercise], with.Progress[exercise]);
        var isAllowed = with.Decision?.Allowed.Contains(exercise) == true;
        if (with.NeedsBalance(exercise) && with.BalanceConcerns.Length > without.BalanceConcerns.Length && isAllowed)
        {
            yield return new(exercise, PlanChangeKind.Balance, null, null);
        }
        else if (now.IsLockedByPain && !was.IsLockedByPain)
        {
            yield return new(exercise, PlanChangeKind.Locked, null, null);
        }
        else if (now.RestsSince is not null && now.RestsSince != was.RestsSince)
        {
            yield return new(exercise, PlanChangeKind.Rests, null, null);
        }
        else if (now.Level != was.Level)
        {
            yield return now.Level > was.Level
                ? new(exercise, PlanChangeKind.Up, null, null)
                : new(exercise, PlanChangeKind.Down, WhyLess(exercise, session), null);
        }
        else if (now.IsHalved != was.IsHalved)
        {
            yield return now.IsHalved
                ? new(exercise, PlanChangeKind.Half, WhyLess(exercise, session), null)
                : new(exercise, PlanChangeKind.Whole, null, null);
        }

        if (with.Joined.Contains(exercise) && !without.Joined.Contains(exercise) && isAllowed)
        {
            yield return new(exercise, PlanChangeKind.Joins, null, null);
        }
    }

    private static LessBecause WhyLess(ExerciseId exercise, SessionEntry session) =>
        session.Cramp.Contains(exercise) ? LessBecause.Cramp
        : session.Effort.TryGetValue(exercise, out var effort) && effort >= ExerciseResult.TooHardFrom ? LessBecause.TooHard
        : LessBecause.TooLittleDone;
}
