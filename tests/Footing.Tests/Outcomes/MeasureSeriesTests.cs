using Footing.Journal;
using Footing.Outcomes;
using Footing.Testing;

namespace Footing.Tests.Outcomes;

public sealed class MeasureSeriesTests
{
    [Fact]
    public void Daily_check_ins_count_where_the_first_two_weeks_hold_one_else_weekly_ones()
    {
        Of(OutcomeMeasure.Pain, CheckIns.Weekly(0, pain: 6), CheckIns.Daily(13, pain: 4), CheckIns.Weekly(14, pain: 5))!.Observations.ShouldBe([new(13, 4)]);
        Of(OutcomeMeasure.Pain, CheckIns.Weekly(0, pain: 6), CheckIns.Daily(14, pain: 4), CheckIns.Weekly(14, pain: 5))!.Observations.ShouldBe([new(0, 6), new(14, 5)]);
    }

    [Fact]
    public void Check_in_that_does_not_say_what_it_is_about_counts_as_weekly() =>
        Of(OutcomeMeasure.Pain, CheckIns.Weekly(0, pain: 6) with { Span = null })!.Cadence.ShouldBe(Cadence.Weekly);

    [Fact]
    public void Of_two_on_one_day_the_later_counts() =>
        Of(OutcomeMeasure.Pain, CheckIns.Daily(0, pain: 6), CheckIns.Daily(0, pain: 3), CheckIns.Daily(0))!.Observations.ShouldBe([new(0, 3)]);

    [Fact]
    public void Night_of_a_daily_check_in_is_a_seventh_of_a_week() =>
        Of(OutcomeMeasure.NightsWoken, CheckIns.Daily(0, nightsWoken: 1), CheckIns.Daily(1, nightsWoken: 0), CheckIns.Daily(2, nightsWoken: 5))!.Observations.Select(one => one.Value).ShouldBe([7, 0, 7]);

    [Fact]
    public void Measure_begins_with_its_own_first_check_in()
    {
        var walking = Of(OutcomeMeasure.WalkingMinutes, CheckIns.Weekly(0, pain: 5), CheckIns.Weekly(7, walkingMinutes: 12))!;

        walking.First.ShouldBe(JournalBuilder.Date(7));
        walking.BaselineEnd.ShouldBe(JournalBuilder.Date(20));
        walking.BaselineMean.ShouldBe(12);
        Of(OutcomeMeasure.Rests, CheckIns.Weekly(0, pain: 5)).ShouldBeNull();
    }

    private static MeasureSeries? Of(OutcomeMeasure measure, params CheckInEntry[] checkIns) =>
        MeasureSeries.Of(measure, checkIns.Select(checkIn => (checkIn.DateIn(TimeZoneInfo.Utc), checkIn)));
}
