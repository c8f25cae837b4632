namespace Footing.Outcomes;

/// <summary>
/// How a measure goes up and down by itself: each value is like the one before it to some part. A first-order
/// autoregressive process, as for the daily pain of one person in Tang and Landes 2020 (PLoS ONE 15:e0228077).
/// </summary>
/// <param name="Correlation">Between two values that are one step apart, 0 to 0.9.</param>
/// <param name="Deviation">The standard deviation of a value about its mean, above 0, in the measure's unit.</param>
/// <param name="Step">The days between two values: 1 for a daily measure, 7 for a weekly one.</param>
public readonly record struct SerialNoise(double Correlation, double Deviation, int Step)
{
    private const double MostCorrelation = 0.9;

    /// <summary>
    /// The noise of observations about a straight line, drawn towards what is usual, so that few of them do not decide it.
    /// The correlation is corrected for its bias in short series (Marriott and Pope 1954, Biometrika 41:390), the variance for
    /// the line that was fitted to values that are alike.
    /// </summary>
    /// <param name="observations">By day, each day at most once.</param>
    /// <param name="usual">The noise that is usual for the measure.</param>
    /// <param name="weight">As how many pairs of neighbours the usual noise counts.</param>
    public static SerialNoise Of(ReadOnlySpan<Observation> observations, SerialNoise usual, double weight)
    {
        Span<double> residuals = observations.Length <= 512 ? stackalloc double[observations.Length] : new double[observations.Length];
        Detrend(observations, residuals);

        double together = 0, alone = 0, squares = 0;
        var pairs = 0;
        for (var i = 0; i < residuals.Length; i++)
        {
            squares += residuals[i] * residuals[i];
            if (i > 0 && IsOneStep(observations[i].Day - observations[i - 1].Day, usual.Step))
            {
                together += residuals[i] * residuals[i - 1];
                alone += ((residuals[i] * residuals[i]) + (residuals[i - 1] * residuals[i - 1])) / 2;
                pairs++;
            }
        }

        var raw = together / alone;
        var corrected = alone > 0 ? Math.Clamp(raw + ((1 + (4 * raw)) / pairs), -1, 1) : usual.Correlation;
        var correlation = Math.Clamp(((corrected * pairs) + (usual.Correlation * weight)) / (pairs + weight), 0, MostCorrelation);
        // A line through values that are alike takes away more than its two parameters.
        var lost = 2 * (1 + correlation) / (1 - correlation);
        var variance = (squares + (weight * usual.Deviation * usual.Deviation)) / Math.Max(weight + 1, residuals.Length - lost + weight);
        return new(correlation, Math.Sqrt(variance), usual.Step);
    }

    /// <summary>The correlation of two values that are some days apart.</summary>
    /// <param name="days">1 or more.</param>
    public double CorrelationOver(int days) => Math.Pow(Correlation, (double)days / Step);

    private static bool IsOneStep(int days, int step) => 2 * days > step && 2 * days < 3 * step;

    /// <summary>What is left of values after their least-squares line.</summary>
    private static void Detrend(ReadOnlySpan<Observation> observations, Span<double> residuals)
    {
        double days = 0, values = 0;
        foreach (var (day, value) in observations)
        {
            days += day;
            values += value;
        }

        var (meanDay, meanValue) = (days / observations.Length, values / observations.Length);
        double spread = 0, shared = 0;
        foreach (var (day, value) in observations)
        {
            spread += (day - meanDay) * (day - meanDay);
            shared += (day - meanDay) * (value - meanValue);
        }

        var slope = spread > 0 ? shared / spread : 0;
        for (var i = 0; i < observations.Length; i++)
        {
            residuals[i] = observations[i].Value - meanValue - (slope * (observations[i].Day - meanDay));
        }
    }
}
