using System.Text.Json;
using Footing.Content;
using Footing.Testing;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Sessions;

public sealed class SessionPagesTests : VisitedTests
{
    [Fact]
    public async Task With_insulin_fast_sugar_is_asked_for_before_anything_begins()
    {
        await Visitor.Screened(Host, ("diabetes", "yes"), ("insulin-or-sulfonylurea", "yes"));
        await Visitor.Open("/foot-check?then=session");
        await Visitor.CheckFeet();
        Visitor.Heading.ShouldBe("Is fast sugar within reach?");

        await Visitor.Open("/session?before=3");
        Visitor.Path.ShouldBe("/session/sugar", "nothing leads round it");
        await Visitor.Follow("No");
        Visitor.Heading.ShouldBe("Please fetch something sweet first");
        await Visitor.Follow("I have it now");
        await Visitor.Send(("before", "3"));

        Visitor.Path.ShouldBe("/session");
    }

    [Theory]
    [InlineData("hot-red-swollen-foot", "yes")]
    [InlineData("rest-pain-eased-hanging-down", "yes")]
    [InlineData("cold-pale-limb", "unsure")]
    public async Task Urgent_answer_bars_a_session_though_the_questions_after_it_were_never_answered(string question, string answer)
    {
        await Visitor.Screened(Host);
        await Visitor.Open("/foot-check?then=session");
        await Visitor.CheckFeet();
        await Visitor.Open($"/screening/{question}");
        await Visitor.Send((question, answer));

        await Visitor.Open("/session?before=3");

        Visitor.Path.ShouldBe("/today");
        Visitor.Heading.ShouldBe("Finish the safety questions first");
        Host.Clock.Advance(TimeSpan.FromHours(25));
        await Visitor.Open("/today");
        Visitor.Heading.ShouldNotBe("Finish the safety questions first", "a half-finished screening is kept for a day");
    }

    [Fact]
    public async Task A_shorter_session_is_wished_on_the_days_page_and_is_still_enough_for_the_plan()
    {
        await Visitor.Screened(Host, ("diabetes", "yes"), ("insulin-or-sulfonylurea", "yes"));
        await Visitor.Open("/today");
        await Visitor.Follow("A shorter session");
        await Visitor.CheckFeet();
        await Visitor.Follow("No");
        await Visitor.Follow("I have it now");
        Words.ShouldContain("Today each set is a little shorter.");
        await Visitor.Send(("before", "3"));

        Visitor.Path.ShouldBe("/session");
        Visitor.Page.QuerySelector("main#session")!.HasAttribute("data-short").ShouldBeTrue();
        Says("[data-exercise=toe-lift] .strong")!.ShouldContain("42 seconds");
        await Visitor.Submit(("done.toe-lift.both", "1"));

        var set = (await Visitor.Journal()).Single(entry => entry.GetProperty("kind").GetString() == "set");
        (set.GetProperty("seconds").GetInt32(), set.GetProperty("target").GetInt32()).ShouldBe((42, 60), "70 % of the plan's");
    }

    [Fact]
    public async Task The_usual_session_is_whole()
    {
        await Visitor.Screened(Host);
        await Visitor.IntoSession();

        Visitor.Page.QuerySelector("main#session")!.HasAttribute("data-short").ShouldBeFalse();
        Visitor.Page.QuerySelector("input[name=short]").ShouldBeNull();
    }

