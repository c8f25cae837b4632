using System.Text.Json.Nodes;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Today;

/// <summary>An entry of a device whose clock is ahead: it is shown, and its effect is gone once it is taken back.</summary>
public sealed class AheadTests : VisitedTests
{
    private const string Id = "0195aaaa-0000-7000-8000-000000000030";

    [Trait("Category", "Slow")]
    [Theory]
    [InlineData("event", "\"what\":\"cramp\"", "What happened")]
    [InlineData("event", "\"what\":\"fall\"", "What happened")]
    [InlineData("event", "\"what\":\"skin-change\"", "What happened")]
    [InlineData("foot-check", "\"skin\":\"wound\",\"heat\":\"no\",\"swelling\":\"no\"", "Foot check")]
    [InlineData("check-in", "\"pain\":3", "How you are")]
    [InlineData("schedule", "\"minutes\":20", "Your days and minutes")]
    [InlineData("habit", "\"cup\":\"tea\"", "Something else")]
    public async Task It_is_shown_and_once_taken_back_it_holds_nothing_back(string kind, string fields, string name)
    {
        await Visitor.Screened(Host);
        await AheadAsync(kind, fields);
        await Visitor.Open("/today");
        Visitor.Heading.ShouldBe("Is the clock right?");
        (await DatesAsync()).ShouldBeEmpty();

        await Visitor.Follow("See it in your history");
        Says($"#entry-{Id} h3")!.ShouldStartWith(name);
        Says($"#entry-{Id} [data-ahead]").ShouldNotBeNull();
        await Visitor.Open(Visitor.Page.QuerySelector($"#entry-{Id} a.act[href='/history/{Id}']").ShouldNotBeNull().GetAttribute("href")!);
        await Visitor.Open($"/history/{Id}/void");
        Visitor.Page.QuerySelector("[data-refused]").ShouldBeNull();
        await Visitor.Submit();

        Visitor.Path.ShouldBe("/history");
        Says($"#entry-{Id}")!.ShouldContain("Taken back");
        await Visitor.Open("/today");
        Visitor.Heading.ShouldContain("exercises today");
        (await DatesAsync()).ShouldNotBeEmpty();

        Host.Clock.Advance(TimeSpan.FromDays(1));
        await Visitor.Open("/plan");
        Visitor.Page.QuerySelector("[data-notice], [data-locked]").ShouldBeNull("it does not count on its own day either");
        Visitor.Page.QuerySelectorAll("[data-exercise]").Length.ShouldBe(4);
    }

    [Fact]
    public async Task It_can_be_put_right_as_well()
    {
        await Visitor.Screened(Host);
        await AheadAsync("event", "\"what\":\"fall\"");

        await Visitor.Open($"/history/{Id}");
        Visitor.Page.QuerySelector("[data-late]").ShouldBeNull();
        await Visitor.Submit(("what", "cramp"));
        await Visitor.Submit();

        await Visitor.Open("/today");
        Visitor.Heading.ShouldBe("Is the clock right?", "it is still dated tomorrow");
        Host.Clock.Advance(TimeSpan.FromDays(1));
        await Visitor.Open("/plan");
        Visitor.Page.QuerySelector("[data-locked]").ShouldBeNull();
    }

    [Fact]
    public async Task What_was_taken_back_by_a_device_holds_nothing_back_either()
    {
        await Visitor.Screened(Host);
        await AheadAsync("event", "\"what\":\"cramp\"");

        await Visitor.Tell(Host, "correction", new() { ["of"] = Id, ["with"] = "void" });

        await Visitor.Open("/today");
        Visitor.Heading.ShouldContain("exercises today");
    }

    [Fact]
    public async Task A_finding_far_ahead_of_a_clock_that_was_set_back_stays()
    {
        await Visitor.Screened(Host);
        await Visitor.Tell(Host, "event", new() { ["what"] = "fall" });
        var fall = (await Visitor.Journal()).Of("event").ShouldHaveSingleItem().GetProperty("id").GetString();
        Host.Clock.AdjustTime(Host.Clock.GetUtcNow().AddDays(-6));

        await Visitor.Open($"/history/{fall}/void");

        Visitor.Page.QuerySelector("[data-refused]").ShouldNotBeNull();
        await Visitor.Open("/history");
        Visitor.Page.QuerySelectorAll("[data-ahead]").Length.ShouldBe(2, "the screening too");
    }

    private async Task AheadAsync(string kind, string fields)
    {
        var answer = await Visitor.Post("/api/journal", $$"""[{"id":"{{Id}}","at":"2026-03-05T07:00:00Z","kind":"{{kind}}",{{fields}}}]""");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"rejected\":[]");
    }

    private async Task<JsonArray> DatesAsync()
    {
        using var answer = await Visitor.Get("/api/sessions/upcoming");
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["dates"]!.AsArray();
    }
}
