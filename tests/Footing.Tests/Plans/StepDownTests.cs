using Footing.Exercises;
using Footing.Testing;

namespace Footing.Tests.Plans;

/// <summary>P2 and P3: hold, and one level down or half a dose.</summary>
public sealed class StepDownTests
{
    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void Effort_of_6_or_7_holds(int effort)
    {
        var journal = AtLevel2().Session(0, session => session.Effort(effort));

        journal.PlanOn(1).Level(FootExercises.AnklePump).ShouldBe(2);
        Run(journal).ShouldBe(2);
    }

    [Fact]
    public void Pain_rise_of_2_holds() => Run(AtLevel2().Session(0, session => session.Pain(2, 4))).ShouldBe(2);

    [Fact]
    public void Good_session_does_not_hold() => Run(AtLevel2().Session(0)).ShouldBe(3);

    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    public void Effort_of_8_and_more_brings_one_level_down(int effort)
    {
        var journal = AtLevel2().Session(0, session => session.Effort(FootExercises.AnklePump, effort)).Named("hard");
        var plan = journal.PlanOn(0);

        plan.Level(FootExercises.AnklePump).ShouldBe(1);
        plan.Dose(FootExercises.AnklePump).ShouldBe("3 x 10");
        plan.Find(FootExercises.AnklePump)!.Why.Single().Rule.ShouldBe("P3");
        plan.Find(FootExercises.AnklePump)!.Why.Single().Entries.ShouldBe([journal["hard"]]);
        plan.Level(FootExercises.ToeLift).ShouldBe(1);
        plan.Dose(FootExercises.ToeLift).ShouldBe("1 x 60 s");
    }

    [Fact]
    public void At_level_1_each_set_is_halved_and_never_twice()
    {
        var journal = JournalBuilder.Of().Screened(0).Session(0, session => session.Effort(9));
        string Doses(int day) => string.Join(", ", journal.PlanOn(day).Exercises.Select(planned => journal.PlanOn(day).Dose(planned.Exercise)));

        Doses(1).ShouldBe("1 x 30 s, 1 x 30 s, 3 x 5, 1 x 5");
        journal.Session(2, session => session.Effort(9));
        Doses(3).ShouldBe("1 x 30 s, 1 x 30 s, 3 x 5, 1 x 5");
    }

    [Fact]
    public void Half_of_an_odd_dose_is_rounded_up() => JournalBuilder.Of().Screened(0)
        .Adjusted(0, FootExercises.CalfRaise).With("dose", new { sets = 2, reps = 7 })
        .Session(0, session => session.Effort(8))
        .PlanOn(1).Dose(FootExercises.CalfRaise).ShouldBe("2 x 4");

    [Theory]
    [InlineData(10, 10, 1, 2)]
    [InlineData(10, 10, 0, 1)]
    [InlineData(7, 7, 7, 2)]
    [InlineData(7, 7, 6, 1)]
    public void Under_70_percent_of_the_reps_brings_one_down(int first, int second, int third, int level)
    {
        // 3 x 10 of each leg by an adjusted dose at level 2.
        var journal = AtLevel2().Adjusted(0, FootExercises.AnklePump).With("dose", new { sets = 3, reps = 10 })
            .Session(0, session => session.Doing(FootExercises.AnklePump, first, second, third));

        journal.PlanOn(0).Level(FootExercises.AnklePump).ShouldBe(level);
    }

    [Fact]
    public void A_little_under_70_percent_is_under_it() =>
        // 23 of 33: nothing is rounded to whole hundredths.
        AtLevel2().Adjusted(0, FootExercises.AnklePump).With("dose", new { sets = 3, reps = 11 })
            .Session(0, session => session.Doing(FootExercises.AnklePump, 11, 11, 1))
            .PlanOn(0).Level(FootExercises.AnklePump).ShouldBe(1);

    [Fact]
    public void Missing_sets_are_not_done()
    {
        AtLevel2().Session(0, session => session.Doing(FootExercises.AnklePump, 20, 20)).PlanOn(0).Level(FootExercises.AnklePump).ShouldBe(1);
        AtLevel2().Session(0, session => session.Doing(FootExercises.AnklePump, 20, 20, 2)).PlanOn(0).Level(FootExercises.AnklePump).ShouldBe(2);
    }

    [Fact]
    public void Of_more_sets_than_were_given_the_first_count() =>
        AtLevel2().Session(0, session => session.Doing(FootExercises.AnklePump, 20, 20, 20, 0)).PlanOn(0).Level(FootExercises.AnklePump).ShouldBe(2);

    [Fact]
    public void Set_counts_up_to_its_target_only() =>
        AtLevel2().Session(0, session => session.Doing(FootExercises.AnklePump, 60, 20)).PlanOn(0).Level(FootExercises.AnklePump).ShouldBe(1);

