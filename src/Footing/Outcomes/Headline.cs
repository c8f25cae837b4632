namespace Footing.Outcomes;

/// <summary>One answer over pain, PEG and nights together: is it better?</summary>
/// <param name="Measure">The measure that carries it; null where none was recorded.</param>
/// <param name="Verdict">The answer.</param>
/// <param name="Look">The date of the look that gave it; null before the first.</param>
/// <param name="Next">The date of the next look; null where no measure was recorded.</param>
public sealed record Headline(OutcomeMeasure? Measure, OutcomeVerdict Verdict, DateOnly? Look, DateOnly? Next)
{
    // How alike the chance in two measures of one person is taken to be. It is not estimated: a dozen weeks do not tell it.
    private const double SharedCorrelation = 0.5;

    // The change by which the measures are weighted: that of 30 %, which people call much better.
    private const double ShareOfBaseline = 0.3;

    /// <summary>
    /// The answer on a date. The looks are those of the measure that began first; the standardised changes are added, as by O'Brien 1984
    /// (Biometrics 40:1079), each by how well it would show a change of 30 %.
    /// </summary>
    /// <param name="outcomes">What is known of each measure.</param>
    /// <param name="on">The date.</param>
    public static Headline Of(IReadOnlyCollection<MeasureOutcome> outcomes, DateOnly on)
    {
        MeasureOutcome[] three = [.. OutcomeMeasure.OfHeadline.SelectMany(measure => outcomes.Where(outcome => outcome.Measure == measure))];
        if (three.Length == 0)
        {
            return new(null, OutcomeVerdict.TooEarly, null, null);
        }

        var first = three.MinBy(outcome => outcome.Series.First)!;
        if (three.Length == 1)
        {
            return new(first.Measure, first.Verdict, first.LastLook, first.NextLook);
        }

        if (Array.Find(three, outcome => outcome.Verdict == OutcomeVerdict.Worse) is { } worse)
        {
            return new(worse.Measure, OutcomeVerdict.Worse, worse.LastLook, first.NextLook);
        }

        return first.Looks.IsEmpty
            ? new(first.Measure, OutcomeVerdict.TooEarly, null, first.NextLook)
            : At(three, first, first.Looks[^1]);
    }

    private static Headline At(MeasureOutcome[] three, MeasureOutcome first, LookVerdict look)
    {
        (MeasureOutcome Outcome, Change Change)[] known =
        [
            .. three.Select(outcome => (Outcome: outcome, Day: look.On.DayNumber - outcome.Series.First.DayNumber))
                .Where(one => one.Day >= Outcomes.Look.First.Day)
                .Select(one => (one.Outcome, Change: Change.Of(one.Outcome.Series, one.Day)))
                .Where(one => one.Change is not null)
                .Select(one => (one.Outcome, one.Change!)),
        ];
        if (known.Length == 0)
        {
            return new(first.Measure, OutcomeVerdict.CannotTell, look.On, first.NextLook);
        }

        var improvement = Combined([.. known.Select(one => one.Change)]);
        var towards = Math.Sign(improvement);
        var carrier = known.OrderByDescending(one => one.Change.IsImportant && Math.Sign(one.Change.Improvement) == towards)
            .ThenByDescending(one => towards * one.Change.Improvement).First();
        var verdict = Change.Verdict(
            improvement,
            look.Look,
            carrier.Change.IsImportant && Math.Sign(carrier.Change.Improvement) == towards,
            known.Length == three.Length && known.All(one => one.Change.IsSmall));
        return new(carrier.Outcome.Measure, verdict, look.On, first.NextLook);
    }

    /// <summary>The changes as one, in standard errors; above 0 when it is better.</summary>
    private static double Combined(Change[] changes)
    {
        var shown = changes.Select(change => ShareOfBaseline * change.Baseline / change.Estimate.StandardError).ToArray();
        // The best weights for noise that is alike in all; a measure that would show next to nothing is left out rather than taken off.
        var common = SharedCorrelation / (1 + ((changes.Length - 1) * SharedCorrelation)) * shown.Sum();
        var weights = shown.Select(one => Math.Max(0, one - common)).ToArray();
        if (weights.Sum() <= 0)
        {
            Array.Fill(weights, 1);
        }

        var variance = ((1 - SharedCorrelation) * weights.Sum(weight => weight * weight)) + (SharedCorrelation * weights.Sum() * weights.Sum());
        return changes.Zip(weights, (change, weight) => weight * change.Improvement).Sum() / Math.Sqrt(variance);
    }
}
