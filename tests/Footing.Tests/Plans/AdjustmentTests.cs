using Footing.Exercises;
using Footing.Testing;

namespace Footing.Tests.Plans;

/// <summary>What a practitioner's adjustments do, what goes before them, and when heel-toe lift joins.</summary>
public sealed class AdjustmentTests
{
    [Fact]
    public void Level_is_set_from_its_time_on()
    {
        var journal = Screened().Adjusted(2, FootExercises.ToeLift).With("level", 3);

        journal.PlanOn(1).Level(FootExercises.ToeLift).ShouldBe(1);
        journal.PlanOn(2).Level(FootExercises.ToeLift).ShouldBe(3);
        journal.PlanOn(2).Find(FootExercises.ToeLift)!.Why.Single().Rule.ShouldBe("adjustment");
        journal.PlanOn(2).Find(FootExercises.ToeLift)!.Why.Single().Entries.ShouldBe([journal.Last]);
    }

    [Fact]
    public void Latest_level_stands() => Screened()
        .Adjusted(2, FootExercises.ToeLift).With("level", 3).Adjusted(3, FootExercises.ToeLift).With("level", 2).PlanOn(3).Level(FootExercises.ToeLift).ShouldBe(2);

    [Fact]
    public void Level_counts_as_a_change_even_to_the_same_level() =>
        Screened().Sessions(0, 4).Adjusted(5, FootExercises.AnklePump).With("level", 1).Session(7).PlanOn(7).Level(FootExercises.AnklePump).ShouldBe(1);

    [Fact]
    public void Cap_lowers_a_level_above_it_and_stays_a_limit()
    {
        var journal = Screened().Adjusted(0, FootExercises.ToeLift).With("level", 4).Adjusted(1, FootExercises.ToeLift).With("cap", 2);

        journal.PlanOn(1).Level(FootExercises.ToeLift).ShouldBe(2);
        journal.PlanOn(1).Why(FootExercises.ToeLift).ShouldBe("adjustment");
        journal.Adjusted(2, FootExercises.ToeLift).With("level", 4).PlanOn(2).Level(FootExercises.ToeLift).ShouldBe(2);
    }

    [Fact]
    public void Screening_s_cap_lowers_a_level_above_it()
    {
        var journal = Screened().Adjusted(0, FootExercises.CalfRaise).With("level", 4).Screened(1).With("touch-test", "self");

        journal.PlanOn(1).Level(FootExercises.CalfRaise).ShouldBe(2);
        journal.PlanOn(1).Why(FootExercises.CalfRaise).ShouldBe("R14");
        journal.Screened(2).PlanOn(2).Level(FootExercises.CalfRaise).ShouldBe(2);
    }

    [Fact]
    public void Adjusted_cap_does_not_raise_a_screening_s() =>
        Screened().With("touch-test", "self").Adjusted(0, FootExercises.CalfRaise).With("cap", 4).Adjusted(1, FootExercises.CalfRaise).With("level", 4)
            .PlanOn(1).Level(FootExercises.CalfRaise).ShouldBe(2);

    [Fact]
    public void Adjusted_cap_raises_what_stays_of_lost_feeling_that_was_cleared()
    {
        var journal = JournalBuilder.Of().Screened(0).With("touch-test", 3).Cleared(0, "R13").Adjusted(1, FootExercises.CalfRaise).With("level", 3);

        journal.PlanOn(1).Level(FootExercises.CalfRaise).ShouldBe(2);
        journal.Adjusted(2, FootExercises.CalfRaise).With("cap", 3).Adjusted(3, FootExercises.CalfRaise).With("level", 3);
        journal.PlanOn(3).Level(FootExercises.CalfRaise).ShouldBe(3);
    }

    [Fact]
    public void Lock_and_unlock()
    {
        var journal = Screened().Adjusted(1, FootExercises.ToeLift).With("lock", true).Adjusted(3, FootExercises.ToeLift).With("unlock", true);

        journal.PlanOn(0).Has(FootExercises.ToeLift).ShouldBeTrue();
        journal.PlanOn(1).LockedBy().ShouldBe("toe-lift adjustment");
        journal.PlanOn(1).Has(FootExercises.ToeLift).ShouldBeFalse();
        journal.PlanOn(3).Has(FootExercises.ToeLift).ShouldBeTrue();
    }

