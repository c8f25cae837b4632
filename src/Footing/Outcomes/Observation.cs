namespace Footing.Outcomes;

/// <summary>One recorded value of a measure.</summary>
/// <param name="Day">The days since the measure's first check-in, 0 or more.</param>
/// <param name="Value">In the measure's unit.</param>
public readonly record struct Observation(int Day, double Value);
