namespace Footing.Outcomes;

/// <summary>A measure's change since its baseline, on a day.</summary>
/// <param name="Estimate">The change as of that day.</param>
/// <param name="Baseline">The mean of the baseline.</param>
/// <param name="Measure">The measure.</param>
public sealed record Change(ChangeEstimate Estimate, double Baseline, OutcomeMeasure Measure)
{
    // Of the normal distribution 1.96 and 1.645: a little wider, since the noise is estimated too (docs/outcomes.md).
    private const double Width95 = 2.02;
    private const double Width90 = 1.695;

    // A change is complete eight weeks after the baseline, and comes about evenly until then.
    private const int RampDays = 56;

    // As how many pairs of neighbours the usual noise counts; a weekly measure has far fewer values of its own.
    private const double DailyWeight = 40;
    private const double WeeklyWeight = 10;

    /// <summary>The lower end of its 95 % interval.</summary>
    public double Low => Estimate.Value - (Width95 * Estimate.StandardError);

    /// <summary>The upper end of its 95 % interval.</summary>
    public double High => Estimate.Value + (Width95 * Estimate.StandardError);

    /// <summary>The change as a share of the baseline, in percent; null where that is 0.</summary>
    public double? Percent => Baseline == 0 ? null : 100 * Estimate.Value / Baseline;

    /// <summary>By how many standard errors it is better; below 0 when it is worse.</summary>
    public double Improvement => Measure.IsMoreBetter ? Estimate.Z : -Estimate.Z;

    /// <summary>Whether it matters, whichever way.</summary>
    public bool IsImportant => Math.Abs(Estimate.Value) >= Measure.ImportantChange(Baseline);

    /// <summary>Whether a change that matters can be ruled out, whichever way.</summary>
    public bool IsSmall => Math.Abs(Estimate.Value) + (Width90 * Estimate.StandardError) < Measure.ImportantChange(Baseline);

    /// <summary>The largest change for the better that what was recorded leaves open, in the unit; 0 or more.</summary>
    public double LargestImprovement => Math.Max(0, Measure.IsMoreBetter ? High : -Low);

    /// <summary>What a look says where the measure alone is asked.</summary>
    public OutcomeVerdict At(Look look) => Verdict(Improvement, look, IsImportant, IsSmall);

    /// <summary>What a look says.</summary>
    /// <param name="improvement">By how many standard errors it is better.</param>
    /// <param name="look">The look.</param>
    /// <param name="isImportant">Whether the change matters.</param>
    /// <param name="isSmall">Whether a change that matters can be ruled out.</param>
    internal static OutcomeVerdict Verdict(double improvement, Look look, bool isImportant, bool isSmall) => improvement switch
    {
        _ when improvement >= look.Boundary => isImportant ? OutcomeVerdict.Better : OutcomeVerdict.ALittleBetter,
        _ when -improvement >= look.Boundary => isImportant ? OutcomeVerdict.Worse : OutcomeVerdict.ALittleWorse,
        _ => isSmall ? OutcomeVerdict.AboutTheSame : OutcomeVerdict.CannotTell,
    };

    /// <summary>The change of a series as of a day, from what was recorded up to then; null where that is too little.</summary>
    /// <param name="series">The series.</param>
    /// <param name="day">The days since its first check-in.</param>
    public static Change? Of(MeasureSeries series, int day)
    {
        ArgumentNullException.ThrowIfNull(series);
        var before = series.Between(0, MeasureSeries.BaselineDays - 1);
        var isFirstCourse = day < Look.EndOfFirstCourse.Next.Day;
        var after = series.Between(isFirstCourse ? MeasureSeries.BaselineDays : day - Look.LaterDays + 1, day);
        if (before.Length < series.Fewest || after.Length < series.Fewest)
        {
            return null;
        }

        var baseline = series.BaselineMean!.Value;
        Observation[] both = [.. before, .. after];
        // After the first course the change is over: the baseline's level would bend a line through both.
        var noise = SerialNoise.Of(isFirstCourse ? both : after, series.Measure.UsualNoise(series.Cadence, baseline), series.Cadence == Cadence.Daily ? DailyWeight : WeeklyWeight);
        if (ChangeEstimate.Fit(both, isFirstCourse ? Ramp : Step, noise) is not { } whole)
        {
            return null;
        }

        var part = isFirstCourse ? Ramp(day) : 1;
        return new(new(whole.Value * part, whole.StandardError * part), baseline, series.Measure);
    }

    private static double Ramp(int day) => Math.Clamp((double)(day - MeasureSeries.BaselineDays) / RampDays, 0, 1);

    private static double Step(int day) => day < MeasureSeries.BaselineDays ? 0 : 1;
}
