using System.Text.Json;
using Footing.Content;
using Footing.Testing;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Sessions;

public sealed class SessionPagesTests : IAsyncLifetime
{
    private RunningHost _host = null!;
    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _host = await RunningHost.StartAsync(options => options with { Country = "GB" });
        _visitor = new(_host);
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task With_insulin_fast_sugar_is_asked_for_before_anything_begins()
    {
        await _visitor.Screened(_host, ("diabetes", "yes"), ("insulin-or-sulfonylurea", "yes"));
        await _visitor.Open("/foot-check?then=session");
        await _visitor.CheckFeet();
        _visitor.Heading.ShouldBe("Is fast sugar within reach?");

        await _visitor.Open("/session?before=3");
        _visitor.Path.ShouldBe("/session/sugar", "nothing leads round it");
        await _visitor.Follow("No");
        _visitor.Heading.ShouldBe("Please fetch something sweet first");
        await _visitor.Follow("I have it now");
        await _visitor.Send(("before", "3"));

        _visitor.Path.ShouldBe("/session");
    }

    [Theory]
    [InlineData("hot-red-swollen-foot", "yes")]
    [InlineData("rest-pain-eased-hanging-down", "unsure")]
    [InlineData("cold-pale-limb", "unsure")]
    public async Task Urgent_answer_bars_a_session_though_the_questions_after_it_were_never_answered(string question, string answer)
    {
        await _visitor.Screened(_host);
        await _visitor.Open("/foot-check?then=session");
        await _visitor.CheckFeet();
        await _visitor.Open($"/screening/{question}");
        await _visitor.Send((question, answer));

        await _visitor.Open("/session?before=3");

        _visitor.Path.ShouldBe("/today");
        _visitor.Heading.ShouldBe("Finish the safety questions first");
        _host.Clock.Advance(TimeSpan.FromHours(25));
        await _visitor.Open("/today");
        _visitor.Heading.ShouldNotBe("Finish the safety questions first", "a half-finished screening is kept for a day");
    }

    [Fact]
    public async Task The_page_brings_what_the_player_needs()
    {
        await _visitor.Screened(_host);
        await _visitor.Open("/today");
        var heading = _visitor.Heading;
        await _visitor.IntoSession(pain: 7);

        var main = _visitor.Page.QuerySelector("main#session")!;
        main.GetAttribute("data-pain-before").ShouldBe("7");
        var script = Block("script");
        script.GetProperty("format").GetInt32().ShouldBe(1);
        var minutes = Math.Round(script.GetProperty("durationMs").GetInt32() / 60_000.0, MidpointRounding.AwayFromZero);
        heading.ShouldBe($"Four exercises today, about {minutes} minutes", "today says what the session takes");
        var movements = script.GetProperty("steps").EnumerateArray()
            .Where(step => step.GetProperty("figure").ValueKind == JsonValueKind.Object)
            .Select(step => step.GetProperty("figure").GetProperty("movement").GetString()!)
            .ToHashSet();
        movements.ShouldNotBeEmpty();
        foreach (var movement in movements)
        {
            main.QuerySelectorAll($"[data-figure='{movement}'] svg").ShouldHaveSingleItem();
            Block("figures").GetProperty(movement).GetProperty("movement").GetString().ShouldBe(movement);
        }

        Block("words").GetProperty("stop").GetString().ShouldBe("Stop");
        main.QuerySelectorAll("script").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("screen/words.ts")]
    public void The_page_brings_every_word_that_the_player_asks_for(string file)
    {
        var source = File.ReadAllText(Repository.Find("player/src/" + file));
        var list = source[source.IndexOf('[', StringComparison.Ordinal)..source.IndexOf(']', StringComparison.Ordinal)];
        var words = ShippedTexts.Load("en");

        var keys = list.Split('"').Where((_, i) => i % 2 == 1).ToList();

        keys.Count.ShouldBeGreaterThan(20);
        keys.ShouldAllBe(key => words.Has($"player.{key}"));
    }

