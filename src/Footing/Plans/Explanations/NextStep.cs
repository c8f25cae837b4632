using Footing.Programmes;

namespace Footing.Plans.Explanations;

/// <summary>What prevents the next step of an exercise.</summary>
public enum Obstacle
{
    /// <summary>Only qualifying sessions are missing.</summary>
    GoodSessions,

    /// <summary>There is no higher level.</summary>
    Top,

    /// <summary>The screening or a practitioner limits it.</summary>
    Cap,

    /// <summary>A notice forbids any step up (P10 to P12).</summary>
    Notice,

    /// <summary>The session would take longer than the person's limit.</summary>
    Minutes,
}

/// <summary>The next step up of an exercise, and what it needs.</summary>
/// <param name="Obstacle">What prevents it.</param>
/// <param name="Next">The next dose; null at the top level.</param>
/// <param name="Level">Its level.</param>
/// <param name="Good">How many qualifying sessions there are, at most as many as a step needs.</param>
/// <param name="Rule">The rule that limits or forbids it; null when none does.</param>
public sealed record NextStep(Obstacle Obstacle, Dose? Next, int Level, int Good, string? Rule)
{
    /// <summary>Whether there are as many qualifying sessions as a step needs; they may be too close together (P1).</summary>
    public bool HasEnoughSessions => Good >= SessionJudgement.GoodSessions;

    /// <summary>The next step of an exercise of the plan.</summary>
    public static NextStep Of(PlannedExercise planned, Plan plan, CareState state, Programme programme)
    {
        var definition = programme[planned.Exercise];
        var progress = state.Progress[planned.Exercise];
        var (cap, capped) = state.CapOf(definition);
        var level = planned.Halved ? planned.Level.Number : planned.Level.Number + 1;
        if (level > definition.Top)
        {
            return new(Obstacle.Top, null, definition.Top, 0, null);
        }

        var next = definition[level];
        var forbidding = plan.Notices.FirstOrDefault(notice => notice.Meaning().ForbidsStepUp());
        var obstacle = level > cap ? Obstacle.Cap
            : forbidding is not null ? Obstacle.Notice
            : !Fits(planned, next, plan, state) ? Obstacle.Minutes
            : Obstacle.GoodSessions;
        return new(
            obstacle,
            next.Dose,
            level,
            Math.Min(progress.QualifyingSessions.Length, SessionJudgement.GoodSessions),
            obstacle switch { Obstacle.Cap => capped?.Rule, Obstacle.Notice => forbidding!.Rule, _ => null });
    }

    /// <summary>Whether the untrimmed session with the next step fits the person's limit.</summary>
    private static bool Fits(PlannedExercise planned, Level next, Plan plan, CareState state) => SessionLength.Fits(
        plan.Exercises.Select(other => other.Exercise == planned.Exercise
            ? other with { Level = next, Dose = next.Dose }
            : other with { Dose = other.Dose.WithSets(other.Dose.Sets + other.Trimmed) }),
        state.MinutesLimit);
}
