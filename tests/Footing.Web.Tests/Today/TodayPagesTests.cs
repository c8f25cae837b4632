using System.Text.Json.Nodes;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Today;

public sealed class TodayPagesTests : VisitedTests
{
    private void Later(int days) => Host.Clock.Advance(TimeSpan.FromDays(days));

    private async Task OneSession(int painAfter = 3)
    {
        await Visitor.IntoSession();
        await Visitor.DoEverything();
        await Visitor.Answer(painAfter);
    }

    [Fact]
    public async Task Before_any_screening_the_way_leads_to_the_welcome()
    {
        await Visitor.Open("/today");

        Visitor.Path.ShouldBe("/");
        Visitor.Page.QuerySelector("a[href='/where']").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_day_names_each_exercise_with_position_and_dose_and_what_waits_with_its_reason()
    {
        await Visitor.Screened(Host, ("dizzy-on-standing", "yes"));

        await Visitor.Open("/today");

        Visitor.Heading.ShouldStartWith("Three exercises today, about ");
        var names = Visitor.Page.QuerySelectorAll("[data-exercise]").Select(row => row.GetAttribute("data-exercise")).ToList();
        names.ShouldBe(["ankle-pump", "ball-roll", "toe-lift"], "lying, then sitting, then standing");
        var pump = Visitor.Text(Visitor.Page.QuerySelector("[data-exercise=ankle-pump]")!);
        pump.ShouldContain("Lying down · 3 sets of 10, each foot");
        Visitor.Text(Visitor.Page.QuerySelector("[data-waits=calf-raise]")!).ShouldContain("so that you do not fall");
        Visitor.Page.QuerySelector("[data-waits=calf-raise] a")!.GetAttribute("href").ShouldBe("/plan#calf-raise");
        Visitor.Page.QuerySelectorAll("details li").Select(Visitor.Text).ShouldContain("A firm chair without wheels");
    }

    [Fact]
    public async Task Not_today_blames_nobody_and_says_when_it_goes_on()
    {
        await Visitor.Screened(Host);
        await Visitor.Open("/today");
        await Visitor.Follow("Not today");

        Visitor.Heading.ShouldBe("That is all right");
        Visitor.Page.QuerySelector("[data-next]")!.GetAttribute("data-next").ShouldBe("2026-03-06");
        (await Visitor.Journal()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_day_that_is_not_due_may_be_used_but_for_the_day_after_a_session_with_calf_raises()
    {
        await Visitor.Screened(Host);
        await OneSession();

        Later(1);
        await Visitor.Open("/today");
        Visitor.Heading.ShouldBe("Today is a rest day");
        Visitor.Page.Body!.TextContent.ShouldContain("Your calves need this day to rest.");
        Visitor.Page.QuerySelector("a[href^='/foot-check']").ShouldBeNull();
        await Visitor.Open("/session?before=3");
        Visitor.Path.ShouldBe("/today");

        Later(2);
        await Visitor.Open("/today");
        Visitor.Heading.ShouldBe("Today is a rest day");
        await Visitor.IntoSession();
    }

    [Fact]
    public async Task The_morning_after_is_asked_once_and_raised_pain_lets_what_hurt_rest()
    {
        await Visitor.Screened(Host);
        await OneSession(painAfter: 4);
        Later(1);

        await Visitor.Open("/today");
        Visitor.Text(Visitor.Page.QuerySelector("form[data-entry=next-morning] h2")!).ShouldBe("How was your pain this morning, after your session on Wednesday?");
        Visitor.Text(Visitor.Page.QuerySelector("form[data-entry=next-morning]")!).ShouldContain("Was it the session?");
        await Visitor.Send([.. Visitor.Hidden("session"), ("morningPain", "6"), ("because", "yes")]);

        Visitor.Path.ShouldBe("/today");
        Visitor.Page.QuerySelector("[role=status]").ShouldNotBeNull();
        Visitor.Page.QuerySelector("form[data-entry=next-morning]").ShouldBeNull();
        Visitor.Heading.ShouldBe("No exercise today", "pain rose in every exercise, so every one rests");
        Visitor.Page.QuerySelectorAll("[data-waits]").Length.ShouldBe(4);
        var told = (await Visitor.Journal()).Of("next-morning").ShouldHaveSingleItem();
        told.GetProperty("pain").GetInt32().ShouldBe(6);
        told.GetProperty("because").GetString().ShouldBe("yes");
    }

    [Fact]
    public async Task A_morning_that_only_differs_or_was_not_the_session_changes_nothing_and_stands_in_the_history()
    {
        await Visitor.Screened(Host);
        await OneSession();
        Later(1);
        await Visitor.Open("/today");

        await Visitor.Send([.. Visitor.Hidden("session"), ("morningPain", "8"), ("because", "no")]);

        Visitor.Heading.ShouldBe("Today is a rest day");
        Visitor.Page.QuerySelectorAll("[data-waits]").ShouldBeEmpty();
        await Visitor.Open("/history");
        Words.ShouldContain("The pain was 8 out of 10.");
        var entry = (await Visitor.Journal()).Of("next-morning").Single().GetProperty("id").GetString();
        await Visitor.Open($"/history/{entry}");
        Visitor.Page.QuerySelector("input[name=morningPain][value='8']")!.HasAttribute("checked").ShouldBeTrue();
        await Visitor.Submit(("morningPain", "7"), ("because", "yes"));
        await Visitor.Submit();
        (await Visitor.Journal()).Of("correction").ShouldHaveSingleItem().GetProperty("with").GetProperty("pain").GetInt32().ShouldBe(7);
        await Visitor.Open("/today");
        Visitor.Heading.ShouldBe("No exercise today", "as corrected the session raised it");
    }

    [Fact]
    public async Task A_morning_with_only_a_number_is_asked_back_and_the_number_stays()
    {
        await Visitor.Screened(Host);
        await OneSession();
        Later(1);
        await Visitor.Open("/today");

        await Visitor.Send([.. Visitor.Hidden("session"), ("morningPain", "5")]);

        Visitor.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        Visitor.Errors.ShouldBe(["Choose if you think it was the session."]);
        Visitor.Page.QuerySelector("input[name=morningPain][value='5']")!.HasAttribute("checked").ShouldBeTrue();
        await Visitor.Submit(("because", "unsure"));
        Visitor.Path.ShouldBe("/today");
        (await Visitor.Journal()).Of("next-morning").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_morning_is_still_asked_after_a_weekend_and_not_much_later()
    {
        await Visitor.Screened(Host);
        await OneSession();

        Later(3);
        await Visitor.Open("/today");
        Visitor.Text(Visitor.Page.QuerySelector("form[data-entry=next-morning] h2")!).ShouldBe("How was your pain the morning after your session on Wednesday?");

        Later(1);
        await Visitor.Open("/today");
        Visitor.Page.QuerySelector("form[data-entry=next-morning]").ShouldBeNull();
    }

    [Fact]
    public async Task Old_answers_lead_to_the_questions_and_no_session()
    {
        await Visitor.Screened(Host);
        Later(28);

        await Visitor.Open("/today");

        Visitor.Heading.ShouldBe("Is exercise still safe for you?");
        Visitor.Page.QuerySelector("main a.button")!.GetAttribute("href").ShouldBe("/screening");
        Visitor.Page.QuerySelectorAll("[data-exercise]").ShouldBeEmpty();
        await Visitor.Open("/session?before=3");
        Visitor.Path.ShouldBe("/today");
    }

    [Fact]
    public async Task After_twenty_days_the_way_back_is_kind_and_begins_with_the_questions()
    {
        await Visitor.Screened(Host);
        await OneSession();
        Later(20);

        await Visitor.Open("/today");
        Visitor.Heading.ShouldBe("Good to see you again");
        Visitor.Page.QuerySelector("main a.button")!.GetAttribute("href").ShouldBe("/screening");

        await Visitor.Screened(Host);
        await Visitor.Open("/today");
        Visitor.Heading.ShouldStartWith("Four exercises today");
    }

    [Theory]
    [InlineData("cold-pale-limb")]
    [InlineData("swollen-tender-calf")]
    public async Task An_alarming_answer_shows_its_own_page_instead_of_exercise(string sign)
    {
        await Visitor.Screened(Host, (sign, "yes"));

        await Visitor.Open("/today");

        Visitor.Path.ShouldBe("/screening/result");
    }

    [Fact]
    public async Task An_emergency_goes_before_a_finding()
    {
        await Visitor.Screened(Host);
        await Visitor.Tell(Host, "event", new JsonObject { ["what"] = "skin-change" });
        await Visitor.Screened(Host, ("wound-and-unwell", "yes"));

        await Visitor.Open("/today");

        Visitor.Path.ShouldBe("/screening/result");
        Visitor.Heading.ShouldBe("Call 999 now and ask for an ambulance");
    }

    [Fact]
    public async Task Who_must_ask_first_is_told_so()
    {
        await Visitor.Screened(Host, ("past-ulcer-or-amputation", "yes"));

        await Visitor.Open("/today");

        Visitor.Heading.ShouldBe("Ask a professional first");
        Visitor.Page.QuerySelector("main a.button")!.GetAttribute("href").ShouldBe("/screening/result");
    }

    [Fact]
    public async Task A_fall_shows_what_to_do_and_standing_exercise_waits()
    {
        await Visitor.Screened(Host);
        await Visitor.Open("/event");
        await Visitor.Send();
        Visitor.Errors.ShouldBe(["Choose what happened."]);

        await Visitor.Send(("what", "fall"));

        Visitor.Path.ShouldBe("/advice/fall");
        Visitor.Page.QuerySelector("a[href='tel:999']").ShouldNotBeNull();
        Visitor.Page.QuerySelector("[data-waits=calf-raise]").ShouldNotBeNull();
        (await Visitor.Journal()).Of("event").ShouldHaveSingleItem().GetProperty("what").GetString().ShouldBe("fall");
        await Visitor.Open("/today");
        Visitor.Text(Visitor.Page.QuerySelector("[data-waits=calf-raise]")!).ShouldContain("Not until you have done the balance tests again");
    }

    [Fact]
    public async Task A_change_of_the_skin_stops_everything()
    {
        await Visitor.Screened(Host);
        await Visitor.Open("/event");
        await Visitor.Send(("what", "skin-change"));

        Visitor.Path.ShouldBe("/today");
        Visitor.Heading.ShouldBe("Please have your feet looked at first");
        Visitor.Page.QuerySelector("[data-rule=R6]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Notices_stand_in_plain_words()
    {
        await Visitor.Screened(Host);
        foreach (var pain in new[] { 3, 6, 6 })
        {
            await Visitor.Tell(Host, "check-in", new JsonObject { ["pain"] = pain });
            Later(6);
        }

        await Visitor.Open("/today");

        Visitor.Text(Visitor.Page.QuerySelector("[data-notice=P10] h2")!).ShouldBe("Your pain has gone up");
    }

    [Fact]
    public async Task Sets_without_answers_ask_how_it_went_and_the_session_counts_on_its_own_day()
    {
        await Visitor.Screened(Host);
        var session = Guid.CreateVersion7(Host.Clock.GetUtcNow()).ToString();
        await Visitor.Tell(Host, "set", new JsonObject
        {
            ["session"] = session, ["exercise"] = "toe-lift", ["level"] = 1, ["set"] = 1, ["side"] = "both", ["seconds"] = 60, ["target"] = 60,
        });
        Later(2);

        await Visitor.Open("/today");
        Visitor.Page.QuerySelector($"[data-untold='{session}']").ShouldNotBeNull();
        await Visitor.Follow("Answer the questions");
        await Visitor.Answer(changes: [("before", "2"), ("stop", "interrupted")]);

        var told = (await Visitor.Journal()).Of("session").ShouldHaveSingleItem();
        told.GetProperty("at").GetString()!.ShouldStartWith("2026-03-04T");
        told.GetProperty("painBefore").GetInt32().ShouldBe(2);
        told.GetProperty("stopReason").GetString().ShouldBe("interrupted");
        await Visitor.Open("/today");
        Visitor.Page.QuerySelector("[data-untold]").ShouldBeNull();
        Visitor.Heading.ShouldStartWith("Four exercises today");
    }

    [Fact]
    public async Task A_session_named_otherwise_elsewhere_can_be_told_too()
    {
        await Visitor.Screened(Host);
        await Visitor.Tell(Host, "set", new JsonObject
        {
            ["session"] = "s 1&2", ["exercise"] = "toe-lift", ["level"] = 1, ["set"] = 1, ["side"] = "both", ["seconds"] = 60, ["target"] = 60,
        });

        await Visitor.Open("/today");
        await Visitor.Follow("Answer the questions");
        await Visitor.Answer();

        Visitor.Path.ShouldBe("/session/after");
        (await Visitor.Journal()).Of("session").ShouldHaveSingleItem().GetProperty("session").GetString().ShouldBe("s 1&2");
    }

    [Fact]
    public async Task Something_unknown_is_no_advice()
    {
        await Visitor.Open("/advice/nothing");

        Visitor.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }
}
