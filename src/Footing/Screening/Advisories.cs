namespace Footing.Screening;

/// <summary>The names in data of the advice that a decision gives.</summary>
public static class Advisories
{
    /// <summary>A sign of an emergency that the person is not sure of.</summary>
    public const string EmergencySigns = "emergency-signs";

    /// <summary>Somebody else should test whether the feet feel.</summary>
    public const string TouchTestNeeded = "touch-test-needed";

    /// <summary>The feet feel numb although the touch test was good: somebody who looks after feet should know.</summary>
    public const string PodiatristReview = "podiatrist-review";

    /// <summary>The feet may not feel an injury: they are watched while exercising, and looked at before and after.</summary>
    public const string NumbFeetCare = "numb-feet-care";

    /// <summary>A fall within a year although the tests of balance are good: somebody should look for the reason.</summary>
    public const string FallsReview = "falls-review";

    /// <summary>The tests of balance are still to be done.</summary>
    public const string BalanceCheckNeeded = "balance-check-needed";

    /// <summary>A professional should look at the cause.</summary>
    public const string ClinicianReview = "clinician-review";

    /// <summary>Sugar that works fast must be within reach.</summary>
    public const string FastSugarNear = "fast-sugar-near";
}
