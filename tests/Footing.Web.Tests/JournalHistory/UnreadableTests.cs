using Footing.Testing;
using System.Text;
using System.Text.Json.Nodes;
using Footing.Exercises;
using Footing.Plans.Explanations;
using Footing.Programmes;
using Footing.Storage;
using Footing.Testing.Web;
using Footing.Web.People;
using Footing.Web.Today;
using Microsoft.Extensions.DependencyInjection;

namespace Footing.Web.Tests.JournalHistory;

/// <summary>An entry that a newer Footing accepted and this one cannot read.</summary>
public sealed class UnreadableTests : VisitedTests
{
    private const string Stopped = "First the safety questions again";

    private static readonly Guid Unreadable = Guid.Parse("01950000-0000-7000-8000-0000000000aa");

    [Theory]
    [InlineData("screening", "\"answers\":{\"broken-skin\":\"black\"}", "Safety questions")]
    [InlineData("foot-check", "\"skin\":\"green\"", "Foot check")]
    [InlineData("event", "\"what\":\"black\"", "What happened")]
    [InlineData("session", "\"session\":\"s\",\"stopReason\":\"black\"", "Session")]
    [InlineData("correction", "\"of\":\"black\",\"with\":\"void\"", "A correction")]
    public async Task Nothing_may_begin_until_the_questions_are_answered_and_each_page_says_why(string kind, string fields, string name)
    {
        await Visitor.Screened(Host);
        await KeepAsync(kind, fields);

        await Visitor.Open("/today");
        Visitor.Heading.ShouldBe(Stopped);
        Visitor.Page.QuerySelector("main a.button[href='/screening']").ShouldNotBeNull();
        Visitor.Page.QuerySelector("main a[href^='/foot-check']").ShouldBeNull();
        SaysWhich(name);
        foreach (var path in (string[])["/session/before", "/session?before=3", "/session/sugar"])
        {
            await Visitor.Open(path);
            Visitor.Path.ShouldBe("/today");
        }

        foreach (var path in (string[])["/plan", "/screening/result", "/needs-look"])
        {
            await Visitor.Open(path);
            SaysWhich(name);
            Visitor.Page.QuerySelector("main a[href='/today'].button:not(.button--second)").ShouldBeNull();
        }

        Visitor.Page.QuerySelector("[data-stops]").ShouldNotBeNull();
        await Visitor.Open("/sheet");
        Words.ShouldContain("nothing to print");
        await Visitor.Open("/history");
        Says("p[data-unreadable='1']")!.ShouldStartWith("1 entry cannot be read");
        Says($"#entry-{Unreadable}")!.ShouldContain("Cannot be read");
        (await UpcomingAsync()).ShouldBeEmpty();

        await Visitor.Screened(Host);
        await Visitor.Open("/today");
        Visitor.Heading.ShouldContain("exercises today");
        (await UpcomingAsync()).ShouldNotBeEmpty();
        await Visitor.Open("/needs-look");
        SaysWhich(name);
        Visitor.Page.QuerySelector("[data-stops]").ShouldBeNull();
    }

    [Fact]
    public async Task What_forbids_nothing_is_shown_and_stops_nothing()
    {
        await Visitor.Screened(Host);
        await KeepAsync("check-in", "\"pain\":11");

        await Visitor.Open("/today");
        Visitor.Heading.ShouldContain("exercises today");
        await Visitor.Open("/needs-look");
        Visitor.Heading.ShouldBe("What needs a look");
        SaysWhich("How you are");
        Visitor.Page.QuerySelector("[data-stops]").ShouldBeNull();
        await Visitor.Open("/history");
        Says($"#entry-{Unreadable}")!.ShouldContain("Cannot be read");
    }

    [Fact]
    public async Task Without_any_nothing_needs_a_look()
    {
        await Visitor.Screened(Host);

        await Visitor.Open("/needs-look");

        Visitor.Heading.ShouldBe("What could not be saved");
        Visitor.Page.QuerySelector("[data-unreadable]").ShouldBeNull();
        await Visitor.Open("/history");
        Visitor.Page.QuerySelector("[data-unreadable]").ShouldBeNull();
        Host.Log.All.ShouldNotContain("entry-unreadable");
    }

    [Fact]
    public async Task The_log_names_it_once_by_id_and_kind_alone()
    {
        await Visitor.Screened(Host);
        await KeepAsync("foot-check", "\"skin\":\"green\"");

        foreach (var path in (string[])["/today", "/plan", "/history", "/today"])
        {
            await Visitor.Open(path);
        }

        Host.Log.All.Split('\n').Where(line => line.Contains("entry-unreadable", StringComparison.Ordinal))
            .ShouldBe([$"entry-unreadable entry-unreadable: entry {Unreadable}, kind foot-check "]);
        Host.Log.All.ShouldNotContain("green");
    }

