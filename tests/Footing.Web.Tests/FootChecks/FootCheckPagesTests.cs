using Footing.Testing.Web;

namespace Footing.Web.Tests.FootChecks;

public sealed class FootCheckPagesTests : VisitedTests
{
    private async Task Check(params (string, string)[] changes)
    {
        await Visitor.Open("/foot-check?then=session");
        await Visitor.CheckFeet(changes);
    }

    [Fact]
    public async Task A_start_without_a_look_at_the_feet_leads_to_it_kindly()
    {
        await Visitor.Screened(Host);

        await Visitor.Open("/session?before=3");

        Visitor.Path.ShouldBe("/foot-check");
        Visitor.Page.Body!.TextContent.ShouldContain("A session begins with a look at your feet.");
        await Visitor.CheckFeet();
        Visitor.Path.ShouldBe("/session/before");
    }

    [Fact]
    public async Task Yesterdays_look_does_not_count_today()
    {
        await Visitor.Screened(Host);
        await Check();
        Host.Clock.Advance(TimeSpan.FromDays(1));

        await Visitor.Open("/session?before=3");

        Visitor.Path.ShouldBe("/foot-check");
    }

    [Theory]
    [InlineData("skin", "wound", "R6", "Please have your feet looked at first")]
    [InlineData("skin", "unsure", "R6", "Please have your feet looked at first")]
    [InlineData("heat", "yes", "R5", "Please have your feet looked at today")]
    [InlineData("heat", "unsure", "R5", "Please have your feet looked at today")]
    [InlineData("swelling", "yes", "R5", "Please have your feet looked at today")]
    [InlineData("calf", "yes", "R7", "Please have your feet looked at today")]
    [InlineData("calf", "unsure", "R7", "Please have your feet looked at today")]
    public async Task A_finding_stops_everything_and_says_whom_to_call(string field, string value, string rule, string heading)
    {
        await Visitor.Screened(Host);

        await Check((field, value));

        Visitor.Path.ShouldBe("/today");
        Visitor.Heading.ShouldBe(heading);
        Visitor.Page.QuerySelectorAll("[data-rule]").ShouldHaveSingleItem().GetAttribute("data-rule").ShouldBe(rule);
        Visitor.Page.Body!.TextContent.ShouldContain("Whom to call");
        Visitor.Page.Body!.TextContent.ShouldContain("Call 999 at once if");
        await Visitor.Open("/session?before=3");
        Visitor.Path.ShouldBe("/today");
    }

