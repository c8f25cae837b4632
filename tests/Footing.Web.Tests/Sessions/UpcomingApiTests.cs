using System.Net;
using System.Text.Json.Nodes;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Sessions;

public sealed class UpcomingApiTests : VisitedTests
{
    private HttpClient _http = null!;

    protected override Task<RunningHost> StartAsync() => RunningHost.StartAsync();

    protected override Task ArriveAsync()
    {
        _http = new() { BaseAddress = Host.Address };
        return Task.CompletedTask;
    }

    protected override void Leave()
    {
        _http.Dispose();
    }

    [Fact]
    public async Task Each_date_has_scripts_from_the_plan_down_to_none()
    {
        await Visitor.Screened(Host);

        var dates = await Dates("");

        dates.Count.ShouldBe(7, "unless told");
        dates[0]["date"]!.GetValue<string>().ShouldBe("2026-03-04");
        foreach (var date in dates)
        {
            var scripts = date["scripts"]!.AsArray();
            scripts.Count.ShouldBeGreaterThan(1);
            scripts[0]!["script"]!["date"]!.GetValue<string>().ShouldBe(date["date"]!.GetValue<string>());
            scripts[^1]!["script"].ShouldBeNull();
            scripts[^1]!["unless"]!.AsArray().ShouldBeEmpty();
        }

        (await Dates("?days=30")).Count.ShouldBe(28, "the screening is valid on 28 dates");
        (await Dates("?days=1")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Conditions_say_which_are_about_the_feet()
    {
        await Visitor.Screened(Host);

        var unless = (await Dates("?days=1"))[0]["scripts"]![0]!["unless"]!.AsArray();
        unless.Where(condition => condition!["finding"] is not null).Select(condition => $"{condition!["kind"]} {condition["field"]} {condition["finding"]!.ToJsonString()}")
            .ShouldBe(["foot-check skin true", "foot-check heat true", "foot-check swelling true", "foot-check calf true", "event what true", "session stopReason true"]);
    }

    /// <summary>The player does not know by itself that the feet are looked at before each session.</summary>
    [Fact]
    public async Task Device_is_told_what_a_session_needs_before()
    {
        (await Before()).ShouldBe("""{"kind":"foot-check","until":"session"}""", "also where there is no date");
        await Visitor.Screened(Host);

        (await Before()).ShouldBe("""{"kind":"foot-check","until":"session"}""");

        async Task<string> Before() => JsonNode.Parse(await _http.GetStringAsync("/api/sessions/upcoming"))!["before"]!.ToJsonString();
    }

    /// <summary>The player does not know by itself which dispositions cannot wait.</summary>
    [Theory]
    [InlineData("cold-pale-limb", "data-instead=\"/danger/emergency\"")]
    [InlineData("swollen-tender-calf", "data-instead=\"/danger/same-day\"")]
    public async Task Kept_page_of_the_day_leads_to_the_danger_that_is_known(string sign, string words)
    {
        await Visitor.Screened(Host);
        (await _http.GetStringAsync("/today?kept=1")).ShouldNotContain("data-instead");

        await Visitor.Screened(Host, (sign, "yes"));
        (await _http.GetStringAsync("/today?kept=1")).ShouldContain(words);
    }

    [Fact]
    public async Task Kept_page_of_the_day_says_what_was_found_on_the_feet()
    {
        await Visitor.Screened(Host);
        (await _http.GetStringAsync("/today?kept=1")).ShouldNotContain("data-finding");

        await Visitor.Tell(Host, "event", new JsonObject { ["what"] = "skin-change" });
        (await _http.GetStringAsync("/today?kept=1")).ShouldContain("data-finding");
    }

    /// <summary>The player does not know by itself what a rule makes of an event or a stop.</summary>
    [Theory]
    [InlineData("/today", "data-advised-events=\"fall near-fall dizzy cramp\"")]
    [InlineData("/today", "data-advised-stops=\"pain dizzy cramp\"")]
    [InlineData("/session", "data-standing=\"floor step\"")]
    [InlineData("/session/questions", "\"omitsDoneIf\":{\"stop\":[\"interrupted\",\"other\"]}")]
    [InlineData("/session/questions", "\"needed\":true,\"unless\":{\"stop\":[\"pain\",\"dizzy\",\"skin\"]}")]
    public async Task Kept_page_tells_the_player_the_words(string page, string words)
    {
        await Visitor.Screened(Host);

        (await _http.GetStringAsync($"{page}?kept=1")).ShouldContain(words);
    }

    [Fact]
    public async Task Nothing_is_given_before_a_screening_or_where_the_clock_is_behind_the_journal()
    {
        (await Dates("")).ShouldBeEmpty();
        await Visitor.Screened(Host);
        (await Visitor.Post("/api/journal", $$"""[{"id":"01960000-0000-7000-8000-0000000000aa","at":"{{Host.Clock.GetUtcNow().AddHours(23):O}}","kind":"check-in","pain":3}]""")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await Dates("")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("31")]
    [InlineData("x")]
    [InlineData("")]
    public async Task Days_out_of_range_are_refused(string days)
    {
        var answer = await _http.GetAsync($"/api/sessions/upcoming?days={days}");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task The_same_journal_on_the_same_day_is_not_sent_twice()
    {
        await Visitor.Screened(Host);
        var tag = (await _http.GetAsync("/api/sessions/upcoming")).Headers.ETag!;

        (await Ask(tag.ToString())).ShouldBe(HttpStatusCode.NotModified);
        await Visitor.Open("/event");
        await Visitor.Send(("what", "dizzy"));
        (await Ask(tag.ToString())).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Pages_are_kept_anew_in_another_language_and_with_another_look()
    {
        await Visitor.Screened(Host);
        string[] keys = [await Key(""), await Key("footing-language=es"), await Key("footing-skin=4"), await Key("footing-skin=4; footing-language=es"), await Key("footing-ground=light")];
        keys.ShouldBeUnique();
        (await Key("footing-skin=4")).ShouldBe(keys[2], "the same again keeps what is kept");

        async Task<string> Key(string cookie)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/kept");
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
            return (string)JsonNode.Parse(await (await _http.SendAsync(request)).Content.ReadAsStringAsync())!["key"]!;
        }
    }

    [Fact]
    public async Task Every_kept_page_is_there_without_a_token_and_without_a_detour()
    {
        (await _http.GetAsync("/api/kept")).StatusCode.ShouldBe(HttpStatusCode.NoContent, "nobody answered anything yet");
        await Visitor.Screened(Host, ("diabetes", "yes"), ("insulin-or-sulfonylurea", "yes"));
        var kept = JsonNode.Parse(await _http.GetStringAsync("/api/kept"))!;

        var pages = kept["pages"]!.AsArray().Select(page => page!.GetValue<string>()).ToList();
        pages.Count.ShouldBeGreaterThan(20);
        using var direct = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Host.Address };
        foreach (var page in pages)
        {
            var answer = await direct.GetAsync($"{page}?kept=1");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, page);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("name=\"token\"", Case.Sensitive, page);
        }

        foreach (var asset in kept["assets"]!.AsArray())
        {
            (await _http.GetAsync(asset!.GetValue<string>())).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var manifest = JsonNode.Parse(await _http.GetStringAsync("/manifest.webmanifest"))!;
        manifest["start_url"]!.GetValue<string>().ShouldBe("/today");
        foreach (var icon in manifest["icons"]!.AsArray())
        {
            (await _http.GetAsync(icon!["src"]!.GetValue<string>())).Content.Headers.ContentType!.MediaType.ShouldBe(icon["type"]!.GetValue<string>());
        }

        var worker = await _http.GetAsync("/worker.js");
        worker.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        worker.Headers.CacheControl!.NoCache.ShouldBeTrue();
    }

    private async Task<HttpStatusCode> Ask(string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/sessions/upcoming");
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return (await _http.SendAsync(request)).StatusCode;
    }

    private async Task<List<JsonNode>> Dates(string query) =>
        [.. JsonNode.Parse(await _http.GetStringAsync("/api/sessions/upcoming" + query))!["dates"]!.AsArray().Select(date => date!)];
}
