using Footing.Outcomes;
using Footing.Testing;

namespace Footing.Tests.Outcomes;

public sealed class ChangeTests
{
    [Fact]
    public void Fall_that_came_about_over_eight_weeks_is_found()
    {
        var change = Change.Of(Series(92, day => 7 - (3 * Math.Clamp((day - 14) / 56.0, 0, 1))), 91)!;

        change.Estimate.Value.ShouldBe(-3, 0.5);
        change.Low.ShouldBeLessThan(-3);
        change.High.ShouldBeGreaterThan(-3);
        change.Percent!.Value.ShouldBe(-43, 7);
        change.At(new(12)).ShouldBe(OutcomeVerdict.Better);
    }

    [Fact]
    public void Change_smaller_than_one_that_matters_is_a_little() =>
        Change.Of(Series(92, day => 7 - (1.5 * Math.Clamp((day - 14) / 56.0, 0, 1))), 91)!.At(new(12)).ShouldBe(OutcomeVerdict.ALittleBetter);

    [Fact]
    public void Rise_is_worse() =>
        Change.Of(Series(92, day => 4 + (3 * Math.Clamp((day - 14) / 56.0, 0, 1))), 91)!.At(new(12)).ShouldBe(OutcomeVerdict.Worse);

    [Fact]
    public void Steady_pain_is_about_the_same_after_a_year() =>
        Change.Of(Series(344, _ => 6), 343)!.At(new(48)).ShouldBe(OutcomeVerdict.AboutTheSame);

    [Fact]
    public void After_the_first_course_only_the_last_twelve_weeks_count()
    {
        var gone = Series(260, day => day is >= 28 and < 175 ? 3 : 6);

        Change.Of(gone, 91)!.At(new(12)).ShouldBe(OutcomeVerdict.Better);
        Change.Of(gone, 259)!.Estimate.Value.ShouldBe(0, 0.5);
    }

    [Fact]
    public void Four_daily_check_ins_in_the_baseline_tell_nothing_and_five_do()
    {
        var series = Series(92, _ => 6);
        Change.Of(series with { Observations = series.Observations.RemoveAll(one => one.Day is >= 4 and < 14) }, 91).ShouldBeNull();
        Change.Of(series with { Observations = series.Observations.RemoveAll(one => one.Day is >= 5 and < 14) }, 91).ShouldNotBeNull();
        Change.Of(series with { Observations = series.Observations.RemoveAll(one => one.Day >= 18) }, 91).ShouldBeNull();
    }

    [Fact]
    public void Baseline_of_nothing_has_no_percentage() => Change.Of(Series(92, _ => -3), 91)!.Percent.ShouldBeNull();

    private static MeasureSeries Series(int days, Func<int, double> level) =>
        MeasureSeries.Of(OutcomeMeasure.Pain, CheckIns.Pain(days, level).OfType<Footing.Journal.CheckInEntry>().Select(entry => (entry.DateIn(TimeZoneInfo.Utc), entry)))!;
}
