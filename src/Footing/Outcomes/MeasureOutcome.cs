namespace Footing.Outcomes;

/// <summary>What is known of a measure on a date.</summary>
/// <param name="Series">What was recorded up to that date.</param>
/// <param name="Change">The present estimate of its change; null where too little was recorded.</param>
/// <param name="Looks">What each look said whose day has come, earliest first.</param>
/// <param name="Next">The next look.</param>
public sealed record MeasureOutcome(MeasureSeries Series, Change? Change, ImmutableArray<LookVerdict> Looks, Look Next)
{
    /// <summary>The measure.</summary>
    public OutcomeMeasure Measure => Series.Measure;

    /// <summary>What the last look said.</summary>
    public OutcomeVerdict Verdict => Looks.IsEmpty ? OutcomeVerdict.TooEarly : Looks[^1].Verdict;

    /// <summary>The date of the last look; null before the first.</summary>
    public DateOnly? LastLook => Looks.IsEmpty ? null : Looks[^1].On;

    /// <summary>The date of the next look.</summary>
    public DateOnly NextLook => Series.First.AddDays(Next.Day);

    /// <summary>What is known of a series on a date.</summary>
    /// <param name="series">What was recorded up to that date.</param>
    /// <param name="on">The date, not before the series' first.</param>
    public static MeasureOutcome Of(MeasureSeries series, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(series);
        var day = on.DayNumber - series.First.DayNumber;
        return new(
            series,
            Change.Of(series, day),
            [.. Look.UpTo(day).Select(look => new LookVerdict(series.First.AddDays(look.Day), look, Change.Of(series, look.Day)?.At(look) ?? OutcomeVerdict.CannotTell))],
            Look.After(day));
    }
}

/// <summary>What a look said.</summary>
/// <param name="On">Its date.</param>
/// <param name="Look">The look.</param>
/// <param name="Verdict">What it said.</param>
public sealed record LookVerdict(DateOnly On, Look Look, OutcomeVerdict Verdict);
