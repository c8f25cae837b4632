namespace Footing.Screening;

/// <summary>A category of risk, for the letter to a professional.</summary>
/// <param name="Number">From 0, the lowest.</param>
/// <param name="IsUncertain">Whether an answer that it rests on was "not sure", or nobody else did the test.</param>
public sealed record RiskCategory(int Number, bool IsUncertain);
