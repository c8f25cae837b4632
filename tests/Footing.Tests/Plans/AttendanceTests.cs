using System.Collections.Immutable;
using Footing.Exercises;
using Footing.Plans;
using Footing.Testing;

namespace Footing.Tests.Plans;

/// <summary>P12: under 70 % of the due dates of two weeks had a session.</summary>
public sealed class AttendanceTests
{
    [Theory]
    [InlineData(13, "")]
    [InlineData(14, "P12")]
    public void Four_of_six_due_dates_are_too_few_from_the_14th_day_on(int day, string told) =>
        Screened().Sessions(0, 2, 4, 11).PlanOn(day).Told().ShouldBe(told);

    [Fact]
    public void Five_of_six_are_enough() => Screened().Sessions(0, 2, 4, 9, 11).PlanOn(14).Told().ShouldBe("");

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "P12")]
    public void Seven_of_ten_are_enough(bool seventh, string told)
    {
        // Due on 0 to 5 and 7 to 10, by moving the weekdays along; no calf raise, which wants days between.
        var journal = Screened().With("dizzy-on-standing", "yes")
            .Scheduled(0).With("weekdays", new[] { "mon", "tue", "wed" })
            .Scheduled(3).With("weekdays", new[] { "thu", "fri", "sat" })
            .Scheduled(7).With("weekdays", new[] { "mon", "tue", "wed" })
            .Scheduled(10).With("weekdays", new[] { "mon", "tue", "thu" })
            .Sessions(0, 1, 2, 3, 4, 5);

        (seventh ? journal.Session(9) : journal).PlanOn(14).Told().ShouldBe(told);
    }

    [Fact]
    public void Session_on_another_day_does_not_make_up() => Screened().Sessions(0, 2, 4, 5, 11).PlanOn(14).Told().ShouldBe("P12");

    [Fact]
    public void Date_on_which_everything_rested_does_not_count()
    {
        // Of 0, 2, 4, 7, 9, 11 the 7th was missed and the 9th rested: four of five.
        Screened().Sessions(0, 2, 4).Session(7, session => session.Pain(1, 5)).PlanOn(9).Exercises.ShouldBeEmpty();
        Screened().Sessions(0, 2).Session(7, session => session.Pain(1, 5)).Session(11).PlanOn(14).Told().ShouldBe("");
        Screened().Sessions(0, 2).Session(7).Session(11).PlanOn(14).Told().ShouldBe("P12");
    }

    [Fact]
    public void Date_on_which_nothing_could_be_done_does_not_count() =>
        Screened().Session(0).Happened(1, "skin-change").Screened(7).Sessions(7, 9, 11).PlanOn(14).Told().ShouldBe("");

    [Fact]
    public void No_step_up_while_sessions_are_missed()
    {
        // Good ones on 0, 4 and 14; those between were not good, or were not.
        var seldom = Screened().Session(0).Session(4).Session(11, session => session.Unchecked()).Session(14);
        var often = Screened().Session(0).Session(4);
        foreach (var day in new[] { 7, 9, 11 })
        {
            often.Session(day, session => session.Unchecked());
        }

        seldom.PlanOn(14).Level(FootExercises.AnklePump).ShouldBe(1);
        often.Session(14).PlanOn(14).Level(FootExercises.AnklePump).ShouldBe(2);
    }

    [Fact]
    public void Date_before_the_last_14_does_not_count_though_it_is_known()
    {
        // Seven of the ten due dates among the 14 that end with day 13; the one before those was missed.
        AttendanceDay[] dates =
        [
            new(JournalBuilder.Date(-1), true, false),
            .. Enumerable.Range(0, 10).Select(day => new AttendanceDay(JournalBuilder.Date(day), true, day < 7)),
        ];

        Attendance.IsLow(JournalBuilder.Date(-20), JournalBuilder.Date(14), dates, JournalBuilder.Date(13)).ShouldBeFalse();
        Attendance.IsLow(JournalBuilder.Date(-20), JournalBuilder.Date(13), dates, JournalBuilder.Date(12)).ShouldBeTrue();
    }

    [Fact]
    public void Due_date_of_yesterday_counts()
    {
        // Of 2, 4, 7, 9, 11 one was missed, and with the 14th two of six.
        var journal = Screened().Sessions(0, 2, 4, 7, 9);

        journal.PlanOn(14).Told().ShouldBe("");
        journal.PlanOn(15).Told().ShouldBe("P12");
    }

    [Fact]
    public void Two_weeks_of_dates_are_kept_with_the_one_added()
    {
        var dates = ImmutableArray<AttendanceDay>.Empty;
        for (var day = 0; day < 20; day++)
        {
            dates = Attendance.With(dates, new(JournalBuilder.Date(day), true, false));
        }

        dates.Select(date => date.On).ShouldBe(Enumerable.Range(6, 14).Select(JournalBuilder.Date));
    }

    private static JournalBuilder Screened() => JournalBuilder.Of().Screened(0);
}
