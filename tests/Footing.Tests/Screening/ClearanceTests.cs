using Footing.Conditions.NeuropathicFoot;
using Footing.Exercises;
using Footing.Testing;

namespace Footing.Tests.Screening;

/// <summary>From when to when a practitioner's clearance holds, seen in the plan.</summary>
public sealed class ClearanceTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(83, true)]
    [InlineData(84, true)]
    [InlineData(85, false)]
    public void Clearance_holds_from_its_date_to_the_83rd_day_after(int day, bool holds) =>
        JournalBuilder.Of()
            .Screened(0).With("dizzy-on-standing", "yes").Cleared(1, "R16").Screened(80).With("dizzy-on-standing", "yes")
            .PlanOn(day).Has(FootExercises.CalfRaise).ShouldBe(holds);

    [Fact]
    public void Clearance_lifts_nothing_before_its_date() =>
        Fallen().Cleared(2, "R16").PlanOn(1).LockedBy().ShouldBe("calf-raise R16");

    [Fact]
    public void Clearance_without_a_screening_before_it_lifts_nothing() =>
        JournalBuilder.Of().Cleared(0, "R16").At("07:00").Screened(0).With("dizzy-on-standing", "yes")
            .PlanOn(0).LockedBy().ShouldBe("calf-raise R16");

    [Theory]
    [InlineData("R24", "fall-in-last-year", "unsure", "yes", true)]
    [InlineData("R24", "fall-in-last-year", "yes", "yes", false)]
    [InlineData("R24", "fall-in-last-year", "yes", "unsure", false)]
    [InlineData("R16", "dizzy-on-standing", "unsure", "yes", true)]
    [InlineData("R16", "dizzy-on-standing", "yes", "unsure", false)]
    [InlineData("R8", "rest-pain-eased-hanging-down", "unsure", "yes", true)]
    [InlineData("R8", "rest-pain-eased-hanging-down", "unsure", "no", false)]
    [InlineData("R23", "told-not-to", "unsure", "yes", true)]
    [InlineData("R23", "told-not-to", "yes", "unsure", false)]
    [InlineData("R16", "stands-with-support", "unsure", "no", true)]
    [InlineData("R16", "stands-with-support", "no", "unsure", false)]
    [InlineData("R16", "tandem-stand-seconds", 6, 5, true)]
    [InlineData("R16", "tandem-stand-seconds", 6, 7, false)]
    [InlineData("R16", "chair-stands", 9, 8, true)]
    [InlineData("R16", "chair-stands", 9, 10, false)]
    [InlineData("R21", "tandem-stand-seconds", "not-done", 10, true)]
    [InlineData("R16", "tandem-stand-seconds", 9, "not-done", true)]
    [InlineData("R14", "touch-test", "self", "not-done", false)]
    [InlineData("R14", "touch-test", "self", 1, true)]
    [InlineData("R15", "blood-thinner-or-easy-bruising", "unsure", "yes", true)]
    [InlineData("R11", "arterial-disease", "unsure", "yes", true)]
    [InlineData("R9", "recent-foot-surgery-or-fracture", "unsure", "yes", true)]
    [InlineData("R10", "kidney-failure", "unsure", "yes", true)]
    [InlineData("R13", "touch-test", 3, 4, true)]
    [InlineData("R13", "touch-test", 3, 2, false)]
    public void Later_screening_with_a_worse_answer_ends_it_for_that_rule(string rule, string question, object before, object later, bool ends)
    {
        // Numbness keeps R14 in question, and an answer back to what it was shows whether the clearance lives.
        var journal = JournalBuilder.Of()
            .Screened(0).With(question, before).Cleared(0, rule)
            .Screened(1).With(question, later)
            .Screened(2).With(question, before);

        var why = journal.PlanOn(2).Exercises.SelectMany(planned => planned.Why).Select(reason => reason.Rule);
        var locked = journal.PlanOn(2).Locked.SelectMany(exercise => exercise.Rules);
        (why.Contains(rule) || locked.Contains(rule)).ShouldBe(ends);
    }

    [Fact]
    public void Worse_answer_to_another_rule_s_question_ends_nothing() =>
        Fallen().Cleared(0, "R16").Screened(1).With("dizzy-on-standing", "yes").With("blood-thinner-or-easy-bruising", "yes")
            .PlanOn(1).LockedBy().ShouldBe("ball-roll R15");

    [Fact]
    public void Lost_feeling_growing_ends_R12_too() =>
        JournalBuilder.Of()
            .Screened(0).With("touch-test", 3).With("foot-deformity", "yes").Cleared(0, "R12", "R13")
            .Screened(1).With("touch-test", 4).With("foot-deformity", "yes")
            .PlanOn(1).LockedBy().ShouldBe("ball-roll R12 R13, calf-raise R12");

    [Fact]
    public void Fall_ends_it_for_R16_and_R21_alone()
    {
        var journal = Fallen().With("recent-foot-surgery-or-fracture", "yes").Cleared(0, "R9", "R16").Happened(1, "fall");

        journal.PlanOn(1).LockedBy().ShouldBe("calf-raise R16 P6");
        journal.PlanOn(1).Disposition.ShouldBe(Footing.Screening.Disposition.SeatedOnly);
    }

    [Fact]
    public void Fall_ends_a_clearance_of_R24_too()
    {
        var journal = JournalBuilder.Of().Screened(0).With("fall-in-last-year", "yes").Cleared(0, "R24");

        journal.CareOn(1).Decision!.CapsOn().ShouldBe("");
        journal.Happened(1, "fall").CareOn(1).Decision!.CapsOn().ShouldBe("calf-raise 2");
    }

    /// <summary>What was judged is compared: a good number that has aged is none, a bad one stays what it was.</summary>
    [Fact]
    public void Good_test_that_has_aged_is_a_worse_answer() =>
        JournalBuilder.Of().Screened(0).With("fall-in-last-year", "yes").Measured("tandem-stand-seconds", -60).Cleared(0, "R16", "R21", "R24")
            .Screened(30).With("fall-in-last-year", "yes").Measured("tandem-stand-seconds", -60)
            .PlanOn(30).LockedBy().ShouldBe("calf-raise R16 R21");

    [Fact]
    public void Bad_test_that_has_aged_is_no_worse_answer() =>
        JournalBuilder.Of().Screened(0).With("tandem-stand-seconds", 7).Measured("tandem-stand-seconds", -60).Cleared(0, "R16", "R21")
            .Screened(30).With("tandem-stand-seconds", 7).Measured("tandem-stand-seconds", -60)
            .PlanOn(30).LockedBy().ShouldBe("");

    [Fact]
    public void Fall_ends_a_clearance_of_R21_too() =>
        JournalBuilder.Of().Screened(0).With("tandem-stand-seconds", "not-done").Cleared(0, "R21").Happened(1, "fall")
            .PlanOn(1).LockedBy().ShouldBe("calf-raise R21 P6");

    [Fact]
    public void Clearance_keeps_of_what_it_names_only_what_can_be_lifted() =>
        Footing.Screening.Clearance.Given(JournalBuilder.Date(0), Footing.Journal.Answers.None, ["R13", "R5", "R20", "P6", "r9"], NeuropathicFootCondition.Instance).Rules.ShouldBe(["R13"]);

    [Theory]
    [InlineData("near-fall")]
    [InlineData("dizzy")]
    public void Near_fall_ends_no_clearance(string what) =>
        Fallen().Cleared(0, "R16").Happened(1, what).PlanOn(1).LockedBy().ShouldBe("calf-raise P6");

    [Fact]
    public void Finding_that_stops_everything_ends_every_clearance()
    {
        var journal = Fallen().With("recent-foot-surgery-or-fracture", "yes").Cleared(0, "R9", "R16")
            .FootCheck(1).With("skin", "blister");

        journal.PlanOn(1).LockedBy().ShouldBe(
            "ball-roll R9, toe-lift R9, ankle-pump R9, heel-toe-lift R9, calf-raise R9 R16");
        journal.Screened(2).With("dizzy-on-standing", "yes").PlanOn(2).LockedBy().ShouldBe("calf-raise R16");
    }

    [Fact]
    public void Clearances_add_up() =>
        Fallen().With("blood-thinner-or-easy-bruising", "yes").Cleared(0, "R16").Cleared(1, "R15").PlanOn(1).LockedBy().ShouldBe("");

    [Fact]
    public void Lapsed_clearance_closes_what_it_opened()
    {
        var journal = JournalBuilder.Of().Screened(0).With("kidney-failure", "yes").Cleared(0, "R10")
            .Screened(70).With("kidney-failure", "yes");

        journal.PlanOn(83).Exercises.ShouldNotBeEmpty();
        journal.PlanOn(84).Exercises.ShouldBeEmpty();
        journal.PlanOn(83).NextDue.ShouldBeNull();
    }

    private static JournalBuilder Fallen() => JournalBuilder.Of().Screened(0).With("dizzy-on-standing", "yes");
}
