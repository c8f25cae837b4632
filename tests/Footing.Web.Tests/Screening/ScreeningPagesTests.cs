using Footing.Testing.Web;

namespace Footing.Web.Tests.Screening;

public sealed class ScreeningPagesTests : VisitedTests
{
    protected override Task<RunningHost> StartAsync() => RunningHost.StartAsync();

    protected override async Task ArriveAsync()
    {
        await Visitor.ToResult(("diabetes", "yes"), ("insulin-or-sulfonylurea", "no"));
        Host.Clock.Advance(TimeSpan.FromDays(28));
    }

    [Fact]
    public async Task After_four_weeks_the_result_asks_for_new_answers()
    {
        await Visitor.Open("/screening/result");

        Visitor.Page.Body!.TextContent.ShouldContain("older than four weeks");
        Visitor.Page.QuerySelector("a[href='/today'].button").ShouldBeNull();
    }

    [Fact]
    public async Task Signs_and_tests_are_asked_anew_and_what_lasts_is_shown()
    {
        await Visitor.Open("/screening");
        await Visitor.Follow("Begin");
        List<string> asked = [];
        while (Visitor.Path != "/screening/still-right")
        {
            Visitor.Page.QuerySelectorAll("input[checked]").ShouldBeEmpty(Visitor.Path);
            var names = Visitor.Page.QuerySelectorAll("main form input:not([type=hidden]):not([type=checkbox])").Select(i => i.GetAttribute("name")!).Distinct().ToList();
            asked.AddRange(names);
            await Visitor.Send([.. names.Select(n => (n, Walk.Healthy[n]))]);
        }

        asked.ShouldContain("hot-red-swollen-foot");
        asked.ShouldContain("touch-test");
        asked.ShouldContain("arterial-disease");
        asked.ShouldNotContain("age");
        asked.ShouldNotContain("charcot-history");
        Visitor.Page.Body!.TextContent.ShouldContain("4 March 2026");
        Visitor.Text(Visitor.Page.QuerySelector("#age")!).ShouldContain("67 years");

        await Visitor.Open("/screening/age?from=still-right");
        await Visitor.Send(("age", "68"));
        Visitor.Path.ShouldBe("/screening/still-right");
        await Visitor.Send();
        await Visitor.Onward(Walk.Healthy);
        await Visitor.Send();

        var answers = (await Visitor.Journal())[^1].GetProperty("answers");
        answers.GetProperty("age").GetInt32().ShouldBe(68);
        answers.GetProperty("diabetes").GetString().ShouldBe("yes");
        answers.GetProperty("past-ulcer-or-amputation").GetString().ShouldBe("no");
        Visitor.Heading.ShouldBe("You can exercise");
    }

    [Fact]
    public async Task An_alarm_in_a_repeat_counts_at_once()
    {
        await Visitor.Open("/screening");
        await Visitor.Follow("Begin");
        await Visitor.Send(("cold-pale-limb", "yes"));

        using var later = new Visitor(Host);
        await later.Open("/screening/result");

        later.Heading.ShouldStartWith("Call 112 or your local emergency number now");
    }
}
