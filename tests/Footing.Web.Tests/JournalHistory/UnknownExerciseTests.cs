using Footing.Testing;
using System.Text.Json.Nodes;
using Footing.Exercises;
using Footing.Testing.Web;

namespace Footing.Web.Tests.JournalHistory;

/// <summary>An exercise that this version does not know: its sets are kept and shown in plain words, and count for nothing.</summary>
public sealed class UnknownExerciseTests : VisitedTests
{
    private const string Name = "An exercise that this version does not know";

    [Fact]
    public async Task History_shows_its_sets_and_they_can_be_corrected()
    {
        await new Story().Screening("2026-03-02").Session("2026-03-02", FootExercises.AnklePump)
            .Add("2026-03-02", "08:05", "set", Set("2026-03-02"))
            .Add("2026-03-03", "08:05", "set", Set("alone"))
            .Add("2026-03-03", "09:00", "adjustment", new() { ["exercise"] = "one-leg-stand", ["cap"] = 2 })
            .TellAsync(Host);

        await Visitor.Open("/history");

        Says("[data-kind=session]")!.ShouldContain($"{Name} 1 set, 15 of 20 seconds");
        Says("[data-kind=set]")!.ShouldContain($"{Name}, set 1, left");
        Says("[data-kind=adjustment]")!.ShouldContain(Name);
        Visitor.Page.QuerySelectorAll("[data-kind=set]").Length.ShouldBe(1);

        await Visitor.Open(Visitor.Page.QuerySelector("[data-kind=session] a.act")!.GetAttribute("href")!);
        Visitor.Text(Visitor.Page.QuerySelector("main")!).ShouldContain($"{Name}, set 1, left");

        await Visitor.Open("/history");
        await Visitor.Open(Visitor.Page.QuerySelector("[data-kind=set] a.act")!.GetAttribute("href")!);
        await Visitor.Submit(("seconds", "18"));
        await Visitor.Submit();
        await Visitor.Open("/history");
        Says("[data-kind=set]")!.ShouldContain("18 of 20 seconds");
    }

    [Fact]
    public async Task A_session_of_it_alone_is_no_session_and_no_page_minds()
    {
        await new Story().Screening("2026-03-02").TellAsync(Host);
        var before = await Plan();
        var story = new Story().Skip(50)
            .Add("2026-03-04", "08:05", "set", Set("alone"))
            .Add("2026-03-04", "08:10", "session", new() { ["session"] = "alone", ["painBefore"] = 1, ["painAfter"] = 9, ["effort"] = new JsonObject { ["one-leg-stand"] = 10 }, ["cramp"] = new JsonArray("one-leg-stand") });
        await story.TellAsync(Host);

        (await Plan()).ShouldBe(before);
        foreach (var page in (string[])["/today", "/session/after?session=alone", "/session/questions?session=alone", "/session/done", "/sheet", "/exercises/calf-raise", $"/history/{story.Last}", $"/history/{story.Last}/void", "/api/sessions/upcoming"])
        {
            ((int)(await Visitor.Get(page)).StatusCode).ShouldBeLessThan(500, page);
        }

        (await (await Visitor.Get("/export")).Content.ReadAsStringAsync()).ShouldContain("\"exercise\":\"one-leg-stand\"");
    }

    private static JsonObject Set(string session) => new()
    {
        ["session"] = session, ["exercise"] = "one-leg-stand", ["level"] = 1, ["set"] = 1, ["side"] = "left", ["seconds"] = 15, ["target"] = 20,
    };

    private async Task<string> Plan() => Visitor.Text((await Visitor.Open("/plan")).Page.QuerySelector("main")!);
}
