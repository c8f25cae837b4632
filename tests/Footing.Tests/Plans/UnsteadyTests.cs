using Footing.Exercises;
using Footing.Testing;

namespace Footing.Tests.Plans;

/// <summary>P6: who was dizzy or fell does no calf raise until a balance test on a later date.</summary>
public sealed class UnsteadyTests
{
    [Theory]
    [InlineData("dizzy")]
    [InlineData("near-fall")]
    [InlineData("fall")]
    public void Calf_raise_locks_and_the_rest_goes_on(string what)
    {
        var plan = Screened().Happened(0, what).PlanOn(2);

        plan.Levels().ShouldBe("ball-roll 1, toe-lift 1, ankle-pump 1");
        plan.LockedBy().ShouldBe("calf-raise P6");
        plan.Due.ShouldBeTrue();
    }

    [Fact]
    public void Session_stopped_for_dizziness_locks_it_though_it_has_no_set() =>
        Screened().Session(0, session => session.Only().Stopped("dizzy")).PlanOn(0).LockedBy().ShouldBe("calf-raise P6");

    [Fact]
    public void Cramp_locks_nothing() => Screened().Happened(0, "cramp").PlanOn(0).LockedBy().ShouldBe("");

    [Fact]
    public void Screening_on_a_later_date_unlocks() => Screened().Happened(0, "fall").Screened(1).PlanOn(1).LockedBy().ShouldBe("");

    [Fact]
    public void Screening_of_the_same_date_does_not() =>
        Screened().Happened(0, "fall").Screened(0).At("15:00").PlanOn(1).LockedBy().ShouldBe("calf-raise P6");

    [Theory]
    [InlineData("tandem-stand-seconds", "not-done", "calf-raise R21 P6")]
    [InlineData("chair-stands", "not-done", "calf-raise R21 P6")]
    [InlineData("tandem-stand-seconds", 9, "calf-raise R16 P6")]
    [InlineData("dizzy-on-standing", "yes", "calf-raise R16 P6")]
    public void Screening_without_numbers_or_with_R16_or_R21_does_not(string question, object answer, string locked) =>
        Screened().Happened(0, "fall").Screened(1).With(question, answer).PlanOn(1).LockedBy().ShouldBe(locked);

    [Fact]
    public void Screening_without_a_number_does_not_though_R21_is_lifted() =>
        JournalBuilder.Of().Screened(0).With("tandem-stand-seconds", "not-done").Cleared(0, "R21").Happened(1, "dizzy")
            .Screened(2).With("tandem-stand-seconds", "not-done").PlanOn(2).LockedBy().ShouldBe("calf-raise P6");

    [Fact]
    public void Screening_with_R16_beside_another_rule_does_not() =>
        Screened().Happened(0, "fall").Screened(1).With("dizzy-on-standing", "yes").With("insulin-or-sulfonylurea", "yes")
            .PlanOn(1).LockedBy().ShouldBe("calf-raise R16 P6");

    [Fact]
    public void Young_person_s_missing_chair_stands_keep_it_locked_without_R21() =>
        Screened().Happened(0, "fall").Screened(1).With("chair-stands", "not-done").With("age", 59)
            .PlanOn(1).LockedBy().ShouldBe("calf-raise P6");

    [Fact]
    public void Cleared_R16_counts_as_steady() =>
        Screened().Happened(0, "near-fall").Screened(1).With("dizzy-on-standing", "yes").Cleared(1, "R16")
            .PlanOn(1).LockedBy().ShouldBe("");

    [Fact]
    public void R24_does_not_keep_it_locked() =>
        Screened().Happened(0, "fall").Screened(1).With("fall-in-last-year", "yes").PlanOn(1).LockedBy().ShouldBe("");

    [Fact]
    public void Screening_with_an_answer_missing_does_not() =>
        Screened().Happened(0, "fall").Screened(1).Without("told-not-to").PlanOn(1).LockedBy().ShouldContain("calf-raise P6");

    /// <summary>Both numbers are found on a later date too; one of that date or before has aged.</summary>
    [Theory]
    [InlineData("tandem-stand-seconds", 66, 3, "calf-raise R21 P6")]
    [InlineData("tandem-stand-seconds", 66, 2, "calf-raise R21 P6")]
    [InlineData("tandem-stand-seconds", 66, 4, "")]
    [InlineData("chair-stands", 66, 3, "calf-raise R21 P6")]
    [InlineData("chair-stands", 50, 3, "calf-raise P6")]
    [InlineData("chair-stands", 50, 4, "")]
    public void Numbers_found_on_that_date_or_before_do_not(string test, int age, int measured, string locked) =>
        Screened().Happened(3, "near-fall").Screened(7).With("age", age).Measured(test, measured).PlanOn(7).LockedBy().ShouldBe(locked);

    /// <summary>An aged number is judged as not done, and no number: also below 60, where the chair test is not asked for.</summary>
    [Fact]
    public void Number_that_has_aged_since_does_not() =>
        Screened().Happened(0, "near-fall").Screened(90).With("age", 50).Measured("chair-stands", 1).PlanOn(90).LockedBy().ShouldBe("calf-raise P6");

    [Fact]
    public void Unlock_of_an_adjustment_does_not_lift_it() =>
        Screened().Happened(0, "fall").Adjusted(1, FootExercises.CalfRaise).With("unlock", true).PlanOn(1).LockedBy().ShouldBe("calf-raise P6");

    [Fact]
    public void All_that_locks_an_exercise_is_named_in_order() =>
        Screened().With("touch-test", 3).With("dizzy-on-standing", "yes").Happened(0, "fall")
            .Adjusted(1, FootExercises.CalfRaise).With("lock", true)
            .PlanOn(1).LockedBy().ShouldBe("ball-roll R13, calf-raise R16 P6 adjustment");

    private static JournalBuilder Screened() => JournalBuilder.Of().Screened(0);
}