    [Fact]
    public async Task Correction_with_words_of_a_newer_Footing_stops_as_well()
    {
        await Visitor.Screened(Host);
        await Visitor.Tell(Host, "foot-check", new() { ["skin"] = "clear", ["heat"] = "no", ["swelling"] = "no" });
        var check = (await Visitor.Journal()).Of("foot-check").ShouldHaveSingleItem().GetProperty("id").GetString();
        await Visitor.Tell(Host, "correction", new() { ["of"] = check, ["with"] = new JsonObject { ["skin"] = "green", ["heat"] = "no", ["swelling"] = "no" } });

        await Visitor.Open("/today");

        Visitor.Heading.ShouldBe(Stopped);
        await Visitor.Open("/needs-look");
        Words.ShouldContain("A correction");
        Host.Log.All.ShouldContain("kind correction");
    }

    [Fact]
    public async Task Only_screening_that_cannot_be_read_is_not_taken_for_none()
    {
        await KeepAsync("screening", "\"answers\":{\"broken-skin\":\"black\"}");

        await Visitor.Open("/");

        Visitor.Path.ShouldBe("/today");
        Visitor.Heading.ShouldBe(Stopped);
        SaysWhich("Safety questions");
        await Visitor.Open("/plan");
        SaysWhich("Safety questions");
        await Visitor.Open("/today?kept=1");
        Visitor.Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task Answers_after_it_begin_from_none_that_are_older()
    {
        await Visitor.Screened(Host);
        await KeepAsync("screening", "\"answers\":{\"broken-skin\":\"black\"}");

        await Visitor.Open("/screening");

        using var scope = Host.Services.CreateScope();
        var view = await scope.ServiceProvider.GetRequiredService<PersonJournal>().ReadAsync();
        view.Programme.Condition.Questionnaire.RepeatedFrom(view.Effective).ShouldBeNull();
    }

    [Fact]
    public async Task Session_that_cannot_be_read_is_not_asked_for_again()
    {
        await Visitor.Screened(Host);
        await Visitor.Tell(Host, "set", new() { ["session"] = "s", ["exercise"] = "toe-lift", ["level"] = 1, ["set"] = 1, ["side"] = "both", ["seconds"] = 60, ["target"] = 60 });
        await Visitor.Open("/today");
        Visitor.Page.QuerySelector("[data-untold]").ShouldNotBeNull();

        await KeepAsync("session", "\"session\":\"s\",\"stopReason\":\"black\"");
        await Visitor.Screened(Host);

        await Visitor.Open("/today");
        Visitor.Page.QuerySelector("[data-untold]").ShouldBeNull();
        await Visitor.Open("/session/questions?session=s");
        Visitor.Path.ShouldBe("/today");
    }

    [Fact]
    public async Task Questions_after_a_session_say_it_too()
    {
        await Visitor.Screened(Host);
        await Visitor.IntoSession();
        await Visitor.DoEverything();
        await KeepAsync("event", "\"what\":\"black\"");

        await Visitor.Answer(3);

        Visitor.Path.ShouldBe("/session/after");
        SaysWhich("What happened");
        Visitor.Page.QuerySelector("[data-next]").ShouldBeNull();
    }

    [Fact]
    public async Task A_finding_goes_first_and_names_it_all_the_same()
    {
        await Visitor.Screened(Host);
        await Visitor.Tell(Host, "event", new() { ["what"] = "skin-change" });
        await KeepAsync("event", "\"what\":\"black\"");

        await Visitor.Open("/today");

        Visitor.Heading.ShouldStartWith("Please have your feet looked at");
        SaysWhich("What happened");
    }

    [Fact]
    public async Task A_snapshot_hides_none()
    {
        var story = new Story().Screening("2026-02-09");
        foreach (var day in (string[])["2026-02-09", "2026-02-11", "2026-02-13", "2026-02-16", "2026-02-18", "2026-02-20", "2026-02-23", "2026-02-25", "2026-02-27", "2026-03-02"])
        {
            story.Session(day, FootExercises.AnklePump);
        }

        await story.TellAsync(Host);
        (await BarAsync()).ShouldBe(Blocker.None);
        (await Store.ReadRecentAsync(LocalPerson.Id)).Snapshot.ShouldNotBeNull("or the test shows nothing");

        await KeepAsync("event", "\"what\":\"black\"", new DateTimeOffset(2026, 2, 22, 9, 0, 0, TimeSpan.Zero));

        (await BarAsync()).ShouldBe(Blocker.Unreadable);
        (await BarAsync()).ShouldBe(Blocker.Unreadable);
    }

    [Theory]
    [InlineData("event", "\"what\":\"black\"", 0)]
    [InlineData("screening", "\"answers\":{\"broken-skin\":\"black\"}", 0)]
    [InlineData("correction", "\"of\":\"black\",\"with\":\"void\"", 0)]
    [InlineData("event", "\"what\":\"black\"", 20)]
    [InlineData("correction", "\"of\":\"black\",\"with\":\"void\"", 20)]
    [InlineData("check-in", "\"pain\":11", -24)]
    public async Task It_can_be_taken_back_where_the_rules_allow_it(string kind, string fields, int hours)
    {
        await Visitor.Screened(Host);
        await KeepAsync(kind, fields, Host.Clock.GetUtcNow().AddHours(hours));

        await Visitor.Open("/needs-look");
        await Visitor.Open(Visitor.Page.QuerySelector($"main li[data-entry='{Unreadable}'] a").ShouldNotBeNull().GetAttribute("href")!);
        Visitor.Page.QuerySelector("[data-late]").ShouldBeNull();
        await Visitor.Follow("This never happened");
        Visitor.Page.QuerySelector("[data-refused]").ShouldBeNull();
        await Visitor.Submit();

        Visitor.Path.ShouldBe("/history");
        Says($"#entry-{Unreadable}")!.ShouldContain("Taken back");
        await Visitor.Open("/today");
        Visitor.Heading.ShouldContain("exercises today");
        await Visitor.Open("/needs-look");
        Visitor.Page.QuerySelector($"[data-entry='{Unreadable}']").ShouldBeNull();
    }

    [Theory]
    [InlineData("event", "\"what\":\"black\"")]
    [InlineData("correction", "\"of\":\"01950000-0000-7000-8000-00000000ffff\",\"with\":\"black\"")]
    public async Task Where_a_removal_would_not_count_the_page_says_so_and_why(string kind, string fields)
    {
        await Visitor.Screened(Host);
        await KeepAsync(kind, fields, Host.Clock.GetUtcNow().AddDays(-1));

        await Visitor.Open($"/history/{Unreadable}");
        Says("[data-late]")!.ShouldStartWith("Nobody can see here what this says, and it may be what keeps you safe.");
        await Visitor.Open($"/history/{Unreadable}/void");

        Visitor.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        Says("[data-refused]")!.ShouldStartWith("Nobody can see here what this says, and it may be what keeps you safe.");
        Visitor.Page.QuerySelector("main form").ShouldBeNull();
        Visitor.Page.QuerySelector("main a.button[href='/screening']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Correction_of_a_check_in_is_judged_as_the_domain_does()
    {
        var story = new Story().Screening("2026-03-02").Add("2026-03-03", "08:00", "check-in", new() { ["pain"] = 3 });
        await story.TellAsync(Host);
        await KeepAsync("correction", $"\"of\":\"{story.Last}\",\"with\":\"black\"", Host.Clock.GetUtcNow().AddDays(-1));

        await Visitor.Open($"/history/{Unreadable}/void");

        Visitor.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity, "the domain does not follow it to what it is about");
    }

    [Fact]
    public async Task A_practitioners_decision_is_not_the_persons_to_take_back()
    {
        await Visitor.Screened(Host);
        await KeepAsync("adjustment", "\"exercise\":\"toe-lift\",\"level\":\"black\"");

        await Visitor.Open("/history");

        Says($"#entry-{Unreadable}")!.ShouldContain("This is what a professional decided.");
        Visitor.Page.QuerySelector($"#entry-{Unreadable} a.act").ShouldBeNull();
        await Visitor.Open($"/history/{Unreadable}/void");
        Visitor.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        await Visitor.Open("/needs-look");
        Visitor.Page.QuerySelector($"main li[data-entry='{Unreadable}'] a").ShouldBeNull();
    }

    private IJournalStore Store => Host.Services.GetRequiredService<IJournalStore>();

    /// <summary>As a newer Footing would have kept it in the same data folder.</summary>
    private async Task KeepAsync(string kind, string fields, DateTimeOffset? when = null)
    {
        var at = when ?? Host.Clock.GetUtcNow();
        var json = $$"""{"id":"{{Unreadable}}","at":"{{at:yyyy-MM-dd'T'HH:mm:ss.fff}}Z","kind":"{{kind}}",{{fields}}}""";
        (await Store.AppendAsync(LocalPerson.Id, [new(Unreadable, at, kind, Encoding.UTF8.GetBytes(json))])).ShouldAllBe(appended => appended.Problem == null);
    }

    private void SaysWhich(string name)
    {
        var entry = Visitor.Page.QuerySelector($"main li[data-entry='{Unreadable}']").ShouldNotBeNull(Visitor.Path);
        Footing.Testing.Web.Visitor.Text(entry).ShouldStartWith($"{name}, Wednesday 4 March, 09:00");
        Footing.Testing.Web.Visitor.Text(entry).ShouldContain(Unreadable.ToString());
    }

    private async Task<JsonArray> UpcomingAsync()
    {
        using var answer = await Visitor.Get("/api/sessions/upcoming");
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["dates"]!.AsArray();
    }

    private async Task<Blocker> BarAsync()
    {
        using var scope = Host.Services.CreateScope();
        var known = await scope.ServiceProvider.GetRequiredService<PersonJournal>().ReadTodayAsync();
        return TodayView.Of(known).Blocker;
    }
}
