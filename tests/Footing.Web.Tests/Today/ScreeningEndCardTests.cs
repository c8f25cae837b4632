using Footing.Testing.Web;

namespace Footing.Web.Tests.Today;

/// <summary>What the day says while the screening ends.</summary>
public sealed class ScreeningEndCardTests : VisitedTests
{
    [Fact]
    public async Task A_week_before_the_safety_answers_end_the_day_says_so_and_who_has_to_help()
    {
        await new Story().Screening("2026-02-10").With("measured", new System.Text.Json.Nodes.JsonObject { ["tandem-stand-seconds"] = "2025-12-10" }).TellAsync(Host);

        await Visitor.Open("/today");

        var card = Says("[data-screening-ends]")!;
        card.ShouldContain("Your safety answers are good until Monday 9 March");
        card.ShouldContain("The line stand: somebody stands beside you.");
        card.ShouldNotContain("The touch test");
        Visitor.Page.QuerySelector("[data-screening-ends] a")!.GetAttribute("href").ShouldBe("/screening");
    }

    [Fact]
    public async Task With_fresh_tests_nobody_has_to_help()
    {
        await new Story().Screening("2026-02-10").TellAsync(Host);

        await Visitor.Open("/today");

        Says("[data-screening-ends]")!.ShouldContain("you need nobody to help you");
    }

    [Fact]
    public async Task Until_then_nothing_is_said()
    {
        await new Story().Screening("2026-02-20").TellAsync(Host);

        await Visitor.Open("/today");

        Visitor.Page.QuerySelector("[data-screening-ends]").ShouldBeNull();
        Visitor.Page.QuerySelector("[data-mornings]").ShouldBeNull();
    }
}