    [Fact]
    public async Task Pain_before_may_be_left_out_and_bad_pain_is_named()
    {
        await _visitor.Screened(_host);
        await _visitor.Open("/foot-check?then=session");
        await _visitor.CheckFeet();
        await _visitor.Send();
        _visitor.Errors.ShouldBe(["Choose a number from 0 to 10, or leave this out."]);

        await _visitor.Send(("skip", "yes"));

        _visitor.Path.ShouldBe("/session");
        _visitor.Page.QuerySelector("main")!.GetAttribute("data-pain-before").ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task Nothing_done_by_hand_asks_again()
    {
        await _visitor.Screened(_host);
        await _visitor.IntoSession();

        await _visitor.Send(_visitor.Hidden("session", "before"));

        _visitor.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        _visitor.Errors.ShouldHaveSingleItem();
        _visitor.Page.QuerySelector(_visitor.Page.QuerySelector(".nhsuk-error-summary a")!.GetAttribute("href")!.Replace(".", "\\.", StringComparison.Ordinal)).ShouldNotBeNull();
        (await _visitor.Journal()).Of("set").ShouldBeEmpty();
        await _visitor.DoEverything();
    }

    [Fact]
    public async Task The_same_form_twice_makes_one_session_with_each_set_once()
    {
        await _visitor.Screened(_host);
        await _visitor.IntoSession();
        var byHand = _visitor.Page;
        await _visitor.DoEverything();
        var sets = (await _visitor.Journal()).Of("set").Count();
        using var twin = new Visitor(_host);
        await twin.Open("/session?before=3");
        await twin.Send([.. byHand.QuerySelectorAll("main input[type=hidden]").Where(i => i.GetAttribute("name") != "token")
            .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)), ("done.toe-lift.both", "1")]);
        (await _visitor.Journal()).Of("set").Count().ShouldBe(sets);

        var questions = "/session/questions?session=" + byHand.QuerySelector("input[name=session]")!.GetAttribute("value") + "&before=3";
        await twin.Open(questions);
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        await _visitor.Answer();
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        await twin.Answer(pain: 9);

