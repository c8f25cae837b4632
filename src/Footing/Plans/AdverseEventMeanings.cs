using Footing.Journal;

namespace Footing.Plans;

/// <summary>What the rules make of an adverse event.</summary>
public static class AdverseEventMeanings
{
    /// <summary>Whether something was found on the feet: a safety finding (P5).</summary>
    public static bool IsFinding(this AdverseEvent happened) => happened == AdverseEvent.SkinChange;

    /// <summary>Whether it is a balance concern (P6).</summary>
    public static bool IsBalanceConcern(this AdverseEvent happened) =>
        happened is AdverseEvent.Dizzy or AdverseEvent.NearFall or AdverseEvent.Fall;
}
