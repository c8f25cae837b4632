using Footing.Testing.Web;

namespace Footing.Web.Tests.LeaveOuts;

public sealed class LeaveOutPagesTests : VisitedTests
{
    [Fact]
    public async Task Without_the_lying_pump_the_chair_exercise_comes_at_once_and_the_way_back_is_there()
    {
        await new Story().Screening("2026-03-02").TellAsync(Host);
        await Visitor.Open("/exercises/ankle-pump");
        await Visitor.Follow("Do without this exercise");
        Says("[data-instead]")!.ShouldContain("Heel and toe lift");
        Words.ShouldContain("until you take it back");

        await Visitor.Submit();
        Visitor.Errors.ShouldHaveSingleItem().ShouldContain("Choose why");
        await Visitor.Submit(("reason", "lying"));

        Visitor.Path.ShouldBe("/plan");
        Visitor.Page.QuerySelector("[data-exercise=ankle-pump]").ShouldBeNull();
        Visitor.Page.QuerySelector("[data-exercise=heel-toe-lift]").ShouldNotBeNull();
        Says("[data-left-out=ankle-pump]")!.ShouldContain("4 March");
        var entry = (await Visitor.Journal()).Of("leave-out").ShouldHaveSingleItem();
        entry.GetProperty("out").GetBoolean().ShouldBeTrue();
        entry.GetProperty("reason").GetString().ShouldBe("lying");
        await Visitor.Open("/sheet");
        Says("[data-left-out]")!.ShouldContain("take it back");
        await Visitor.Open("/today");
        Says("[data-waits=ankle-pump]")!.ShouldContain("You do without it");
        await Visitor.Open("/history");
        Words.ShouldContain("You do without it. Why: I cannot lie down");

        await Visitor.Open("/plan");
        await Visitor.Follow("Take it back into my plan");
        await Visitor.Submit();

        Visitor.Path.ShouldBe("/plan");
        Visitor.Page.QuerySelector("[data-exercise=ankle-pump]").ShouldNotBeNull();
        Visitor.Page.QuerySelector("[data-left-out]").ShouldBeNull();
        (await Visitor.Journal()).Of("leave-out").Last().GetProperty("out").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Pain_asks_for_feet_and_calf_and_a_finding_there_stops_everything()
    {
        await new Story().Screening("2026-03-02").TellAsync(Host);
        await Visitor.Open("/plan");
        await Visitor.Follow("Do without this exercise");

        await Visitor.Submit(("reason", "hurts"));

        Visitor.Path.ShouldBe("/foot-check");
        Words.ShouldContain("First look at your feet and your calves");
        Visitor.Page.QuerySelector("input[name=calf]").ShouldNotBeNull();
        await Visitor.CheckFeet(("calf", "unsure"));
        Visitor.Path.ShouldBe("/today");
        Visitor.Page.QuerySelector("[data-rule=R7]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Pain_with_clear_feet_goes_on_to_the_plan()
    {
        await new Story().Screening("2026-03-02").TellAsync(Host);
        await Visitor.Open("/exercises/calf-raise/leave-out");

        await Visitor.Submit(("reason", "hurts"));
        await Visitor.CheckFeet();

        Visitor.Path.ShouldBe("/plan");
        Visitor.Page.QuerySelector("[data-left-out=calf-raise]").ShouldNotBeNull();
    }

    [Fact]
    public async Task All_left_out_says_so_and_how_to_go_on()
    {
        await new Story().Screening("2026-03-02").TellAsync(Host);
        foreach (var exercise in (string[])["ball-roll", "toe-lift", "ankle-pump", "heel-toe-lift", "calf-raise"])
        {
            await Visitor.Open($"/exercises/{exercise}/leave-out");
            await Visitor.Submit(("reason", "other"));
        }

        await Visitor.Open("/today");

        Visitor.Heading.ShouldBe("No exercise today");
        Visitor.Page.QuerySelectorAll("[data-waits]").Length.ShouldBe(5);
    }

    [Fact]
    public async Task An_exercise_that_is_not_here_cannot_be_left_out()
    {
        await Visitor.Open("/exercises/one-leg-stand/leave-out");

        Visitor.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }
}
