using Footing.Outcomes;

namespace Footing.Simulation.OutcomeTrials;

/// <summary>A kind of simulated journal with a known truth, on which the outcomes' answers are tried.</summary>
/// <param name="Name">What it is, in a few words.</param>
/// <param name="Course">The true mean of daily pain by day, day 0 being the first check-in.</param>
internal sealed record Trial(string Name, Func<int, double> Course)
{
    /// <summary>The days of a journal: up to the look of week 48.</summary>
    public static int Days { get; } = new Look(48).Day + 1;

    /// <summary>How alike two days in a row are.</summary>
    public double Correlation { get; init; } = 0.5;

    /// <summary>The standard deviation of a day.</summary>
    public double Deviation { get; init; } = 1.5;

    /// <summary>The share of days without a check-in.</summary>
    public double Missing { get; init; }

    /// <summary>By how much the level itself wanders from day to day.</summary>
    public double Wander { get; init; }

    /// <summary>Whether nights and PEG are recorded too, and take the same course.</summary>
    public bool HasThreeMeasures { get; init; }

    /// <summary>What must hold; null where the row is for reading alone.</summary>
    public TrialBounds? Bounds { get; init; }

    /// <summary>Eight weeks of change after the baseline.</summary>
    public static Func<int, double> Ramp(double from, double share, int days = 56) => day => from * (1 - (share * Math.Clamp((day - 14) / (double)days, 0, 1)));

    /// <summary>All at once, in week 4.</summary>
    public static Func<int, double> Step(double from, double share) => day => day < 28 ? from : from * (1 - share);

    /// <summary>A journal of it.</summary>
    public IReadOnlyList<MeasureSeries> Journal(RandomSource chance)
    {
        var first = new DateOnly(2026, 1, 5);
        var pain = new Latent(chance, Correlation);
        var nights = new Latent(chance, Correlation);
        var peg = new Latent(chance, Correlation);
        List<Observation> ofPain = [], ofNights = [], ofPeg = [];
        var (level, week) = (0.0, 0.0);
        for (var day = 0; day < Days; day++)
        {
            // Rows of one measure use no chance for the others.
            var shared = pain.Next();
            level += Wander == 0 ? 0 : Wander * Latent.Normal(chance);
            var isMissing = Missing > 0 && chance.Is(Missing);
            if (!isMissing)
            {
                ofPain.Add(new(day, Math.Clamp(Math.Round(Course(day) + level + (Deviation * shared)), 0, 10)));
            }

            if (!HasThreeMeasures)
            {
                continue;
            }

            // Half of the variance of one measure is that of the others.
            var (ofNight, ofWeek) = (Shared(shared, nights.Next()), Shared(shared, peg.Next()));
            week += ofWeek / Math.Sqrt(7 * 2.6);
            if (!isMissing)
            {
                ofNights.Add(new(day, Latent.Share(ofNight) < 4.0 / 7 * Course(day) / Course(0) ? 7 : 0));
            }

            if (day % 7 == 0)
            {
                ofPeg.Add(new(day, Math.Clamp(Math.Round(3 * ((Course(day) * 5.5 / Course(0)) + week)) / 3, 0, 10)));
                week = 0;
            }
        }

        MeasureSeries alone = new(OutcomeMeasure.Pain, Cadence.Daily, first, [.. ofPain]);
        return HasThreeMeasures
            ? [alone, new(OutcomeMeasure.NightsWoken, Cadence.Daily, first, [.. ofNights]), new(OutcomeMeasure.Peg, Cadence.Weekly, first, [.. ofPeg])]
            : [alone];
    }

    private static double Shared(double one, double other) => Math.Sqrt(0.5) * (one + other);
}

/// <summary>What must hold of a trial, as shares from 0 to 1.</summary>
/// <param name="MostBetterBy12">At most so many are ever told by week 12 that they are better.</param>
/// <param name="MostBetterBy48">The same by week 48.</param>
/// <param name="LeastBetterBy12">At least so many are.</param>
/// <param name="MostBetterAt36">At most so many are told so at week 36.</param>
/// <param name="HasCoverage">Whether the 95 % intervals of weeks 8 and 12 must hold the truth in 93 to 97 %.</param>
internal sealed record TrialBounds(
    double MostBetterBy12 = 1, double MostBetterBy48 = 1, double LeastBetterBy12 = 0, double MostBetterAt36 = 1, bool HasCoverage = false);

/// <summary>Noise of variance 1 in which a day is like the one before.</summary>
internal sealed class Latent(RandomSource chance, double correlation)
{
    private double? _now;

    public double Next() => (_now = _now is { } before ? (correlation * before) + (Math.Sqrt(1 - (correlation * correlation)) * Normal(chance)) : Normal(chance)).Value;

    /// <summary>A normal number (Box and Muller 1958).</summary>
    public static double Normal(RandomSource chance) => Math.Sqrt(-2 * Math.Log(1 - chance.Part())) * Math.Cos(2 * Math.PI * chance.Part());

    /// <summary>The share of normal numbers below one, to within 0.004 (Tocher's logistic approximation).</summary>
    public static double Share(double normal) => 1 / (1 + Math.Exp(-1.702 * normal));
}