    [Fact]
    public async Task The_page_brings_what_the_player_needs()
    {
        await Visitor.Screened(Host);
        await Visitor.Open("/today");
        var heading = Visitor.Heading;
        await Visitor.IntoSession(pain: 7);

        var main = Visitor.Page.QuerySelector("main#session")!;
        main.GetAttribute("data-pain-before").ShouldBe("7");
        var script = Block("script");
        script.GetProperty("format").GetInt32().ShouldBe(2);
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
        await Visitor.Screened(Host);
        await Visitor.Open("/foot-check?then=session");
        await Visitor.CheckFeet();
        await Visitor.Send();
        Visitor.Errors.ShouldBe(["Choose a number from 0 to 10, or leave this out."]);

        await Visitor.Send(("skip", "yes"));

        Visitor.Path.ShouldBe("/session");
        Visitor.Page.QuerySelector("main")!.GetAttribute("data-pain-before").ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task Nothing_done_by_hand_asks_again()
    {
        await Visitor.Screened(Host);
        await Visitor.IntoSession();

        await Visitor.Send(Visitor.Hidden("session", "before"));

        Visitor.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        Visitor.Errors.ShouldHaveSingleItem();
        Visitor.Page.QuerySelector(Visitor.Page.QuerySelector(".nhsuk-error-summary a")!.GetAttribute("href")!.Replace(".", "\\.", StringComparison.Ordinal)).ShouldNotBeNull();
        (await Visitor.Journal()).Of("set").ShouldBeEmpty();
        await Visitor.DoEverything();
    }

    [Fact]
    public async Task The_same_form_twice_makes_one_session_with_each_set_once()
    {
        await Visitor.Screened(Host);
        await Visitor.IntoSession();
        var byHand = Visitor.Page;
        await Visitor.DoEverything();
        var sets = (await Visitor.Journal()).Of("set").Count();
        using var twin = new Visitor(Host);
        await twin.Open("/session?before=3");
        await twin.Send([.. byHand.QuerySelectorAll("main input[type=hidden]").Where(i => i.GetAttribute("name") != "token")
            .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)), ("done.toe-lift.both", "1")]);
        (await Visitor.Journal()).Of("set").Count().ShouldBe(sets);

        var questions = "/session/questions?session=" + byHand.QuerySelector("input[name=session]")!.GetAttribute("value") + "&before=3";
        await twin.Open(questions);
        Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await Visitor.Answer();
        Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await twin.Answer(pain: 9);

