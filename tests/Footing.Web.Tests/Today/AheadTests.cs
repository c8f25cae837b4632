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

    [Theory]
    [InlineData("{\"pain\":7}", "It says: Foot pain this week, most of the time: 7 out of 10")]
    [InlineData("\"void\"", "It says: That it never happened")]
    public async Task A_correction_is_shown_with_what_it_is_about_and_can_be_taken_back(string with, string says)
    {
        await Visitor.Screened(Host);
        await Visitor.Tell(Host, "check-in", new() { ["pain"] = 3 });
        var corrected = (await Visitor.Journal()).Of("check-in").ShouldHaveSingleItem().GetProperty("id").GetString();
        await AheadAsync("correction", $"\"of\":\"{corrected}\",\"with\":{with}");
        await Visitor.Open("/today");
        Visitor.Heading.ShouldBe("Is the clock right?");

        await Visitor.Follow("See it in your history");
        Says($"#entry-{Id} h3")!.ShouldStartWith("A correction");
        Says($"#entry-{Id} [data-ahead]").ShouldNotBeNull();
        Facts($"#entry-{Id}").ShouldBe(["It is about: How you are, Wednesday 4 March", says]);
        await Visitor.Open(Visitor.Page.QuerySelector($"#entry-{Id} a.act[href='/history/{Id}']").ShouldNotBeNull().GetAttribute("href")!);
        await Visitor.Follow("This never happened");
        Facts("main").ShouldContain(says);
        await Visitor.Submit();

        Visitor.Path.ShouldBe("/history");
        Says($"#entry-{Id}")!.ShouldContain("Taken back");
        Says($"#entry-{corrected}")!.ShouldContain("3 out of 10");
        await Visitor.Open("/today");
        Visitor.Heading.ShouldContain("exercises today");
        Host.Clock.Advance(TimeSpan.FromDays(1));
        await Visitor.Open("/history");
        Says($"#entry-{corrected}")!.ShouldContain("3 out of 10", customMessage: "it does not count on its own day either");
    }

    [Fact]
    public async Task A_correction_that_keeps_a_person_safe_says_why_it_cannot_be_taken_back()
    {
        var story = new Story().Screening("2026-03-02").FootCheck("2026-03-03");
        await story.TellAsync(Host);
        await AheadAsync("correction", $"\"of\":\"{story.Last}\",\"with\":{{\"skin\":\"wound\",\"heat\":\"no\",\"swelling\":\"no\"}}");

        await Visitor.Open($"/history/{Id}");
        Says("[data-late]")!.ShouldStartWith("Without this correction something would count as milder than it does with it.");
        await Visitor.Open($"/history/{Id}/void");

        Visitor.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        Says("[data-refused]")!.ShouldStartWith("Without this correction something would count as milder than it does with it.");
        Words.ShouldContain("From Thursday 5 March it no longer stops you because of its date.");
        Visitor.Page.QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task A_correction_of_what_is_not_here_says_so()
    {
        await Visitor.Screened(Host);
        await AheadAsync("correction", "\"of\":\"0195aaaa-0000-7000-8000-00000000ffff\",\"with\":\"void\"");

        await Visitor.Open("/history");
        Facts($"#entry-{Id}").ShouldContain("It is about: Something that is not here");
        await Visitor.Open($"/history/{Id}/void");

        Visitor.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        Says("[data-refused]")!.ShouldStartWith("It is about something that is not here.");
    }

    [Theory]
    [InlineData(",\"by\":{\"name\":\"Dr. Ray\"}", "Dr. Ray")]
    [InlineData(",\"by\":\"Dr. Ray\"", "Dr. Ray")]
    public async Task A_practitioners_decision_is_theirs_and_the_page_says_whose(string by, string whose)
    {
        await Visitor.Screened(Host);
        await AheadAsync("adjustment", $"\"exercise\":\"toe-lift\",\"lock\":true{by}");
        await Visitor.Open("/today");
        Visitor.Heading.ShouldBe("Is the clock right?");

        await Visitor.Follow("See it in your history");

        Says($"#entry-{Id} [data-ahead]").ShouldBe($"This is dated after today. Until then it holds your exercise back. It is a decision of {whose}. If it is wrong, ask them to put it right.");
        Visitor.Page.QuerySelector($"#entry-{Id} a.act").ShouldBeNull();
        await Visitor.Open($"/history/{Id}/void");
        Visitor.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
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
