using Footing.Journal;

namespace Footing.Plans;

/// <summary>What the rules make of a session that ended early.</summary>
public static class StopReasonMeanings
{
    /// <summary>Whether something was found on the feet: a safety finding (P5).</summary>
    public static bool IsFinding(this StopReason reason) => reason == StopReason.Skin;

    /// <summary>Whether it is a balance concern (P6).</summary>
    public static bool IsBalanceConcern(this StopReason reason) => reason == StopReason.Dizzy;

    /// <summary>Whether it came from outside: then what was left out says nothing about the exercise (P3).</summary>
    public static bool IsInterruption(this StopReason reason) => reason is StopReason.Interrupted or StopReason.Other;

    /// <summary>Whether the person need not say how hard it was and how much it hurt: something comes first.</summary>
    public static bool ExcusesAnswers(this StopReason reason) => reason is StopReason.Pain or StopReason.Dizzy or StopReason.Skin;

    /// <summary>Whether there is something to do at once, before the plan is looked at.</summary>
    public static bool NeedsAdvice(this StopReason reason) => reason is StopReason.Dizzy or StopReason.Pain or StopReason.Cramp;
}