        twin.Path.ShouldBe("/session/after");
        var session = (await Visitor.Journal()).Of("session").ShouldHaveSingleItem();
        session.GetProperty("painAfter").GetInt32().ShouldBe(3, "what was accepted first stays");
        await twin.Open(questions);
        twin.Path.ShouldBe("/session/after");
    }

    [Fact]
    public async Task The_form_of_a_session_that_was_told_adds_no_set_to_it()
    {
        await Visitor.Screened(Host);
        await Visitor.IntoSession();
        var old = Visitor.Hidden("session", "before");
        await Visitor.Send([.. old, ("done.toe-lift.both", "1")]);
        await Visitor.Answer();
        Host.Clock.Advance(TimeSpan.FromDays(2));
        await Visitor.IntoSession();

        await Visitor.Send([.. old, ("done.ball-roll.left", "1"), ("done.ball-roll.right", "1")]);

        Visitor.Path.ShouldBe("/session/after");
        (await Visitor.Journal()).Of("set").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Questions_find_the_sets_of_an_id_in_capitals()
    {
        await Visitor.Screened(Host);
        const string session = "0190F000-0000-7000-8000-00000000000A";
        await Visitor.Tell(Host, "set", new() { ["session"] = session, ["exercise"] = "toe-lift", ["level"] = 1, ["set"] = 1, ["side"] = "both", ["seconds"] = 60, ["target"] = 60 });

        await Visitor.Open($"/session/questions?session={session}&before=3");
        await Visitor.Answer();

        (await Visitor.Journal()).Of("session").ShouldHaveSingleItem().GetProperty("session").GetString().ShouldBe(session);
    }

    [Fact]
    public async Task A_stop_for_the_skin_stops_everything_with_the_reason_alone()
    {
        await Visitor.Screened(Host);
        await Visitor.IntoSession();
        await Visitor.Send([.. Visitor.Hidden("session", "before"), ("done.ankle-pump.left", "1"), ("stopped", "yes")]);
        Visitor.Heading.ShouldBe("You stopped. That was right");
        await Visitor.Send();
        Visitor.Errors.ShouldContain("Choose why you stopped.");

        await Visitor.Send(("stop", "skin"));

        Visitor.Path.ShouldBe("/today");
        Visitor.Heading.ShouldBe("Please have your feet looked at first");
        var session = (await Visitor.Journal()).Of("session").ShouldHaveSingleItem();
        session.GetProperty("stopReason").GetString().ShouldBe("skin");
        session.GetProperty("painBefore").GetInt32().ShouldBe(3);
    }

    [Theory]
    [InlineData("dizzy", "Sit or lie down now")]
    [InlineData("pain", "Stopping was right")]
    public async Task A_stop_without_any_set_is_kept_and_leads_to_its_advice_and_on(string reason, string heading)
    {
        await Visitor.Screened(Host);
        await Visitor.Open($"/session/questions?session={Guid.CreateVersion7()}&before=2&stop=1");

        await Visitor.Send(("stop", reason));

        Visitor.Path.ShouldBe("/advice/" + reason);
        Visitor.Heading.ShouldBe(heading);
        await Visitor.Follow("Continue");
        Visitor.Path.ShouldBe("/session/after");
        Visitor.Page.QuerySelectorAll("[data-change=balance]").Length.ShouldBe(reason == "dizzy" ? 1 : 0);
        (await Visitor.Journal()).Of("session").ShouldHaveSingleItem().GetProperty("stopReason").GetString().ShouldBe(reason);
    }

    [Fact]
    public async Task Pain_that_rose_by_three_lets_the_exercise_rest_and_says_so()
    {
        await Visitor.Screened(Host);
        await Visitor.IntoSession(pain: 2);
        await Visitor.DoEverything();

        await Visitor.Answer(pain: 3, ("pain.ball-roll", "6"));

        var change = Visitor.Page.QuerySelectorAll("[data-change]").ShouldHaveSingleItem();
        change.GetAttribute("data-change").ShouldBe("rests");
        change.GetAttribute("data-of").ShouldBe("ball-roll");
    }

    [Fact]
    public async Task A_cramp_needs_its_exercise()
    {
        await Visitor.Screened(Host);
        await Visitor.IntoSession();
        await Visitor.DoEverything();
        await Visitor.Send(("after", "3"), ("stop", "cramp"), ("effort.toe-lift", "2"), ("effort.ball-roll", "2"), ("effort.ankle-pump", "2"), ("effort.calf-raise", "2"));
        Visitor.Errors.ShouldBe(["Choose in which exercise the cramp came."]);
        Visitor.Page.QuerySelector("input[name='effort.toe-lift'][value='2']")!.HasAttribute("checked").ShouldBeTrue();

        await Visitor.Answer(changes: [("stop", "cramp"), ("cramp", "ankle-pump")]);

        Visitor.Path.ShouldBe("/advice/cramp");
        await Visitor.Follow("Continue");
        Visitor.Page.QuerySelector("[data-change=half]")!.GetAttribute("data-of").ShouldBe("ankle-pump");
    }

    [Fact]
    public async Task Missing_answers_are_named_one_by_one()
    {
        await Visitor.Screened(Host);
        await Visitor.IntoSession();
        await Visitor.DoEverything();

        await Visitor.Send();

        Visitor.Errors.Count.ShouldBe(5);
        Visitor.Errors.ShouldContain("Ball roll: choose how hard it was, from 0 to 10.");
        (await Visitor.Journal()).Of("session").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/session/questions?session=none")]
    [InlineData("/session/questions")]
    [InlineData("/session/after?session=00000000-0000-7000-8000-000000000009")]
    public async Task Questions_about_no_session_lead_back_to_today(string path)
    {
        await Visitor.Screened(Host);

        await Visitor.Open(path);

        Visitor.Path.ShouldBe("/today");
    }

    [Fact]
    public async Task Nothing_that_was_answered_stands_in_the_log()
    {
        await Visitor.Screened(Host);
        await Visitor.IntoSession();
        await Visitor.DoEverything();
        await Visitor.Answer();

        Host.Log.All.ShouldNotContain("session=");
        Host.Log.All.ShouldNotContain("before=");
    }

    private JsonElement Block(string id) => JsonDocument.Parse(Visitor.Page.QuerySelector($"script#{id}")!.TextContent).RootElement;
}
