using Footing.Exercises;
using Footing.Testing.Web;
using Footing.Testing;

namespace Footing.Web.Tests.JournalHistory;

public sealed class HistoryPageTests : VisitedTests
{
    [Fact]
    public async Task Without_entries_the_history_says_so()
    {
        await Visitor.Open("/history");

        Visitor.Heading.ShouldBe("History");
        Words.ShouldContain("Nothing has been written down yet");
    }

    [Fact]
    public async Task The_newest_day_comes_first_and_a_session_tells_what_was_done()
    {
        await new Story().Screening("2026-03-02").Session("2026-03-02", FootExercises.AnklePump)
            .Add("2026-03-03", "08:00", "next-morning", new() { ["session"] = "2026-03-02", ["painRaised"] = "no" })
            .TellAsync(Host);

        await Visitor.Open("/history");

        Visitor.Page.QuerySelectorAll(".day > h2").Select(Visitor.Text).ShouldBe(["Tuesday 3 March", "Monday 2 March"]);
        Visitor.Page.QuerySelectorAll("[data-kind]").Select(e => e.GetAttribute("data-kind"))
            .ShouldBe(["next-morning", "foot-check", "session", "foot-check", "screening"]);
        var session = Says("[data-kind=session]")!;
        session.ShouldContain("6 sets, 60 of 60 times");
        session.ShouldContain("How hard: 3 out of 10.");
        Facts("[data-kind=session]").ShouldBe(["Pain before: 2 out of 10", "Pain after: 2 out of 10"]);
        Says("[data-kind=foot-check]")!.ShouldContain("Nothing new was found.");
    }

    [Fact]
    public async Task A_session_without_an_end_is_one_item_whose_sets_can_be_corrected()
    {
        var story = new Story().Screening("2026-03-02");
        foreach (var set in (int[])[1, 2, 3])
        {
            story.Add("2026-03-02", $"09:0{set}", "set", new()
            {
                ["session"] = "left-early", ["exercise"] = "toe-lift", ["level"] = 1, ["set"] = set, ["side"] = "both", ["seconds"] = 20 * set, ["target"] = 60,
            });
        }

        await story.TellAsync(Host);

        await Visitor.Open("/history");

        Visitor.Page.QuerySelectorAll("[data-unfinished]").Length.ShouldBe(1);
        Visitor.Page.QuerySelectorAll("[data-unfinished] > h3").Select(Visitor.Text).ShouldHaveSingleItem().ShouldStartWith("Unfinished session");
        Visitor.Page.QuerySelectorAll("[data-unfinished] > [data-kind=set] dd").Select(Visitor.Text).ShouldBe(["20 of 60 seconds", "40 of 60 seconds", "60 of 60 seconds"]);
        Visitor.Page.QuerySelectorAll("[data-unfinished] h3").Length.ShouldBe(1);
        Visitor.Page.QuerySelectorAll("[data-unfinished] a.act").Length.ShouldBe(3);
        Visitor.Page.QuerySelectorAll("[data-kind=set]").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Each_month_has_its_page()
    {
        await new Story().Screening("2026-01-05").FootCheck("2026-01-07").FootCheck("2026-03-02").TellAsync(Host);

        await Visitor.Open("/history");
        Says(".lead").ShouldBe("March 2026");
        await Visitor.Follow("Older: January 2026");

        Visitor.Page.QuerySelectorAll("[data-kind]").Select(e => e.GetAttribute("data-kind")).ShouldBe(["foot-check", "screening"]);
        Visitor.Page.QuerySelector("a[rel=next]").ShouldNotBeNull();
        Visitor.Page.QuerySelector("a[rel=prev]").ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-02"), InlineData("tomorrow"), InlineData("2026-13")]
    public async Task A_month_without_entries_is_not_there(string month)
    {
        await new Story().Screening("2026-03-02").TellAsync(Host);

        await Visitor.Open("/history?month=" + month);

        Visitor.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_professionals_and_schedules_decided_stands_there_too()
    {
        await new Story().Screening("2026-03-02", ("past-ulcer-or-amputation", "yes"))
            .Add("2026-03-03", "10:00", "clearance", new() { ["rules"] = new System.Text.Json.Nodes.JsonArray("R10") })
            .Add("2026-03-03", "10:01", "adjustment", new() { ["exercise"] = "toe-lift", ["cap"] = 2 })
            .Add("2026-03-03", "10:02", "schedule", new() { ["minutes"] = 20 })
            .TellAsync(Host);

        await Visitor.Open("/history");

        Says("[data-kind=clearance]")!.ShouldContain("foot ulcer");
        Says("[data-kind=adjustment]")!.ShouldContain("Up to level 2");
        Says("[data-kind=schedule]")!.ShouldContain("20 minutes");
        Says("[data-kind=screening]")!.ShouldContain("Ask a professional first.");
    }

    [Fact]
    public async Task The_export_is_the_journal_as_it_was_sent_in_its_order()
    {
        const string late = """{"id":"01950000-0000-7000-8000-0000000000b2","at":"2026-03-03T08:00:00+01:00","kind":"habit",  "note":"größer"}""";
        const string early = """{"kind":"event","what":"cramp","id":"01950000-0000-7000-8000-0000000000b1","at":"2026-03-02T08:00:00Z"}""";
        (await Visitor.Post("/api/journal", $"[{late},{early}]")).EnsureSuccessStatusCode();

        var answer = await Visitor.Get("/export");

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/x-ndjson");
        answer.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe("footing-journal-2026-03-04.ndjson");
        (await answer.Content.ReadAsStringAsync()).ShouldBe(early + "\n" + late + "\n");
    }
}
