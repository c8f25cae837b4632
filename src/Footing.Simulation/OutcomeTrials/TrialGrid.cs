using System.Globalization;

namespace Footing.Simulation.OutcomeTrials;

/// <summary>
/// The trials by which the outcomes' answers are validated: how often a change is seen where nothing changes, how often a true one is
/// seen, and how often an interval holds the truth.
/// </summary>
public static class TrialGrid
{
    /// <summary>The most journals a trial.</summary>
    public const int MostJournals = 1_000_000;

    /// <summary>Those with bounds, and the courses beside them.</summary>
    private static ImmutableArray<Trial> Named { get; } =
    [
        new("level 6", _ => 6) { Bounds = Nothing(0.05, hasCoverage: true) },
        new("level 3, deviation 1.2", _ => 3) { Deviation = 1.2, Bounds = Nothing(0.05, hasCoverage: true) },
        new("level 6, 30 % of days missing", _ => 6) { Missing = 0.3, Bounds = Nothing(0.05) },
        new("level 6, correlation 0.7", _ => 6) { Correlation = 0.7, Bounds = new(MostBetterBy12: 0.1) },
        new("level 6, three measures", _ => 6) { HasThreeMeasures = true, Bounds = Nothing(0.05) },
        new("three measures, correlation 0.7", _ => 6) { HasThreeMeasures = true, Correlation = 0.7, Bounds = new(MostBetterBy12: 0.1) },
        new("fall of 30 % in 8 weeks", Trial.Ramp(6, 0.3)) { Bounds = new(LeastBetterBy12: 0.75, HasCoverage: true) },
        new("fall of 30 % at week 4", Trial.Step(6, 0.3)) { Bounds = new(LeastBetterBy12: 0.75) },
        new("fall of 50 % in 8 weeks", Trial.Ramp(6, 0.5)) { Bounds = new(LeastBetterBy12: 0.98, HasCoverage: true) },
        new("three measures, 30 % in 8 weeks", Trial.Ramp(6, 0.3)) { HasThreeMeasures = true, Bounds = new(LeastBetterBy12: 0.75) },
        new("three measures, 30 % at week 4", Trial.Step(6, 0.3)) { HasThreeMeasures = true, Bounds = new(LeastBetterBy12: 0.75) },
        new("fall of 50 %, gone at week 24", day => day < 175 ? Trial.Ramp(6, 0.5)(day) : 6) { Bounds = new(MostBetterAt36: 0.05) },
        new("fall of 30 % in 11 weeks", Trial.Ramp(6, 0.3, 77)),
        new("30 %, 8 weeks, 30 % missing", Trial.Ramp(6, 0.3)) { Missing = 0.3 },
        new("30 %, 8 weeks, correlation 0.7", Trial.Ramp(6, 0.3)) { Correlation = 0.7 },
        new("rise of 30 % in 8 weeks", Trial.Ramp(6, -0.3)),
        new("level that wanders 0.08 a day", _ => 6) { Wander = 0.08 },
        new("a first week of 7.5, then 6", day => day < 7 ? 7.5 : 6),
    ];

    private static readonly int[] LevelsTried = [3, 6, 8];
    private static readonly double[] DeviationsTried = [1, 1.5, 2];
    private static readonly double[] CorrelationsTried = [0, 0.3, 0.5, 0.7, 0.8];
    private static readonly double[] MissingTried = [0, 0.3];

    /// <summary>Where nothing changes, by correlation, deviation, level and missing days.</summary>
    private static IEnumerable<Trial> Levels =>
        from level in LevelsTried
        from deviation in DeviationsTried
        from correlation in CorrelationsTried
        from missing in MissingTried
        select new Trial(string.Create(CultureInfo.InvariantCulture, $"level {level}, {deviation:F1}, {correlation:F1}{(missing > 0 ? ", missing" : "")}"), _ => level)
        {
            Deviation = deviation,
            Correlation = correlation,
            Missing = missing,
        };

    /// <summary>Tries them and writes a table of at most 80 columns; the same for the same seed.</summary>
    /// <param name="output">Where it is written, a row once it is known.</param>
    /// <param name="journals">Journals a trial.</param>
    /// <param name="seed">Where chance begins.</param>
    /// <param name="isWhole">Whether the grid of levels is tried too.</param>
    /// <param name="cores">On how many cores.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>What must hold and does not, in words; empty when all holds.</returns>
    public static ImmutableArray<string> Write(
        TextWriter output, int journals, int seed, bool isWhole, int cores, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentOutOfRangeException.ThrowIfLessThan(journals, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(journals, MostJournals);
        var misses = ImmutableArray.CreateBuilder<string>();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{journals:N0} journals of daily pain a row, seed {seed}; in percent"));
        output.WriteLine("better, worse: of people ever told so, by that week; a headline is over pain,");
        output.WriteLine("nights and PEG; held: of 95 % intervals that hold the truth.");
        output.WriteLine();
        Row(output, "", "better", "better", "worse", "better", "held", "held", "headline");
        Row(output, "", "by 12", "by 48", "by 12", "at 36", "at 8", "at 12", "by 12");
        foreach (var trial in isWhole ? Named.Concat(Levels) : Named)
        {
            var result = TrialResult.Of(trial, journals, seed, cores, cancellation);
            string Share(int count) => (100.0 * count / journals).ToString("F1", CultureInfo.InvariantCulture);
            Row(
                output, trial.Name, Share(result.Pain.BetterBy12), Share(result.Pain.BetterBy48), Share(result.Pain.WorseBy12),
                Share(result.Pain.BetterAt36), Share(result.Covered8), Share(result.Covered12), Share(result.Headline.BetterBy12));
            misses.AddRange(result.Misses);
        }

        return misses.ToImmutable();
    }

    private static TrialBounds Nothing(double share, bool hasCoverage = false) =>
        new(MostBetterBy12: share, MostBetterBy48: 0.07, HasCoverage: hasCoverage);

    private static void Row(TextWriter output, string name, params ReadOnlySpan<string> cells)
    {
        var line = name.PadRight(31);
        for (var i = 0; i < cells.Length; i++)
        {
            line += cells[i].PadLeft(i == cells.Length - 1 ? 9 : 7 - (i > 3 ? 1 : 0));
        }

        output.WriteLine(line.TrimEnd());
    }
}
