using Footing.Programmes;

namespace Footing.Plans.Explanations;

/// <summary>
/// That everything a person may do stands as high as it can: nothing will go up any more, so that the plan says so and what is
/// sensible then.
/// </summary>
/// <param name="IsLimited">Whether a cap keeps one of the exercises below its highest level.</param>
/// <param name="CanKeepFewer">Whether there are more exercises than a person needs to keep on with.</param>
/// <param name="CanWalk">Whether the person exercises standing, so that more walking is nothing to warn of.</param>
public sealed record TopReached(bool IsLimited, bool CanKeepFewer, bool CanWalk)
{
    /// <summary>So many exercises are enough to keep on with.</summary>
    public const int Enough = 3;

    /// <summary>It, on the date of a plan; null while something can still go up, rests, or waits.</summary>
    public static TopReached? Of(Plan plan, CareState state)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(state);
        if (plan.Exercises.IsEmpty || !WithheldExercise.Resting(state, plan.On).IsEmpty || !WithheldExercise.Waiting(state, plan.On).IsEmpty)
        {
            return null;
        }

        var obstacles = plan.Exercises.Select(planned => NextStep.Of(planned, plan, state, state.Programme).Obstacle).ToList();
        return obstacles.TrueForAll(obstacle => obstacle is Obstacle.Top or Obstacle.Cap)
            ? new(obstacles.Contains(Obstacle.Cap), plan.Exercises.Length > Enough, plan.Exercises.Any(planned => planned.Level.Position.Trait() == ExerciseTraits.Standing))
            : null;
    }
}
