namespace Footing.Plans.Explanations;

/// <summary>
/// How often exercise rested because of the morning after (P4). One bad morning has many reasons; several within four weeks
/// are worth a talk with somebody who can look at the feet.
/// </summary>
public static class MorningRests
{
    /// <summary>So many within <see cref="WithinDays"/> are said.</summary>
    public const int Many = CareState.MorningRestsKept;

    /// <summary>The days, the first and the last included, in which they are counted.</summary>
    public const int WithinDays = 28;

    /// <summary>Whether there were <see cref="Many"/> in the days that end with a date.</summary>
    /// <param name="state">The state on the date.</param>
    /// <param name="on">The date.</param>
    public static bool AreMany(CareState state, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.RestedByMorning.Count(rested => on.DayNumber - rested.DayNumber < WithinDays) >= Many;
    }
}