    [Fact]
    public void Unlock_does_not_bring_what_the_screening_withholds() =>
        Screened().With("blood-thinner-or-easy-bruising", "yes").Adjusted(0, FootExercises.BallRoll).With("unlock", true)
            .PlanOn(0).LockedBy().ShouldBe("ball-roll R15");

    [Fact]
    public void Dose_replaces_the_level_s_until_the_level_changes()
    {
        var journal = Screened().Adjusted(0, FootExercises.AnklePump).With("dose", new { sets = 2, reps = 8 });

        journal.PlanOn(0).Dose(FootExercises.AnklePump).ShouldBe("2 x 8");
        journal.PlanOn(0).Find(FootExercises.AnklePump)!.Dose.PerSide.ShouldBeTrue();
        journal.Sessions(0, 4).PlanOn(4).Dose(FootExercises.AnklePump).ShouldBe("2 x 8");
        journal.Session(7).PlanOn(7).Dose(FootExercises.AnklePump).ShouldBe("3 x 20");
    }

    [Fact]
    public void Dose_is_a_change_that_begins_the_run_anew() =>
        Screened().Sessions(0, 4).Adjusted(5, FootExercises.AnklePump).With("dose", new { sets = 2, reps = 8 }).Session(7)
            .PlanOn(7).Dose(FootExercises.AnklePump).ShouldBe("2 x 8");

    [Theory]
    [InlineData("level")]
    [InlineData("dose")]
    public void Level_or_dose_ends_a_half(string act)
    {
        var journal = Screened().Session(0, session => session.Effort(FootExercises.CalfRaise, 9)).Adjusted(1, FootExercises.CalfRaise);
        journal.With(act, act == "level" ? 1 : new { sets = 1, reps = 10 });

        journal.PlanOn(0).Dose(FootExercises.CalfRaise).ShouldBe("1 x 5");
        journal.PlanOn(1).Dose(FootExercises.CalfRaise).ShouldBe("1 x 10");
    }

    [Fact]
    public void Stops_go_before_adjustments()
    {
        var journal = Screened().FootCheck(0).With("heat", "yes");
        journal.Adjusted(1, FootExercises.ToeLift).With("unlock", true).Adjusted(1, FootExercises.ToeLift).With("level", 2);

        journal.PlanOn(1).Exercises.ShouldBeEmpty();
    }

    [Fact]
    public void Heel_toe_lift_joins_once_ankle_pump_has_reached_level_3_and_stays()
    {
        var journal = Screened().Adjusted(1, FootExercises.AnklePump).With("level", 3).Adjusted(2, FootExercises.AnklePump).With("level", 1);

        journal.PlanOn(0).Has(FootExercises.HeelToeLift).ShouldBeFalse();
        journal.PlanOn(0).LockedBy().ShouldBe("");
        journal.PlanOn(1).Level(FootExercises.HeelToeLift).ShouldBe(1);
        journal.PlanOn(2).Level(FootExercises.HeelToeLift).ShouldBe(1);
    }

    /// <summary>A level above a cap is not reached.</summary>
    [Fact]
    public void Level_of_ankle_pump_above_its_cap_does_not_bring_heel_toe_lift() =>
        Screened().Adjusted(0, FootExercises.AnklePump).With("cap", 2).Adjusted(0, FootExercises.AnklePump).With("level", 3)
            .PlanOn(0).Levels().ShouldBe("ball-roll 1, toe-lift 1, ankle-pump 2, calf-raise 1");

    [Fact]
    public void Lock_of_ankle_pump_does_not_bring_heel_toe_lift() =>
        Screened().Adjusted(0, FootExercises.AnklePump).With("lock", true).PlanOn(0).Levels().ShouldBe("ball-roll 1, toe-lift 1, calf-raise 1");

    private static JournalBuilder Screened() => JournalBuilder.Of().Screened(0);
}
