namespace Footing.Screening;

/// <summary>How long the number of a test is valid.</summary>
/// <param name="Question">The question that it answers.</param>
/// <param name="LastDay">It is valid until this many days after the date on which it was found.</param>
/// <param name="EndsWithUnsteadiness">Whether a fall, a near fall or dizziness on that date or later ends it.</param>
public sealed record TestAge(string Question, int LastDay, bool EndsWithUnsteadiness)
{
    /// <summary>The question whose worse answer than when the number was found ends a good number; null for none.</summary>
    public string? UnlessWorse { get; init; }

    /// <summary>Whether a number is too old, as of a screening's date.</summary>
    /// <param name="measuredOn">The date on which it was found.</param>
    /// <param name="screenedOn">The date of the screening.</param>
    /// <param name="unsteadyOn">The last date before that on which the person was unsteady; null for none.</param>
    public bool IsAged(DateOnly measuredOn, DateOnly screenedOn, DateOnly? unsteadyOn) =>
        screenedOn.DayNumber - measuredOn.DayNumber > LastDay || (EndsWithUnsteadiness && unsteadyOn >= measuredOn);
}