    [Fact]
    public async Task With_diabetes_a_break_of_the_skin_must_not_wait()
    {
        await Visitor.Screened(Host, ("diabetes", "yes"), ("insulin-or-sulfonylurea", "no"));

        await Check(("skin", "blister"));

        Visitor.Heading.ShouldBe("Please have your feet looked at today");
        Visitor.Page.QuerySelector("[data-rule=R6]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Where_nobody_can_look_at_numb_feet_help_is_found_and_a_later_look_mends_it()
    {
        await Visitor.Screened(Host, ("numb-feet", "yes"), ("touch-test", "3"));
        await Visitor.Open("/foot-check?then=session");
        await Visitor.Send(("looked", "nobody"));

        Visitor.Heading.ShouldBe("Somebody should look at your feet first");
        Visitor.Page.Body!.TextContent.ShouldContain("How to find help");

        Host.Clock.Advance(TimeSpan.FromHours(2));
        await Visitor.Follow("Somebody has looked now");
        await Visitor.CheckFeet(("looked", "helper"));

        Visitor.Heading.ShouldStartWith("Three exercises today");
        (await Visitor.Journal()).Of("correction").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Where_feet_feel_nobody_looking_stops_nothing()
    {
        await Visitor.Screened(Host);
        await Visitor.Open("/foot-check?then=session");
        await Visitor.Send(("looked", "nobody"));

        Visitor.Path.ShouldBe("/session/before");
    }

    [Fact]
    public async Task A_finding_can_no_longer_be_mended_the_next_day_but_the_questions_open_the_way()
    {
        await Visitor.Screened(Host);
        await Check(("skin", "mark"));
        var mend = Visitor.Page.QuerySelector("a[href^='/foot-check?mend']")!.GetAttribute("href")!;
        Host.Clock.Advance(TimeSpan.FromDays(1));

        await Visitor.Open("/today");
        Visitor.Page.QuerySelector("a[href^='/foot-check?mend']").ShouldBeNull();
        Visitor.Page.QuerySelector("main a.button")!.GetAttribute("href").ShouldBe("/screening");
        await Visitor.Open(mend);
        await Visitor.CheckFeet();
        Visitor.Heading.ShouldBe("Please have your feet looked at first", "a clear check does not undo a finding");

        await Visitor.Screened(Host);
        await Visitor.Open("/today");
        Visitor.Heading.ShouldStartWith("Four exercises today");
    }

    [Fact]
    public async Task One_warmer_foot_rests_the_ball_and_standing_and_says_so()
    {
        await Visitor.Screened(Host);

        await Check(("left", "31,5"), ("right", "28.9"));

        Visitor.Path.ShouldBe("/today");
        Visitor.Page.QuerySelector("[data-notice=P9]").ShouldNotBeNull();
        Visitor.Page.QuerySelectorAll("[data-waits]").Select(row => row.GetAttribute("data-waits")).ShouldBe(["ball-roll", "calf-raise"]);
        (await Visitor.Journal()).Of("foot-check").ShouldHaveSingleItem().GetProperty("sideDifferenceC").GetDecimal().ShouldBe(2.6m);
        await Visitor.Follow("Start");
        Visitor.Path.ShouldBe("/session/before");
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_named_and_the_rest_is_kept()
    {
        await Visitor.Screened(Host);
        await Visitor.Open("/foot-check?then=session");

        await Visitor.Send(("looked", "helper"), ("heat", "no"), ("left", "warm"), ("right", "30"));

        Visitor.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        Visitor.Errors.Count.ShouldBe(4);
        Visitor.Page.QuerySelectorAll(".nhsuk-error-summary a").ShouldAllBe(link => Visitor.Page.QuerySelector(link.GetAttribute("href")!) != null);
        Visitor.Page.QuerySelector("input[name=looked][value=helper]")!.HasAttribute("checked").ShouldBeTrue();
        Visitor.Page.QuerySelector("input[name=left]")!.GetAttribute("value").ShouldBe("warm");
        (await Visitor.Journal()).Of("foot-check").ShouldBeEmpty();
        await Visitor.CheckFeet();
        Visitor.Path.ShouldBe("/session/before", "the way on is kept, too");
    }

    [Fact]
    public async Task Black_skin_is_an_emergency_with_one_call_and_stops_everything()
    {
        await Visitor.Screened(Host);

        await Check(("skin", "black"));

        Visitor.Path.ShouldBe("/today");
        Visitor.Heading.ShouldBe("Call 999 now and ask for an ambulance");
        Visitor.Page.QuerySelectorAll("[data-rule]").ShouldHaveSingleItem().GetAttribute("data-rule").ShouldBe("R22");
        Visitor.Page.QuerySelectorAll("a[href^='tel:']").ShouldHaveSingleItem().GetAttribute("href").ShouldBe("tel:999");
        await Visitor.Open("/session?before=3");
        Visitor.Path.ShouldBe("/today");

        await Visitor.Follow("I chose the wrong answer");
        await Visitor.CheckFeet();
        Visitor.Heading.ShouldStartWith("Four exercises today");
    }

    [Fact]
    public async Task What_to_do_about_a_calf_is_said_before_it_is_sent()
    {
        await Visitor.Screened(Host);

        await Visitor.Open("/foot-check");

        Words.ShouldContain("Do not rub the calf");
        Words.ShouldContain("Call the emergency number at once");
    }

    [Fact]
    public async Task An_old_finding_that_is_known_and_unchanged_stops_nothing()
    {
        await Visitor.Screened(Host);
        await Visitor.Open("/foot-check?then=session");
        Visitor.Page.QuerySelectorAll("input[name=known]").Select(box => box.GetAttribute("value")).ShouldBe(["mark", "bruise", "heat", "swelling", "calf"], "a blister, a wound and black skin are never old");
        Words.ShouldContain("If it has changed, it is new.");

        await Visitor.CheckFeet(("known", "swelling"));

        Visitor.Path.ShouldBe("/session/before");
        (await Visitor.Journal()).Of("foot-check").ShouldHaveSingleItem().GetProperty("known")[0].GetString().ShouldBe("swelling");
        await Visitor.Open("/history");
        Words.ShouldContain("seen by a professional and unchanged");
    }
}
