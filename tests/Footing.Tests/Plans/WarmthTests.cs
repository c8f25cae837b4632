using Footing.Exercises;
using Footing.Testing;

namespace Footing.Tests.Plans;

/// <summary>P9: one foot more than 2.2 °C warmer than the other.</summary>
public sealed class WarmthTests
{
    [Theory]
    [InlineData(2.21)]
    [InlineData(-2.3)]
    [InlineData(5)]
    public void Over_2_point_2_either_way_rests_ball_roll_and_calf_raise(double difference)
    {
        var journal = Screened().FootCheck(0).With("sideDifferenceC", difference).Named("warm");
        var plan = journal.PlanOn(0);

        plan.Levels().ShouldBe("toe-lift 1, ankle-pump 1");
        plan.LockedBy().ShouldBe("");
        plan.Due.ShouldBeTrue();
        plan.Notices.Single().Rule.ShouldBe("P9");
        plan.Notices.Single().Entries.ShouldBe([journal["warm"]]);
    }

    [Theory]
    [InlineData(2.2)]
    [InlineData(-2.2)]
    [InlineData(0)]
    public void Up_to_2_point_2_is_nothing(double difference) =>
        Screened().FootCheck(0).With("sideDifferenceC", difference).PlanOn(0).Exercises.Length.ShouldBe(4);

    [Fact]
    public void They_rest_until_the_next_foot_check()
    {
        var journal = Screened().FootCheck(0).With("sideDifferenceC", 3);

        journal.PlanOn(6).Levels().ShouldBe("toe-lift 1, ankle-pump 1");
        journal.FootCheck(7).PlanOn(7).Exercises.Length.ShouldBe(4);
        journal.PlanOn(7).Told().ShouldBe("");
    }

    [Theory]
    [InlineData(1, "P5 P9")]
    [InlineData(7, "P5 P9")]
    [InlineData(8, "P9")]
    public void Two_measured_dates_in_a_row_at_most_7_days_apart_stop_everything(int day, string told)
    {
        var journal = Screened().FootCheck(0).With("sideDifferenceC", 3).Named("one").FootCheck(day).With("sideDifferenceC", -3).Named("two");
        var plan = journal.PlanOn(day);

        plan.Told().ShouldBe(told);
        plan.Levels().ShouldBe(told.Contains("P5", StringComparison.Ordinal) ? "" : "toe-lift 1, ankle-pump 1");
        if (told.Contains("P5", StringComparison.Ordinal))
        {
            plan.Notices[0].Entries.ShouldBe([journal["one"], journal["two"]]);
        }
    }

    [Fact]
    public void Date_is_warm_though_a_later_check_of_it_was_not() =>
        Screened().FootCheck(0).With("sideDifferenceC", 3).FootCheck(0).At("18:00").With("sideDifferenceC", 1)
            .FootCheck(1).With("sideDifferenceC", 3).PlanOn(1).Told().ShouldBe("P5 P9");

    [Fact]
    public void Stop_names_every_warm_measurement_of_both_dates()
    {
        var journal = JournalBuilder.Of().Screened(0)
            .FootCheck(0).At("08:30").With("sideDifferenceC", 2.6).Named("one")
            .FootCheck(1).At("08:30").With("sideDifferenceC", 2.4).Named("two")
            .FootCheck(1).At("19:00").With("sideDifferenceC", 2.5).Named("three");

        journal.PlanOn(1).Notices.Single(notice => notice.Rule == "P5").Entries.ShouldBe([journal["one"], journal["two"], journal["three"]]);
    }

    [Fact]
    public void Two_measurements_of_one_date_are_one_date() =>
        Screened().FootCheck(0).With("sideDifferenceC", 3).FootCheck(0).At("20:00").With("sideDifferenceC", 3).PlanOn(0).Told().ShouldBe("P9");

    [Fact]
    public void Check_without_a_measurement_between_does_not_break_the_row() =>
        Screened().FootCheck(0).With("sideDifferenceC", 3).FootCheck(1).FootCheck(2).With("sideDifferenceC", 3).PlanOn(2).Told().ShouldBe("P5 P9");

    [Fact]
    public void Even_measurement_between_breaks_the_row() =>
        Screened().FootCheck(0).With("sideDifferenceC", 3).FootCheck(1).With("sideDifferenceC", 1).FootCheck(2).With("sideDifferenceC", 3)
            .PlanOn(2).Told().ShouldBe("P9");

    [Fact]
    public void Such_a_check_is_not_clear_for_a_good_session()
    {
        var journal = Screened().Session(0).Session(4).FootCheck(7).At("06:00").With("sideDifferenceC", 3).Session(7);

        journal.PlanOn(7).Level(FootExercises.AnklePump).ShouldBe(1);
    }

    private static JournalBuilder Screened() => JournalBuilder.Of().Screened(0);
}
