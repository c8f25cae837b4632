using Footing.Journal;

namespace Footing.Outcomes;

/// <summary>What a person recorded of a measure, a value a day at most.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Cadence">Which check-ins count.</param>
/// <param name="First">The date of the measure's first check-in: day 0, on which the baseline begins.</param>
/// <param name="Observations">By day, at least one.</param>
public sealed record MeasureSeries(OutcomeMeasure Measure, Cadence Cadence, DateOnly First, ImmutableArray<Observation> Observations)
{
    /// <summary>The baseline's days.</summary>
    public const int BaselineDays = 14;

    /// <summary>The baseline's last date.</summary>
    public DateOnly BaselineEnd => First.AddDays(BaselineDays - 1);

    /// <summary>The series of a measure; null where no check-in says anything of it.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="checkIns">Effective check-ins with their dates, in the journal's order.</param>
    public static MeasureSeries? Of(OutcomeMeasure measure, IEnumerable<(DateOnly On, CheckInEntry CheckIn)> checkIns)
    {
        ArgumentNullException.ThrowIfNull(measure);
        (DateOnly On, bool IsDaily, double Value)[] values =
            [.. checkIns.Select(one => (one.On, IsDaily: one.CheckIn.Span == CheckInSpan.Day, Value: measure.Read(one.CheckIn))).Where(one => one.Value is not null).Select(one => (one.On, one.IsDaily, one.Value!.Value))];
        if (values.Length == 0)
        {
            return null;
        }

        var first = values.Min(one => one.On);
        var isDaily = values.Any(one => one.IsDaily && one.On.DayNumber - first.DayNumber < BaselineDays);
        // Of two on one day the later counts.
        var days = new SortedDictionary<int, double>();
        foreach (var value in values.Where(value => value.IsDaily == isDaily))
        {
            days[value.On.DayNumber - first.DayNumber] = value.Value;
        }

        return new(measure, isDaily ? Cadence.Daily : Cadence.Weekly, first, [.. days.Select(day => new Observation(day.Key, day.Value))]);
    }

    /// <summary>Those of some days.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public ReadOnlySpan<Observation> Between(int from, int to)
    {
        var observations = Observations.AsSpan();
        return observations[Place(from)..Math.Max(Place(from), Place(to + 1))];
    }

    /// <summary>The mean of the baseline's values; null where it has none.</summary>
    public double? BaselineMean
    {
        get
        {
            var baseline = Between(0, BaselineDays - 1);
            double sum = 0;
            foreach (var observation in baseline)
            {
                sum += observation.Value;
            }

            return baseline.IsEmpty ? null : sum / baseline.Length;
        }
    }

    /// <summary>How many check-ins are needed in the baseline, and as many after it.</summary>
    public int Fewest => Cadence == Cadence.Daily ? 5 : 2;

    private int Place(int day)
    {
        var (low, high) = (0, Observations.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Observations[middle].Day < day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
