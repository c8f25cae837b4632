namespace Footing.Plans;

/// <summary>The names in data of the rules of progression. The code that asks for a rule asks for what it means.</summary>
public static class ProgressionRules
{
    /// <summary>One level up after enough qualifying sessions.</summary>
    public const string StepUp = "P1";

    /// <summary>One level down, or half the dose: too hard, too little done, or a cramp.</summary>
    public const string StepDown = "P3";

    /// <summary>A rest, and one level down, after pain.</summary>
    public const string PainRest = "P4";

    /// <summary>A safety finding stops all exercise.</summary>
    public const string Finding = "P5";

    /// <summary>A balance concern locks weight-bearing exercise.</summary>
    public const string BalanceConcern = "P6";

    /// <summary>A training break lowers levels, and a long one asks for a screening.</summary>
    public const string TrainingBreak = "P8";

    /// <summary>A temperature asymmetry rests what loads the soles.</summary>
    public const string Asymmetry = "P9";

    /// <summary>The check-ins get worse.</summary>
    public const string Worse = "P10";

    /// <summary>The check-ins are not better after 12 weeks.</summary>
    public const string NoBetter = "P11";

    /// <summary>Few of the due sessions were done.</summary>
    public const string LowAttendance = "P12";
}
