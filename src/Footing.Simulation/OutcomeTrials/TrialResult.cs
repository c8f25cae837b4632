using Footing.Outcomes;

namespace Footing.Simulation.OutcomeTrials;

/// <summary>How often the answers were so, over the journals of a trial.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Journals">How many journals.</param>
/// <param name="Pain">The answers about pain.</param>
/// <param name="Headline">The answers over all that was recorded.</param>
/// <param name="Covered8">In how many the 95 % interval of week 8 held the truth.</param>
/// <param name="Covered12">The same at week 12.</param>
internal sealed record TrialResult(Trial Trial, int Journals, Tally Pain, Tally Headline, int Covered8, int Covered12)
{
    /// <summary>What must hold and does not, in words.</summary>
    public IEnumerable<string> Misses
    {
        get
        {
            if (Trial.Bounds is not { } bounds)
            {
                yield break;
            }

            foreach (var (who, tally) in new[] { ("pain", Pain), ("headline", Headline) })
            {
                if (tally.BetterBy12 > bounds.MostBetterBy12 * Journals) { yield return $"{Trial.Name}: {who} is better by week 12 too often"; }
                if (tally.BetterBy48 > bounds.MostBetterBy48 * Journals) { yield return $"{Trial.Name}: {who} is better by week 48 too often"; }
                if (tally.BetterBy12 < bounds.LeastBetterBy12 * Journals) { yield return $"{Trial.Name}: {who} is better by week 12 too seldom"; }
                if (tally.BetterAt36 > bounds.MostBetterAt36 * Journals) { yield return $"{Trial.Name}: {who} is better at week 36 too often"; }
            }

            if (bounds.HasCoverage && new[] { Covered8, Covered12 }.Any(covered => covered < 0.93 * Journals || covered > 0.97 * Journals))
            {
                yield return $"{Trial.Name}: the intervals hold the truth too seldom or too often";
            }
        }
    }

    /// <summary>Tries the journals of a trial.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="journals">How many.</param>
    /// <param name="seed">Where chance begins.</param>
    /// <param name="cores">On how many cores; the result is the same.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static TrialResult Of(Trial trial, int journals, int seed, int cores, CancellationToken cancellation = default)
    {
        var gate = new Lock();
        var total = new TrialResult(trial, journals, default, default, 0, 0);
        Parallel.For(
            0,
            journals,
            new ParallelOptions { MaxDegreeOfParallelism = cores, CancellationToken = cancellation },
            () => new TrialResult(trial, 0, default, default, 0, 0),
            (number, _, sum) => sum.With(trial, trial.Journal(new RandomSource(seed, number))),
            sum =>
            {
                lock (gate)
                {
                    total = total.Plus(sum);
                }
            });
        return total;
    }

    private TrialResult Plus(TrialResult other) => this with
    {
        Pain = Pain.Plus(other.Pain),
        Headline = Headline.Plus(other.Headline),
        Covered8 = Covered8 + other.Covered8,
        Covered12 = Covered12 + other.Covered12,
    };

    private TrialResult With(Trial trial, IReadOnlyList<MeasureSeries> journal)
    {
        var series = journal[0];
        var pain = MeasureOutcome.Of(series, series.First.AddDays(Trial.Days - 1)).Looks.Select(look => (look.Look.Week, look.Verdict)).ToList();
        var headline = journal.Count == 1 ? pain : Look.UpTo(Trial.Days - 1).Select(look =>
        {
            var on = series.First.AddDays(look.Day);
            return (look.Week, Outcomes.Headline.Of([.. journal.Select(one => MeasureOutcome.Of(one, on))], on).Verdict);
        }).ToList();
        return Plus(new(trial, 1, Tally.Of(pain), Tally.Of(headline), Covers(8), Covers(12)));

        int Covers(int week)
        {
            var day = new Look(week).Day;
            var truth = trial.Course(day) - trial.Course(0);
            return Change.Of(series, day) is { } change && change.Low <= truth && truth <= change.High ? 1 : 0;
        }
    }
}

/// <summary>How often something was said.</summary>
/// <param name="BetterBy12">Better or a little better at a look up to week 12.</param>
/// <param name="BetterBy48">The same up to week 48.</param>
/// <param name="WorseBy12">Worse or a little worse at a look up to week 12.</param>
/// <param name="BetterAt36">Better or a little better at the look of week 36.</param>
internal readonly record struct Tally(int BetterBy12, int BetterBy48, int WorseBy12, int BetterAt36)
{
    public static Tally Of(List<(int Week, OutcomeVerdict Verdict)> looks) => new(
        looks.Exists(look => look.Week <= 12 && IsBetter(look.Verdict)) ? 1 : 0,
        looks.Exists(look => IsBetter(look.Verdict)) ? 1 : 0,
        looks.Exists(look => look.Week <= 12 && look.Verdict is OutcomeVerdict.Worse or OutcomeVerdict.ALittleWorse) ? 1 : 0,
        looks.Exists(look => look.Week == 36 && IsBetter(look.Verdict)) ? 1 : 0);

    public Tally Plus(Tally other) =>
        new(BetterBy12 + other.BetterBy12, BetterBy48 + other.BetterBy48, WorseBy12 + other.WorseBy12, BetterAt36 + other.BetterAt36);

    private static bool IsBetter(OutcomeVerdict verdict) => verdict is OutcomeVerdict.Better or OutcomeVerdict.ALittleBetter;
}
