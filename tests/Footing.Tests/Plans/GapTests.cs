using Footing.Exercises;
using Footing.Screening;
using Footing.Testing;

namespace Footing.Tests.Plans;

/// <summary>P8: after a week away one level lower, after two a fresh start.</summary>
public sealed class GapTests
{
    private const string Three = "ball-roll 3, toe-lift 3, ankle-pump 3, heel-toe-lift 3, calf-raise 3";
    private const string Two = "ball-roll 2, toe-lift 2, ankle-pump 2, heel-toe-lift 2, calf-raise 2";

    [Theory]
    [InlineData(7, Three)]
    [InlineData(8, Two)]
    [InlineData(13, Two)]
    [InlineData(14, Two)]
    [InlineData(15, "")]
    public void Eight_days_lower_once_and_fifteen_stop(int day, string levels) => AtThree().PlanOn(day).Levels().ShouldBe(levels);

    [Fact]
    public void Level_1_stays_1_and_its_run_goes_on() =>
        JournalBuilder.Of().Screened(0).Sessions(0, 4, 12).PlanOn(12).Level(FootExercises.AnklePump).ShouldBe(2);

    [Fact]
    public void Fifteen_days_bring_the_highest_level_to_1() =>
        JournalBuilder.Of().Screened(0).Adjusted(0, FootExercises.ToeLift).With("level", 4).Session(0).Screened(15)
            .PlanOn(15).Level(FootExercises.ToeLift).ShouldBe(1);

    [Fact]
    public void Lower_level_says_why()
    {
        var journal = AtThree();
        var why = journal.PlanOn(9).Find(FootExercises.CalfRaise)!.Why.Single();

        why.Rule.ShouldBe("P8");
        why.Entries.ShouldBe([journal["session"]]);
    }

    [Fact]
    public void After_fifteen_days_nothing_stands_until_a_screening_made_then_or_later()
    {
        var journal = AtThree().Screened(14);
        var plan = journal.PlanOn(16);

        plan.Levels().ShouldBe("");
        plan.Due.ShouldBeFalse();
        plan.NextDue.ShouldBeNull();
        plan.LockedBy().ShouldBe("");
        plan.Disposition.ShouldBe(Disposition.Proceed);
        plan.Notices.Single(notice => notice.Rule == "P8").Entries.ShouldBe([journal["session"]]);
        journal.PlanOn(14).NextDue.ShouldBeNull();

        journal.Screened(17);
        journal.PlanOn(17).Levels().ShouldBe("ball-roll 1, toe-lift 1, ankle-pump 1, calf-raise 1");
        journal.PlanOn(17).Due.ShouldBeTrue();
        journal.PlanOn(17).Told().ShouldNotContain("P8");
    }

    [Fact]
    public void Screening_on_the_fifteenth_day_is_enough_however_long_it_goes_on()
    {
        var journal = AtThree().Screened(15);

        journal.PlanOn(15).Due.ShouldBeTrue();
        journal.PlanOn(35).Exercises.Length.ShouldBe(4);
    }

    [Fact]
    public void Week_away_is_told_by_no_notice() => AtThree().PlanOn(8).Told().ShouldBe("");

    [Fact]
    public void Session_without_a_set_ends_no_gap() => AtThree().Session(5, session => session.Only()).PlanOn(8).Levels().ShouldBe(Two);

    [Fact]
    public void Heel_toe_lift_stays_joined_over_a_week_away_but_not_over_a_restart()
    {
        AtThree().PlanOn(8).Has(FootExercises.HeelToeLift).ShouldBeTrue();
        AtThree().Screened(15).PlanOn(15).Has(FootExercises.HeelToeLift).ShouldBeFalse();
    }

    [Theory]
    [InlineData(7, 3)]
    [InlineData(8, 2)]
    [InlineData(14, 2)]
    [InlineData(15, 1)]
    [InlineData(20, 1)]
    public void Exercise_left_out_that_long_while_others_went_on_is_lowered_alone(int day, int level)
    {
        var journal = AtThree();
        foreach (var other in new[] { 2, 4, 7, 9, 11, 14, 16, 18 })
        {
            journal.Session(other, session => session.LeavingOut(FootExercises.CalfRaise));
        }

        journal.PlanOn(day).Level(FootExercises.CalfRaise).ShouldBe(level);
        journal.PlanOn(day).Level(FootExercises.ToeLift).ShouldNotBe(2);
        journal.PlanOn(day).Told().ShouldBe("");
    }

    [Fact]
    public void Half_dose_stays_over_a_week_away() =>
        JournalBuilder.Of().Screened(0).Session(0, session => session.Effort(9)).PlanOn(9).Dose(FootExercises.ToeLift).ShouldBe("1 x 30 s");

    [Fact]
    public void Level_set_in_the_gap_waits_for_a_session_with_the_exercise()
    {
        var journal = AtThree().Adjusted(9, FootExercises.ToeLift).With("level", 4);

        journal.PlanOn(9).Level(FootExercises.ToeLift).ShouldBe(2);
        journal.PlanOn(11).Level(FootExercises.ToeLift).ShouldBe(2);
        journal.Session(11).PlanOn(11).Level(FootExercises.ToeLift).ShouldBe(4);
    }

    [Fact]
    public void Level_set_in_the_gap_lowers_at_once() =>
        AtThree().Adjusted(9, FootExercises.ToeLift).With("level", 1).PlanOn(9).Level(FootExercises.ToeLift).ShouldBe(1);

    [Fact]
    public void Hard_session_goes_before_the_level_set_in_the_gap() =>
        AtThree().Adjusted(9, FootExercises.ToeLift).With("level", 4)
            .Session(11, session => session.Effort(FootExercises.ToeLift, 9))
            .PlanOn(11).Level(FootExercises.ToeLift).ShouldBe(1);

    [Fact]
    public void Any_session_ends_the_gap_of_what_was_never_done()
    {
        var journal = JournalBuilder.Of().Screened(0)
            .Session(0, session => session.LeavingOut(FootExercises.CalfRaise))
            .Session(9, session => session.LeavingOut(FootExercises.CalfRaise))
            .Adjusted(10, FootExercises.CalfRaise).With("level", 3);

        journal.PlanOn(10).Level(FootExercises.CalfRaise).ShouldBe(3);
        journal.PlanOn(17).Level(FootExercises.CalfRaise).ShouldBe(2);
    }

    private static JournalBuilder AtThree()
    {
        var journal = JournalBuilder.Of().Screened(0);
        foreach (var exercise in FootExercises.All)
        {
            journal.Adjusted(0, exercise).With("level", 3);
        }

        return journal.Session(0).Named("session");
    }
}
