using Footing.Journal;

namespace Footing.Plans;

/// <summary>What the rules make of the reason for doing without an exercise.</summary>
public static class LeaveOutMeanings
{
    /// <summary>Whether the feet and calves are looked at first: pain may come from what stops all exercise (P5).</summary>
    public static bool AsksForFeet(this LeaveOutReason reason) => reason == LeaveOutReason.Hurts;
}
