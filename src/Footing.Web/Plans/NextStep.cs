using Footing.Plans;
using Footing.Programmes;

namespace Footing.Web.Plans;

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

/// <summary>The next step of an exercise, and what it needs.</summary>
/// <param name="Obstacle">What prevents it.</param>
/// <param name="Next">The next dose; null at the top level.</param>
/// <param name="Level">Its level.</param>
/// <param name="Good">How many of the <see cref="GoodSessions"/> qualifying sessions there are; perhaps too close
/// together.</param>
/// <param name="Rule">The rule that limits or forbids it; null when none does.</param>
public sealed record NextStep(Obstacle Obstacle, Dose? Next, int Level, int Good, string? Rule)
{
    /// <summary>How many qualifying sessions a step needs (rule P1).</summary>
    public const int GoodSessions = 3;

    /// <summary>The next step of an exercise of the plan.</summary>
    internal static NextStep Of(PlannedExercise planned, Plan plan, CareState state, Programme programme)
    {
        var definition = programme[planned.Exercise];
        var standing = state.Progress[planned.Exercise];
        var (cap, capped) = state.CapOf(definition);
        var level = planned.Halved ? planned.Level.Number : planned.Level.Number + 1;
        if (level > definition.Top)
        {
            return new(Obstacle.Top, null, definition.Top, 0, null);
        }

        var next = definition[level];
        var forbidding = plan.Notices.FirstOrDefault(notice => notice.Rule is "P10" or "P11" or "P12");
        var hurdle = level > cap ? Obstacle.Cap
            : forbidding is not null ? Obstacle.Notice
            : !Fits(planned, next, plan, state) ? Obstacle.Minutes
            : Obstacle.GoodSessions;
        return new(
            hurdle,
            next.Dose,
            level,
            Math.Min(standing.QualifyingSessions.Length, GoodSessions),
            hurdle switch { Obstacle.Cap => capped?.Rule, Obstacle.Notice => forbidding!.Rule, _ => null });
    }

    /// <summary>Whether the untrimmed session with the next step fits the person's limit.</summary>
    private static bool Fits(PlannedExercise planned, Level next, Plan plan, CareState state)
    {
        var others = plan.Exercises
            .Where(other => other.Exercise != planned.Exercise)
            .Sum(other => SessionLength.Seconds(other.Level, other.Dose.WithSets(other.Dose.Sets + other.Trimmed)));
        return others + SessionLength.Seconds(next, next.Dose) <= state.MinutesLimit * 60;
    }
}
