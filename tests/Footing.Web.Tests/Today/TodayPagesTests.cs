using System.Text.Json.Nodes;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Today;

public sealed class TodayPagesTests : IAsyncLifetime
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

    private void Later(int days) => _host.Clock.Advance(TimeSpan.FromDays(days));

    private async Task OneSession(int painAfter = 3)
    {
        await _visitor.IntoSession();
        await _visitor.DoEverything();
        await _visitor.Answer(painAfter);
    }

    [Fact]
    public async Task Before_any_screening_the_way_leads_to_the_welcome()
    {
        await _visitor.Open("/today");

        _visitor.Path.ShouldBe("/");
        _visitor.Page.QuerySelector("a[href='/where']").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_day_names_each_exercise_with_position_and_dose_and_what_waits_with_its_reason()
    {
        await _visitor.Screened(_host, ("fall-in-last-year", "yes"));

        await _visitor.Open("/today");

        _visitor.Heading.ShouldStartWith("Three exercises today, about ");
        var names = _visitor.Page.QuerySelectorAll("[data-exercise]").Select(row => row.GetAttribute("data-exercise")).ToList();
        names.ShouldBe(["ankle-pump", "ball-roll", "toe-lift"], "lying, then sitting, then standing");
        var pump = Visitor.Text(_visitor.Page.QuerySelector("[data-exercise=ankle-pump]")!);
        pump.ShouldContain("Lying down · 3 sets of 10, each foot");
        Visitor.Text(_visitor.Page.QuerySelector("[data-waits=calf-raise]")!).ShouldContain("so that you do not fall");
        _visitor.Page.QuerySelector("[data-waits=calf-raise] a")!.GetAttribute("href").ShouldBe("/plan#calf-raise");
        _visitor.Page.QuerySelectorAll("details li").Select(Visitor.Text).ShouldContain("A firm chair without wheels");
    }

    [Fact]
    public async Task Not_today_blames_nobody_and_says_when_it_goes_on()
    {
        await _visitor.Screened(_host);
        await _visitor.Open("/today");
        await _visitor.Follow("Not today");

        _visitor.Heading.ShouldBe("That is all right");
        _visitor.Page.QuerySelector("[data-next]")!.GetAttribute("data-next").ShouldBe("2026-03-06");
        (await _visitor.Journal()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_day_that_is_not_due_may_be_used_but_for_the_day_after_a_session_with_calf_raises()
    {
        await _visitor.Screened(_host);
        await OneSession();

        Later(1);
        await _visitor.Open("/today");
        _visitor.Heading.ShouldBe("Today is a rest day");
        _visitor.Page.Body!.TextContent.ShouldContain("Your calves need this day to rest.");
        _visitor.Page.QuerySelector("a[href^='/foot-check']").ShouldBeNull();
        await _visitor.Open("/session?before=3");
        _visitor.Path.ShouldBe("/today");

        Later(2);
        await _visitor.Open("/today");
        _visitor.Heading.ShouldBe("Today is a rest day");
        await _visitor.IntoSession();
    }

    [Fact]
    public async Task The_morning_after_is_asked_once_and_raised_pain_lets_what_hurt_rest()
    {
        await _visitor.Screened(_host);
        await OneSession(painAfter: 4);
        Later(1);

        await _visitor.Open("/today");
        Visitor.Text(_visitor.Page.QuerySelector("form[data-entry=next-morning] h2")!).ShouldBe("How was your pain this morning?");
        await _visitor.Send([.. _visitor.Hidden("session"), ("raised", "yes")]);

        _visitor.Path.ShouldBe("/today");
        _visitor.Page.QuerySelector("[role=status]").ShouldNotBeNull();
        _visitor.Page.QuerySelector("form[data-entry=next-morning]").ShouldBeNull();
        _visitor.Heading.ShouldBe("No exercise today", "pain rose in every exercise, so every one rests");
        _visitor.Page.QuerySelectorAll("[data-waits]").Length.ShouldBe(4);
        var told = (await _visitor.Journal()).Of("next-morning").ShouldHaveSingleItem();
        told.GetProperty("painRaised").GetString().ShouldBe("yes");
    }

    [Fact]
    public async Task The_morning_is_still_asked_after_a_weekend_and_not_much_later()
    {
        await _visitor.Screened(_host);
        await OneSession();

        Later(3);
        await _visitor.Open("/today");
        Visitor.Text(_visitor.Page.QuerySelector("form[data-entry=next-morning] h2")!).ShouldBe("How was your pain the next morning?");

        Later(1);
        await _visitor.Open("/today");
        _visitor.Page.QuerySelector("form[data-entry=next-morning]").ShouldBeNull();
    }

    [Fact]
    public async Task Old_answers_lead_to_the_questions_and_no_session()
    {
        await _visitor.Screened(_host);
        Later(28);

        await _visitor.Open("/today");

        _visitor.Heading.ShouldBe("Is exercise still safe for you?");
        _visitor.Page.QuerySelector("main a.button")!.GetAttribute("href").ShouldBe("/screening");
        _visitor.Page.QuerySelectorAll("[data-exercise]").ShouldBeEmpty();
        await _visitor.Open("/session?before=3");
        _visitor.Path.ShouldBe("/today");
    }

    [Fact]
    public async Task After_twenty_days_the_way_back_is_kind_and_begins_with_the_questions()
    {
        await _visitor.Screened(_host);
        await OneSession();
        Later(20);

        await _visitor.Open("/today");
        _visitor.Heading.ShouldBe("Good to see you again");
        _visitor.Page.QuerySelector("main a.button")!.GetAttribute("href").ShouldBe("/screening");

        await _visitor.Screened(_host);
        await _visitor.Open("/today");
        _visitor.Heading.ShouldStartWith("Four exercises today");
    }

    [Theory]
    [InlineData("cold-pale-limb")]
    [InlineData("swollen-tender-calf")]
    public async Task An_alarming_answer_shows_its_own_page_instead_of_exercise(string sign)
    {
        await _visitor.Screened(_host, (sign, "yes"));

        await _visitor.Open("/today");

        _visitor.Path.ShouldBe("/screening/result");
    }

    [Fact]
    public async Task An_emergency_goes_before_a_finding()
    {
        await _visitor.Screened(_host);
        await _visitor.Tell(_host, "event", new JsonObject { ["what"] = "skin-change" });
        await _visitor.Screened(_host, ("wound-and-unwell", "yes"));

        await _visitor.Open("/today");

        _visitor.Path.ShouldBe("/screening/result");
        _visitor.Heading.ShouldBe("Call 999 now and ask for an ambulance");
    }

    [Fact]
    public async Task Who_must_ask_first_is_told_so()
    {
        await _visitor.Screened(_host, ("past-ulcer-or-amputation", "yes"));

        await _visitor.Open("/today");

        _visitor.Heading.ShouldBe("Ask a professional first");
        _visitor.Page.QuerySelector("main a.button")!.GetAttribute("href").ShouldBe("/screening/result");
    }

    [Fact]
    public async Task A_fall_shows_what_to_do_and_standing_exercise_waits()
    {
        await _visitor.Screened(_host);
        await _visitor.Open("/event");
        await _visitor.Send();
        _visitor.Errors.ShouldBe(["Choose what happened."]);

        await _visitor.Send(("what", "fall"));

        _visitor.Path.ShouldBe("/advice/fall");
        _visitor.Page.QuerySelector("a[href='tel:999']").ShouldNotBeNull();
        _visitor.Page.QuerySelector("[data-waits=calf-raise]").ShouldNotBeNull();
        (await _visitor.Journal()).Of("event").ShouldHaveSingleItem().GetProperty("what").GetString().ShouldBe("fall");
        await _visitor.Open("/today");
        Visitor.Text(_visitor.Page.QuerySelector("[data-waits=calf-raise]")!).ShouldContain("Not until you have done the balance tests again");
    }

    [Fact]
    public async Task A_change_of_the_skin_stops_everything()
    {
        await _visitor.Screened(_host);
        await _visitor.Open("/event");
        await _visitor.Send(("what", "skin-change"));

        _visitor.Path.ShouldBe("/today");
        _visitor.Heading.ShouldBe("Please have your feet looked at first");
        _visitor.Page.QuerySelector("[data-rule=R6]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Notices_stand_in_plain_words()
    {
        await _visitor.Screened(_host);
        foreach (var pain in new[] { 3, 6, 6 })
        {
            await _visitor.Tell(_host, "check-in", new JsonObject { ["pain"] = pain });
            Later(6);
        }

        await _visitor.Open("/today");

        Visitor.Text(_visitor.Page.QuerySelector("[data-notice=P10] h2")!).ShouldBe("Your pain has gone up");
    }

    [Fact]
    public async Task Sets_without_answers_ask_how_it_went_and_the_session_counts_on_its_own_day()
    {
        await _visitor.Screened(_host);
        var session = Guid.CreateVersion7(_host.Clock.GetUtcNow()).ToString();
        await _visitor.Tell(_host, "set", new JsonObject
        {
            ["session"] = session, ["exercise"] = "toe-lift", ["level"] = 1, ["set"] = 1, ["side"] = "both", ["seconds"] = 60, ["target"] = 60,
        });
        Later(2);

        await _visitor.Open("/today");
        _visitor.Page.QuerySelector($"[data-untold='{session}']").ShouldNotBeNull();
        await _visitor.Follow("Answer the questions");
        await _visitor.Answer(changes: [("before", "2"), ("stop", "interrupted")]);

        var told = (await _visitor.Journal()).Of("session").ShouldHaveSingleItem();
        told.GetProperty("at").GetString()!.ShouldStartWith("2026-03-04T");
        told.GetProperty("painBefore").GetInt32().ShouldBe(2);
        told.GetProperty("stopReason").GetString().ShouldBe("interrupted");
        await _visitor.Open("/today");
        _visitor.Page.QuerySelector("[data-untold]").ShouldBeNull();
        _visitor.Heading.ShouldStartWith("Four exercises today");
    }

    [Fact]
    public async Task A_session_named_otherwise_elsewhere_can_be_told_too()
    {
        await _visitor.Screened(_host);
        await _visitor.Tell(_host, "set", new JsonObject
        {
            ["session"] = "s 1&2", ["exercise"] = "toe-lift", ["level"] = 1, ["set"] = 1, ["side"] = "both", ["seconds"] = 60, ["target"] = 60,
        });

        await _visitor.Open("/today");
        await _visitor.Follow("Answer the questions");
        await _visitor.Answer();

        _visitor.Path.ShouldBe("/session/after");
        (await _visitor.Journal()).Of("session").ShouldHaveSingleItem().GetProperty("session").GetString().ShouldBe("s 1&2");
    }

    [Fact]
    public async Task Something_unknown_is_no_advice()
    {
        await _visitor.Open("/advice/nothing");

        _visitor.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }
}
