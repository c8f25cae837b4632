using Footing.Testing.Web;

namespace Footing.Web.Tests.FootChecks;

public sealed class FootCheckPagesTests : IAsyncLifetime
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

    private async Task Check(params (string, string)[] changes)
    {
        await _visitor.Open("/foot-check?then=session");
        await _visitor.CheckFeet(changes);
    }

    [Fact]
    public async Task A_start_without_a_look_at_the_feet_leads_to_it_kindly()
    {
        await _visitor.Screened(_host);

        await _visitor.Open("/session?before=3");

        _visitor.Path.ShouldBe("/foot-check");
        _visitor.Page.Body!.TextContent.ShouldContain("A session begins with a look at your feet.");
        await _visitor.CheckFeet();
        _visitor.Path.ShouldBe("/session/before");
    }

    [Fact]
    public async Task Yesterdays_look_does_not_count_today()
    {
        await _visitor.Screened(_host);
        await Check();
        _host.Clock.Advance(TimeSpan.FromDays(1));

        await _visitor.Open("/session?before=3");

        _visitor.Path.ShouldBe("/foot-check");
    }

    [Theory]
    [InlineData("skin", "wound", "R6", "Please have your feet looked at first")]
    [InlineData("skin", "unsure", "R6", "Please have your feet looked at first")]
    [InlineData("heat", "yes", "R5", "Please have your feet looked at today")]
    [InlineData("heat", "unsure", "R5", "Please have your feet looked at today")]
    [InlineData("swelling", "yes", "R5", "Please have your feet looked at today")]
    public async Task A_finding_stops_everything_and_says_whom_to_call(string field, string value, string rule, string heading)
    {
        await _visitor.Screened(_host);

        await Check((field, value));

        _visitor.Path.ShouldBe("/today");
        _visitor.Heading.ShouldBe(heading);
        _visitor.Page.QuerySelectorAll("[data-rule]").ShouldHaveSingleItem().GetAttribute("data-rule").ShouldBe(rule);
        _visitor.Page.Body!.TextContent.ShouldContain("Whom to call");
        _visitor.Page.Body!.TextContent.ShouldContain("Call 999 at once if");
        await _visitor.Open("/session?before=3");
        _visitor.Path.ShouldBe("/today");
    }

    [Fact]
    public async Task With_diabetes_a_break_of_the_skin_must_not_wait()
    {
        await _visitor.Screened(_host, ("diabetes", "yes"), ("insulin-or-sulfonylurea", "no"));

        await Check(("skin", "blister"));

        _visitor.Heading.ShouldBe("Please have your feet looked at today");
        _visitor.Page.QuerySelector("[data-rule=R6]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Where_nobody_can_look_at_numb_feet_help_is_found_and_a_later_look_mends_it()
    {
        await _visitor.Screened(_host, ("numb-feet", "yes"), ("touch-test", "3"));
        await _visitor.Open("/foot-check?then=session");
        await _visitor.Send(("looked", "nobody"));

        _visitor.Heading.ShouldBe("Somebody should look at your feet first");
        _visitor.Page.Body!.TextContent.ShouldContain("How to find help");

        _host.Clock.Advance(TimeSpan.FromHours(2));
        await _visitor.Follow("Somebody has looked now");
        await _visitor.CheckFeet(("looked", "helper"));

        _visitor.Heading.ShouldStartWith("Two exercises today");
        (await _visitor.Journal()).Of("correction").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Where_feet_feel_nobody_looking_stops_nothing()
    {
        await _visitor.Screened(_host);
        await _visitor.Open("/foot-check?then=session");
        await _visitor.Send(("looked", "nobody"));

        _visitor.Path.ShouldBe("/session/before");
    }

    [Fact]
    public async Task A_finding_can_no_longer_be_mended_the_next_day_but_the_questions_open_the_way()
    {
        await _visitor.Screened(_host);
        await Check(("skin", "mark"));
        var mend = _visitor.Page.QuerySelector("a[href^='/foot-check?mend']")!.GetAttribute("href")!;
        _host.Clock.Advance(TimeSpan.FromDays(1));

        await _visitor.Open("/today");
        _visitor.Page.QuerySelector("a[href^='/foot-check?mend']").ShouldBeNull();
        _visitor.Page.QuerySelector("main a.button")!.GetAttribute("href").ShouldBe("/screening");
        await _visitor.Open(mend);
        await _visitor.CheckFeet();
        _visitor.Heading.ShouldBe("Please have your feet looked at first", "a clear check does not undo a finding");

        await _visitor.Screened(_host);
        await _visitor.Open("/today");
        _visitor.Heading.ShouldStartWith("Four exercises today");
    }

    [Fact]
    public async Task One_warmer_foot_rests_the_ball_and_standing_and_says_so()
    {
        await _visitor.Screened(_host);

        await Check(("left", "31,5"), ("right", "28.9"));

        _visitor.Path.ShouldBe("/today");
        _visitor.Page.QuerySelector("[data-notice=P9]").ShouldNotBeNull();
        _visitor.Page.QuerySelectorAll("[data-waits]").Select(row => row.GetAttribute("data-waits")).ShouldBe(["ball-roll", "calf-raise"]);
        (await _visitor.Journal()).Of("foot-check").ShouldHaveSingleItem().GetProperty("sideDifferenceC").GetDecimal().ShouldBe(2.6m);
        await _visitor.Follow("Start");
        _visitor.Path.ShouldBe("/session/before");
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_named_and_the_rest_is_kept()
    {
        await _visitor.Screened(_host);
        await _visitor.Open("/foot-check?then=session");

        await _visitor.Send(("looked", "helper"), ("heat", "no"), ("left", "warm"), ("right", "30"));

        _visitor.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        _visitor.Errors.Count.ShouldBe(3);
        _visitor.Page.QuerySelectorAll(".nhsuk-error-summary a").ShouldAllBe(link => _visitor.Page.QuerySelector(link.GetAttribute("href")!) != null);
        _visitor.Page.QuerySelector("input[name=looked][value=helper]")!.HasAttribute("checked").ShouldBeTrue();
        _visitor.Page.QuerySelector("input[name=left]")!.GetAttribute("value").ShouldBe("warm");
        (await _visitor.Journal()).Of("foot-check").ShouldBeEmpty();
        await _visitor.CheckFeet();
        _visitor.Path.ShouldBe("/session/before", "the way on is kept, too");
    }
}
