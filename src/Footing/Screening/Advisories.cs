namespace Footing.Screening;

/// <summary>The names in data of the advice that a decision gives.</summary>
public static class Advisories
{
    /// <summary>A sign of an emergency that the person is not sure of.</summary>
    public const string EmergencySigns = "emergency-signs";

    /// <summary>Somebody else should test whether the feet feel.</summary>
    public const string TouchTestNeeded = "touch-test-needed";

    /// <summary>The tests of balance are still to be done.</summary>
    public const string BalanceCheckNeeded = "balance-check-needed";

    /// <summary>A professional should look at the cause.</summary>
    public const string ClinicianReview = "clinician-review";

    /// <summary>Sugar that works fast must be within reach.</summary>
    public const string FastSugarNear = "fast-sugar-near";
}
