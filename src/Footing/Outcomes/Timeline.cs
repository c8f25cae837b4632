using Footing.Journal;

namespace Footing.Outcomes;

/// <summary>A stretch of a measure's course, for a drawing and its table: what was recorded, what was done, what happened.</summary>
/// <param name="From">Its first date.</param>
/// <param name="To">Its last date.</param>
/// <param name="Value">The mean of its check-ins; null for none.</param>
/// <param name="CheckIns">How many check-ins it has.</param>
/// <param name="Sessions">How many sessions were done in it.</param>
/// <param name="Events">What happened in it, each once.</param>
public sealed record Period(DateOnly From, DateOnly To, double? Value, int CheckIns, int Sessions, ImmutableArray<AdverseEvent> Events);

/// <summary>A measure's course from its first check-in to a date, in stretches of one length.</summary>
/// <param name="Series">The measure as it was recorded.</param>
/// <param name="Days">The days of a stretch: 1, 7 or 28.</param>
/// <param name="Periods">The stretches, earliest first.</param>
public sealed record Timeline(MeasureSeries Series, int Days, ImmutableArray<Period> Periods)
{
    /// <summary>Fewer points draw no course.</summary>
    public const int FewestPoints = 5;

    private const int MostDaysByDay = 35;
    private const int MostDaysByWeek = 2 * 365;

    /// <summary>The stretches with a value.</summary>
    public IEnumerable<Period> Points => Periods.Where(period => period.Value is not null);

    /// <summary>Whether there are enough points for a drawing.</summary>
    public bool CanBeDrawn => Points.Count() >= FewestPoints;

    /// <summary>The lowest and the highest value of the baseline: the person's own range.</summary>
    public (double Low, double High)? OwnRange
    {
        get
        {
            List<double> values = Series.Measure.IsYesOrNoOnADay
                ? [.. Points.Where(period => period.From <= Series.BaselineEnd).Select(period => period.Value!.Value)]
                : [.. Series.Between(0, MeasureSeries.BaselineDays - 1).ToArray().Select(observation => observation.Value)];
            return values.Count < 2 ? null : (values.Min(), values.Max());
        }
    }

    /// <summary>The course of a measure.</summary>
    /// <param name="outcome">The measure.</param>
    /// <param name="effective">The effective entries, in the journal's order.</param>
    /// <param name="on">The date up to which it goes.</param>
    /// <param name="zone">The person's zone.</param>
    public static Timeline Of(MeasureOutcome outcome, IEnumerable<Entry> effective, DateOnly on, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var series = outcome.Series;
        var length = on.DayNumber - series.First.DayNumber + 1;
        var days = length <= MostDaysByDay && series.Cadence == Cadence.Daily && !series.Measure.IsYesOrNoOnADay ? 1 : length <= MostDaysByWeek ? 7 : 28;
        var beside = effective.Where(entry => entry is SessionEntry or AdverseEventEntry)
            .Select(entry => (Entry: entry, Day: entry.DateIn(zone).DayNumber - series.First.DayNumber))
            .Where(one => one.Day >= 0 && one.Day < length)
            .ToLookup(one => one.Day / days, one => one.Entry);
        return new(
            series,
            days,
            [.. Enumerable.Range(0, (length + days - 1) / days).Select(place => PeriodOf(series, place * days, Math.Min(length, (place + 1) * days) - 1, [.. beside[place]]))]);
    }

    private static Period PeriodOf(MeasureSeries series, int from, int to, Entry[] beside)
    {
        var recorded = series.Between(from, to);
        double sum = 0;
        foreach (var observation in recorded)
        {
            sum += observation.Value;
        }

        return new(
            series.First.AddDays(from),
            series.First.AddDays(to),
            recorded.IsEmpty ? null : sum / recorded.Length,
            recorded.Length,
            beside.OfType<SessionEntry>().Count(),
            [.. beside.OfType<AdverseEventEntry>().Select(happened => happened.Event).Distinct().Order()]);
    }
}
