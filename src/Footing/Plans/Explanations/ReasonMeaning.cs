using Footing.Screening;

namespace Footing.Plans.Explanations;

/// <summary>What a reason of a plan means, whatever its rule is called.</summary>
public enum ReasonMeaning
{
    /// <summary>A rule of the screening.</summary>
    Screening,

    /// <summary>The screening found nothing that holds back.</summary>
    NothingToSay,

    /// <summary>A step up (P1).</summary>
    StepUp,

    /// <summary>Less, because it was too hard, too little was done, or a cramp came (P3).</summary>
    StepDown,

    /// <summary>Less and a rest, or a lock, after pain (P4).</summary>
    PainRest,

    /// <summary>Something found on the feet stops everything (P5).</summary>
    Finding,

    /// <summary>A balance concern (P6).</summary>
    BalanceConcern,

    /// <summary>A training break (P8).</summary>
    TrainingBreak,

    /// <summary>One foot is warmer (P9).</summary>
    Asymmetry,

    /// <summary>The check-ins get worse (P10).</summary>
    Worse,

    /// <summary>The check-ins are not better (P11).</summary>
    NoBetter,

    /// <summary>Few of the due sessions were done (P12).</summary>
    LowAttendance,

    /// <summary>A practitioner's decision.</summary>
    Practitioner,

    /// <summary>An entry that cannot be read.</summary>
    Unreadable,
}

/// <summary>Finds what a reason means.</summary>
public static class ReasonMeanings
{
    /// <summary>What a reason means.</summary>
    public static ReasonMeaning Meaning(this Reason reason) => Of(reason.Rule);

    /// <summary>What a rule means as a reason.</summary>
    /// <param name="rule">Its name in data.</param>
    /// <exception cref="ArgumentException">No plan gives such a reason.</exception>
    public static ReasonMeaning Of(string rule) => rule switch
    {
        ProgressionRules.StepUp => ReasonMeaning.StepUp,
        ProgressionRules.StepDown => ReasonMeaning.StepDown,
        ProgressionRules.PainRest => ReasonMeaning.PainRest,
        ProgressionRules.Finding => ReasonMeaning.Finding,
        ProgressionRules.BalanceConcern => ReasonMeaning.BalanceConcern,
        ProgressionRules.TrainingBreak => ReasonMeaning.TrainingBreak,
        ProgressionRules.Asymmetry => ReasonMeaning.Asymmetry,
        ProgressionRules.Worse => ReasonMeaning.Worse,
        ProgressionRules.NoBetter => ReasonMeaning.NoBetter,
        ProgressionRules.LowAttendance => ReasonMeaning.LowAttendance,
        Reason.Adjusted => ReasonMeaning.Practitioner,
        Reason.Unreadable => ReasonMeaning.Unreadable,
        _ when rule == Rule.NoOther.Name => ReasonMeaning.NothingToSay,
        _ when Rule.IsName(rule) => ReasonMeaning.Screening,
        _ => throw new ArgumentException($"No reason has the rule \"{rule}\".", nameof(rule)),
    };

    /// <summary>Whether it comes from the answers of the screening.</summary>
    public static bool IsOfScreening(this ReasonMeaning meaning) => meaning is ReasonMeaning.Screening or ReasonMeaning.NothingToSay;

    /// <summary>Whether there are sources for it: for a practitioner's decision there are none.</summary>
    public static bool HasSources(this ReasonMeaning meaning) => meaning is not (ReasonMeaning.Practitioner or ReasonMeaning.Unreadable);

    /// <summary>Whether it is less of an exercise than before.</summary>
    public static bool IsLess(this ReasonMeaning meaning) =>
        meaning is ReasonMeaning.StepDown or ReasonMeaning.PainRest or ReasonMeaning.TrainingBreak;

    /// <summary>Whether it may be that only the dose is halved, at the first level.</summary>
    public static bool MayHalve(this ReasonMeaning meaning) => meaning is ReasonMeaning.StepDown or ReasonMeaning.PainRest;

    /// <summary>Whether a notice forbids every step up while it applies.</summary>
    public static bool ForbidsStepUp(this ReasonMeaning meaning) =>
        meaning is ReasonMeaning.Worse or ReasonMeaning.NoBetter or ReasonMeaning.LowAttendance;

    /// <summary>Whether a notice says itself why nothing may be done.</summary>
    public static bool ClosesPlan(this ReasonMeaning meaning) =>
        meaning is ReasonMeaning.Finding or ReasonMeaning.TrainingBreak or ReasonMeaning.Unreadable;

    /// <summary>Whether a notice is about sessions that were not done.</summary>
    public static bool IsAboutAbsence(this ReasonMeaning meaning) =>
        meaning is ReasonMeaning.TrainingBreak or ReasonMeaning.LowAttendance;
}