        twin.Path.ShouldBe("/session/after");
        var session = (await _visitor.Journal()).Of("session").ShouldHaveSingleItem();
        session.GetProperty("painAfter").GetInt32().ShouldBe(3, "what was accepted first stays");
        await twin.Open(questions);
        twin.Path.ShouldBe("/session/after");
    }

    [Fact]
    public async Task The_form_of_a_session_that_was_told_adds_no_set_to_it()
    {
        await _visitor.Screened(_host);
        await _visitor.IntoSession();
        var old = _visitor.Hidden("session", "before");
        await _visitor.Send([.. old, ("done.toe-lift.both", "1")]);
        await _visitor.Answer();
        _host.Clock.Advance(TimeSpan.FromDays(2));
        await _visitor.IntoSession();

        await _visitor.Send([.. old, ("done.ball-roll.left", "1"), ("done.ball-roll.right", "1")]);

        _visitor.Path.ShouldBe("/session/after");
        (await _visitor.Journal()).Of("set").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Questions_find_the_sets_of_an_id_in_capitals()
    {
        await _visitor.Screened(_host);
        const string session = "0190F000-0000-7000-8000-00000000000A";
        await _visitor.Tell(_host, "set", new() { ["session"] = session, ["exercise"] = "toe-lift", ["level"] = 1, ["set"] = 1, ["side"] = "both", ["seconds"] = 60, ["target"] = 60 });

        await _visitor.Open($"/session/questions?session={session}&before=3");
        await _visitor.Answer();

        (await _visitor.Journal()).Of("session").ShouldHaveSingleItem().GetProperty("session").GetString().ShouldBe(session);
    }

    [Fact]
    public async Task A_stop_for_the_skin_stops_everything_with_the_reason_alone()
    {
        await _visitor.Screened(_host);
        await _visitor.IntoSession();
        await _visitor.Send([.. _visitor.Hidden("session", "before"), ("done.ankle-pump.left", "1"), ("stopped", "yes")]);
        _visitor.Heading.ShouldBe("You stopped. That was right");
        await _visitor.Send();
        _visitor.Errors.ShouldContain("Choose why you stopped.");

        await _visitor.Send(("stop", "skin"));

        _visitor.Path.ShouldBe("/today");
        _visitor.Heading.ShouldBe("Please have your feet looked at first");
        var session = (await _visitor.Journal()).Of("session").ShouldHaveSingleItem();
        session.GetProperty("stopReason").GetString().ShouldBe("skin");
        session.GetProperty("painBefore").GetInt32().ShouldBe(3);
    }

    [Theory]
    [InlineData("dizzy", "Sit or lie down now")]
    [InlineData("pain", "Stopping was right")]
    public async Task A_stop_without_any_set_is_kept_and_leads_to_its_advice_and_on(string reason, string heading)
    {
        await _visitor.Screened(_host);
        await _visitor.Open($"/session/questions?session={Guid.CreateVersion7()}&before=2&stop=1");

        await _visitor.Send(("stop", reason));

        _visitor.Path.ShouldBe("/advice/" + reason);
        _visitor.Heading.ShouldBe(heading);
        await _visitor.Follow("Continue");
        _visitor.Path.ShouldBe("/session/after");
        _visitor.Page.QuerySelectorAll("[data-change=balance]").Length.ShouldBe(reason == "dizzy" ? 1 : 0);
        (await _visitor.Journal()).Of("session").ShouldHaveSingleItem().GetProperty("stopReason").GetString().ShouldBe(reason);
    }

    [Fact]
    public async Task Pain_that_rose_by_three_lets_the_exercise_rest_and_says_so()
    {
        await _visitor.Screened(_host);
        await _visitor.IntoSession(pain: 2);
        await _visitor.DoEverything();

        await _visitor.Answer(pain: 3, ("pain.ball-roll", "6"));

        var change = _visitor.Page.QuerySelectorAll("[data-change]").ShouldHaveSingleItem();
        change.GetAttribute("data-change").ShouldBe("rests");
        change.GetAttribute("data-of").ShouldBe("ball-roll");
    }

    [Fact]
    public async Task A_cramp_needs_its_exercise()
    {
        await _visitor.Screened(_host);
        await _visitor.IntoSession();
        await _visitor.DoEverything();
        await _visitor.Send(("after", "3"), ("stop", "cramp"), ("effort.toe-lift", "2"), ("effort.ball-roll", "2"), ("effort.ankle-pump", "2"), ("effort.calf-raise", "2"));
        _visitor.Errors.ShouldBe(["Choose in which exercise the cramp came."]);
        _visitor.Page.QuerySelector("input[name='effort.toe-lift'][value='2']")!.HasAttribute("checked").ShouldBeTrue();

        await _visitor.Answer(changes: [("stop", "cramp"), ("cramp", "ankle-pump")]);

        _visitor.Path.ShouldBe("/advice/cramp");
        await _visitor.Follow("Continue");
        _visitor.Page.QuerySelector("[data-change=half]")!.GetAttribute("data-of").ShouldBe("ankle-pump");
    }

    [Fact]
    public async Task Missing_answers_are_named_one_by_one()
    {
        await _visitor.Screened(_host);
        await _visitor.IntoSession();
        await _visitor.DoEverything();

        await _visitor.Send();

        _visitor.Errors.Count.ShouldBe(5);
        _visitor.Errors.ShouldContain("Ball roll: choose how hard it was, from 0 to 10.");
        (await _visitor.Journal()).Of("session").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/session/questions?session=none")]
    [InlineData("/session/questions")]
    [InlineData("/session/after?session=00000000-0000-7000-8000-000000000009")]
    public async Task Questions_about_no_session_lead_back_to_today(string path)
    {
        await _visitor.Screened(_host);

        await _visitor.Open(path);

        _visitor.Path.ShouldBe("/today");
    }

    [Fact]
    public async Task Nothing_that_was_answered_stands_in_the_log()
    {
        await _visitor.Screened(_host);
        await _visitor.IntoSession();
        await _visitor.DoEverything();
        await _visitor.Answer();

        _host.Log.All.ShouldNotContain("session=");
        _host.Log.All.ShouldNotContain("before=");
    }

    private JsonElement Block(string id) => JsonDocument.Parse(_visitor.Page.QuerySelector($"script#{id}")!.TextContent).RootElement;
}
