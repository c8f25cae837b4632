using Footing.Screening;
using Footing.Testing;

namespace Footing.Tests.Plans;

/// <summary>P5: a finding of the skin, or a warm or swollen foot, stops everything.</summary>
public sealed class StopTests
{
    [Theory]
    [InlineData("skin", "mark")]
    [InlineData("skin", "blister")]
    [InlineData("skin", "bruise")]
    [InlineData("skin", "wound")]
    [InlineData("skin", "black")]
    [InlineData("heat", "yes")]
    [InlineData("heat", "unsure")]
    [InlineData("swelling", "yes")]
    [InlineData("swelling", "unsure")]
    [InlineData("calf", "yes")]
    [InlineData("calf", "unsure")]
    public void Finding_of_a_foot_check_stops_everything(string field, string found)
    {
        var journal = Screened().FootCheck(0).With(field, found).Named("check");
        var plan = journal.PlanOn(2);

        plan.Levels().ShouldBe("");
        plan.Due.ShouldBeFalse();
        plan.NextDue.ShouldBeNull();
        plan.LockedBy().ShouldBe("");
        plan.Disposition.ShouldBe(Disposition.Proceed);
        plan.Notices.Single().Rule.ShouldBe("P5");
        plan.Notices.Single().Entries.ShouldBe([journal["check"]]);
    }

    [Fact]
    public void Skin_change_told_as_an_event_stops_everything() =>
        Screened().Happened(0, "skin-change").PlanOn(0).Told().ShouldBe("P5");

    [Fact]
    public void Session_stopped_for_the_skin_stops_everything()
    {
        Screened().Session(0, session => session.Stopped("skin")).PlanOn(0).Told().ShouldBe("P5");
        Screened().Session(0, session => session.Only().Stopped("skin")).PlanOn(0).Told().ShouldBe("P5");
    }

    [Fact]
    public void Clear_check_does_not() => Screened().FootCheck(0).With("calf", "no").With("known", new[] { "mark", "bruise", "heat", "swelling", "calf" }).PlanOn(0).Told().ShouldBe("");

    [Fact]
    public void Screening_on_a_later_date_ends_it_and_is_a_start()
    {
        var journal = Screened().FootCheck(0).With("skin", "blister").Screened(1);

        journal.PlanOn(1).Due.ShouldBeTrue();
        journal.PlanOn(1).Told().ShouldBe("");
    }

    [Fact]
    public void Screening_of_the_same_date_does_not_end_it() =>
        Screened().FootCheck(0).With("skin", "blister").Screened(0).At("15:00").PlanOn(2).Told().ShouldBe("P5");

    [Fact]
    public void Screening_that_allows_nothing_does_not_end_it()
    {
        var journal = Screened().FootCheck(0).With("skin", "blister").Screened(1).With("broken-skin", "yes");

        journal.PlanOn(1).Told().ShouldBe("P5");
        journal.Screened(2).PlanOn(2).Told().ShouldBe("");
    }

    [Fact]
    public void Each_finding_needs_its_own_later_screening() =>
        Screened().FootCheck(0).With("skin", "blister").Screened(1).FootCheck(1).With("heat", "yes")
            .PlanOn(1).Told().ShouldBe("P5");

    [Fact]
    public void Correction_on_the_same_day_ends_it() =>
        Screened().FootCheck(0).With("skin", "blister").Named("check").Corrected(0, "check").With("skin", "clear")
            .PlanOn(2).Due.ShouldBeTrue();

    [Fact]
    public void Nobody_looking_is_a_finding_where_feet_may_be_numb()
    {
        Screened().FootCheck(0).With("looked", "nobody").PlanOn(0).Told().ShouldBe("");
        Screened().With("numb-feet", "unsure").FootCheck(0).With("looked", "nobody").PlanOn(0).Told().ShouldBe("P5");
        Screened().With("touch-test", 2).FootCheck(0).With("looked", "nobody").PlanOn(0).Told().ShouldBe("P5");
        Screened().With("touch-test", 2).FootCheck(0).With("looked", "helper").PlanOn(0).Told().ShouldBe("");
    }

    private static JournalBuilder Screened() => JournalBuilder.Of().Screened(0);
}
