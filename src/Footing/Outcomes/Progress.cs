using Footing.Journal;

namespace Footing.Outcomes;

/// <summary>Whether it helps: what is known of each measure on a date, and one answer over them.</summary>
/// <param name="On">The date.</param>
/// <param name="Headline">The answer.</param>
/// <param name="Measures">Those of which something was recorded, in their order.</param>
public sealed record Progress(DateOnly On, Headline Headline, ImmutableArray<MeasureOutcome> Measures)
{
    /// <summary>What a person's journal says on a date. Pure, whatever the order in which entries arrived; nothing later is read.</summary>
    /// <param name="effective">The effective entries, in the journal's order.</param>
    /// <param name="on">The date, in the person's zone.</param>
    /// <param name="zone">The person's zone.</param>
    public static Progress Of(IEnumerable<Entry> effective, DateOnly on, TimeZoneInfo zone)
    {
        (DateOnly On, CheckInEntry CheckIn)[] checkIns =
            [.. effective.OfType<CheckInEntry>().Select(checkIn => (On: checkIn.DateIn(zone), checkIn)).Where(one => one.On <= on)];
        ImmutableArray<MeasureOutcome> measures =
        [
            .. OutcomeMeasure.All.Select(measure => MeasureSeries.Of(measure, checkIns)).OfType<MeasureSeries>().Select(series => MeasureOutcome.Of(series, on)),
        ];
        return new(on, Headline.Of(measures, on), measures);
    }

    /// <summary>What is known of a measure; null where nothing was recorded.</summary>
    public MeasureOutcome? this[OutcomeMeasure measure] => Measures.FirstOrDefault(outcome => outcome.Measure == measure);

    /// <summary>
    /// Whether the first course is over and it is not known to help: then it is said plainly, and whom to ask.
    /// </summary>
    public bool IsTrialOver => Headline is { Look: not null, Verdict: not (OutcomeVerdict.Better or OutcomeVerdict.ALittleBetter) }
        && Measures.Any(outcome => outcome.Measure == Headline.Measure && outcome.Looks.Any(look => look.Look == Look.EndOfFirstCourse && look.On <= Headline.Look));
}
