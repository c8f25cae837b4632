using System.Collections.Immutable;
using Footing.Journal;
using Footing.Outcomes;
using Footing.Testing;

namespace Footing.Tests.Outcomes;

public sealed class TimelineTests
{
    [Fact]
    public void Few_days_are_drawn_by_day_and_more_by_week_and_years_by_four_weeks()
    {
        Of(35, CheckIns.Pain(35, _ => 5)).Days.ShouldBe(1);
        Of(36, CheckIns.Pain(36, _ => 5)).Days.ShouldBe(7);
        Of(800, CheckIns.Pain(800, _ => 5)).Days.ShouldBe(28);
    }

    [Fact]
    public void Week_has_its_mean_and_what_was_done_and_happened_in_it()
    {
        ImmutableArray<Entry> journal =
        [
            CheckIns.Weekly(0, pain: 6), CheckIns.Weekly(8, pain: 4), CheckIns.Weekly(10, pain: 2),
            .. JournalBuilder.Of().Screened(0).Session(7).Session(9).Happened(9, "fall").Happened(9, "fall").Entries,
        ];

        var weeks = Of(11, journal).Periods;

        weeks.Select(week => (week.Value, week.CheckIns, week.Sessions)).ShouldBe([(6.0, 1, 0), (3.0, 2, 2)]);
        weeks[1].Events.ShouldBe([AdverseEvent.Fall]);
        (weeks[1].From, weeks[1].To).ShouldBe((JournalBuilder.Date(7), JournalBuilder.Date(10)));
    }

    [Fact]
    public void Week_without_an_answer_has_no_point_and_five_points_make_a_drawing()
    {
        var four = Of(30, [.. new[] { 0, 7, 21, 28 }.Select(day => CheckIns.Weekly(day, pain: 5))]);
        four.Periods[2].Value.ShouldBeNull();
        four.CanBeDrawn.ShouldBeFalse();
        Of(30, [.. new[] { 0, 7, 14, 21, 28 }.Select(day => CheckIns.Weekly(day, pain: 5))]).CanBeDrawn.ShouldBeTrue();
    }

    [Fact]
    public void Own_range_is_that_of_the_first_two_weeks()
    {
        Of(40, [.. Enumerable.Range(0, 40).Select(day => CheckIns.Daily(day, pain: day < 14 ? 3 + (day % 4) : 9))]).OwnRange.ShouldBe((3.0, 6.0));
        Of(1, [CheckIns.Daily(0, pain: 3)]).OwnRange.ShouldBeNull();
    }

    private static Timeline Of(int days, ImmutableArray<Entry> journal)
    {
        var on = JournalBuilder.Date(days - 1);
        return Timeline.Of(Progress.Of(journal, on, TimeZoneInfo.Utc)[OutcomeMeasure.Pain]!, journal, on, TimeZoneInfo.Utc);
    }
}
