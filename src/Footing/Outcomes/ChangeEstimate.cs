namespace Footing.Outcomes;

/// <summary>A change since the baseline, with its standard error; both in the measure's unit.</summary>
/// <param name="Value">Now less the baseline.</param>
/// <param name="StandardError">Above 0.</param>
public readonly record struct ChangeEstimate(double Value, double StandardError)
{
    /// <summary>The change in standard errors.</summary>
    public double Z => Value / StandardError;

    /// <summary>
    /// Fits a level and a change of a given shape to observations with serial noise, by generalised least squares. The noise is made
    /// independent first: each value less what the one before it foretells (Cochrane and Orcutt 1949, J Am Stat Assoc 44:32; the first
    /// value kept as by Prais and Winsten 1954; over missing days the correlation fades).
    /// </summary>
    /// <param name="observations">By day, each day at most once.</param>
    /// <param name="shape">How much of the change has come about on a day, 0 to 1.</param>
    /// <param name="noise">The noise.</param>
    /// <returns>The whole change (where the shape is 1); null where the observations do not tell it from the level.</returns>
    public static ChangeEstimate? Fit(ReadOnlySpan<Observation> observations, Func<int, double> shape, SerialNoise noise)
    {
        double levelLevel = 0, levelShape = 0, shapeShape = 0, levelValue = 0, shapeValue = 0;
        for (var i = 0; i < observations.Length; i++)
        {
            var (day, value) = observations[i];
            double level = 1, part = shape(day), variance = 1;
            if (i > 0)
            {
                var (before, valueBefore) = observations[i - 1];
                var alike = noise.CorrelationOver(day - before);
                level -= alike;
                part -= alike * shape(before);
                value -= alike * valueBefore;
                variance -= alike * alike;
            }

            levelLevel += level * level / variance;
            levelShape += level * part / variance;
            shapeShape += part * part / variance;
            levelValue += level * value / variance;
            shapeValue += part * value / variance;
        }

        var determinant = (levelLevel * shapeShape) - (levelShape * levelShape);
        return determinant > 1e-9
            ? new(((levelLevel * shapeValue) - (levelShape * levelValue)) / determinant, noise.Deviation * Math.Sqrt(levelLevel / determinant))
            : null;
    }
}