    [Theory]
    [InlineData(6, "1 x 5")]
    [InlineData(7, "1 x 9")]
    public void No_part_of_a_repetition_is_given_away(int reps, string dose) =>
        // Two thirds of 9; it would be three quarters of 8.
        JournalBuilder.Of().Screened(0).Adjusted(0, FootExercises.CalfRaise).With("dose", new { sets = 1, reps = 9 })
            .Session(0, session => session.Doing(FootExercises.CalfRaise, reps))
            .PlanOn(0).Dose(FootExercises.CalfRaise).ShouldBe(dose);

    [Theory]
    [InlineData(41, "1 x 30 s")]
    [InlineData(42, "1 x 60 s")]
    public void Seconds_count_likewise(int seconds, string dose) =>
        JournalBuilder.Of().Screened(0).Session(0, session => session.Doing(FootExercises.ToeLift, seconds))
            .PlanOn(0).Dose(FootExercises.ToeLift).ShouldBe(dose);

    [Theory]
    [InlineData("interrupted", 2)]
    [InlineData("other", 2)]
    [InlineData("tired", 1)]
    [InlineData("pain", 1)]
    [InlineData("cramp", 1)]
    [InlineData("dizzy", 1)]
    public void Session_that_something_else_cut_short_is_not_held_against_it(string reason, int level) =>
        AtLevel2().Session(0, session => session.Doing(FootExercises.AnklePump, 5).Stopped(reason))
            .PlanOn(0).Level(FootExercises.AnklePump).ShouldBe(level);

    [Fact]
    public void Effort_counts_even_in_an_interrupted_session() =>
        AtLevel2().Session(0, session => session.Effort(8).Stopped("interrupted")).PlanOn(0).Level(FootExercises.AnklePump).ShouldBe(1);

    [Fact]
    public void Cramp_in_an_exercise_brings_it_down()
    {
        var plan = AtLevel2().Session(0, session => session.Cramp(FootExercises.AnklePump)).PlanOn(0);

        plan.Level(FootExercises.AnklePump).ShouldBe(1);
        plan.Dose(FootExercises.ToeLift).ShouldBe("1 x 60 s");
    }

    [Fact]
    public void Cramp_outside_a_session_changes_no_level() =>
        AtLevel2().Happened(0, "cramp").PlanOn(0).Levels().ShouldBe("ball-roll 1, toe-lift 1, ankle-pump 2, calf-raise 1");

    [Fact]
    public void Exercise_without_a_set_is_not_judged() => AtLevel2()
        .Session(0, session => session.Only(FootExercises.ToeLift).Effort(9).Cramp(FootExercises.AnklePump).PainIn(FootExercises.AnklePump, 9))
        .PlanOn(0).Level(FootExercises.AnklePump).ShouldBe(2);

    [Fact]
    public void Set_for_both_sides_counts_for_both()
    {
        var journal = JournalBuilder.Of().Screened(0);
        for (var set = 1; set <= 3; set++)
        {
            journal.Other(0, "set").At($"09:0{set}").With("session", "s").With("exercise", "ankle-pump").With("level", 1)
                .With("set", set).With("side", "both").With("reps", 10).With("target", 10);
        }

        journal.Other(0, "session").With("session", "s").PlanOn(0).Dose(FootExercises.AnklePump).ShouldBe("3 x 10");
    }

    [Fact]
    public void One_leg_alone_is_half()
    {
        var journal = JournalBuilder.Of().Screened(0);
        for (var set = 1; set <= 3; set++)
        {
            journal.Other(0, "set").At($"09:0{set}").With("session", "s").With("exercise", "ankle-pump").With("level", 1)
                .With("set", set).With("side", "left").With("reps", 10).With("target", 10);
        }

        journal.Other(0, "session").With("session", "s").PlanOn(0).Dose(FootExercises.AnklePump).ShouldBe("3 x 5");
    }

    [Fact]
    public void What_is_there_is_judged_where_the_rest_was_left_unsaid() => AtLevel2()
        .Session(0, session => session.Effort(null).Pain(null, null).Doing(FootExercises.AnklePump, 1))
        .PlanOn(0).Level(FootExercises.AnklePump).ShouldBe(1);

    private static JournalBuilder AtLevel2() => JournalBuilder.Of().Screened(0).Adjusted(0, FootExercises.AnklePump).With("level", 2);

    /// <summary>The level after two good sessions more, the last one seven days after day 0.</summary>
    private static int? Run(JournalBuilder journal) => journal.Sessions(4, 7).PlanOn(7).Level(FootExercises.AnklePump);
}
