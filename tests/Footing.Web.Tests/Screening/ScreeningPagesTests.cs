using Footing.Journal;
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
    public async Task A_repeat_with_nothing_new_asks_what_may_have_changed_and_keeps_the_tests_with_their_date()
    {
        await Visitor.Open("/screening");
        Words.ShouldContain("About three minutes. If nothing is new, you need nobody to help you.");
        await Visitor.Follow("Begin");
        var (asked, pages) = await UpToStillRight();

        asked.Select(id => Question.Find(id)!.Number).Order().ShouldBe([.. Enumerable.Range(1, 9), 16, 17, 18, 32, 33, 34]);
        pages.ShouldBe(15, "one page each, but two questions are on one, and one page about the touch test");
        Words.ShouldContain("4 March 2026");
        Visitor.Text(Visitor.Page.QuerySelector("#age")!).ShouldContain("67 years");
        Visitor.Text(Visitor.Page.QuerySelector("#touch-test")!).ShouldContain("found on 4 March 2026");
        Visitor.Page.QuerySelector("#arterial-disease a")!.GetAttribute("href").ShouldBe("/screening/arterial-disease?from=still-right");

        await Visitor.Open("/screening/age?from=still-right");
        await Visitor.Send(("age", "68"));
        Visitor.Path.ShouldBe("/screening/still-right");
        await Visitor.Send();
        Visitor.Path.ShouldBe("/screening/check");
        await Visitor.Send();

        var entry = (await Visitor.Journal())[^1];
        var answers = entry.GetProperty("answers");
        answers.GetProperty("age").GetInt32().ShouldBe(68);
        answers.GetProperty("diabetes").GetString().ShouldBe("yes");
        answers.GetProperty("past-ulcer-or-amputation").GetString().ShouldBe("no");
        answers.GetProperty("touch-test").GetInt32().ShouldBe(0);
        entry.GetProperty("measured").EnumerateObject().Select(one => $"{one.Name} {one.Value}")
            .ShouldBe(["chair-stands 2026-03-04", "tandem-stand-seconds 2026-03-04", "touch-test 2026-03-04"]);
        Visitor.Heading.ShouldBe("You can exercise");
    }

    [Fact]
    public async Task Feet_that_are_number_since_need_another_touch_test_and_without_one_it_is_not_done()
    {
        await Visitor.Open("/screening");
        await Visitor.Follow("Begin");
        await UpTo("/screening/number-since");
        await Visitor.Send();
        Visitor.Errors.ShouldHaveSingleItem();

        await Visitor.Send(("number-since", "yes"));

        Visitor.Path.ShouldBe("/screening/touch-test");
        Visitor.Page.QuerySelector("[data-again=worse]").ShouldNotBeNull();
        Words.ShouldContain("You need another person");
        await Visitor.Send(("touch-test", "not-done"));
        await UpToStillRight();
        await Visitor.Send();
        await Visitor.Send();
        (await Visitor.Journal())[^1].GetProperty("answers").GetProperty("touch-test").GetString().ShouldBe("not-done");
    }

    [Fact]
    public async Task Tests_of_balance_age_after_twelve_weeks_and_a_new_number_is_of_today()
    {
        Host.Clock.Advance(TimeSpan.FromDays(60));
        await Visitor.Open("/screening");
        Visitor.Page.QuerySelectorAll("[data-tests] [data-test]").Select(test => test.GetAttribute("data-test")).ShouldBe(["tandem-stand-seconds", "chair-stands"]);
        Says("[data-tests]")!.ShouldContain("You need another person beside you.");
        await Visitor.Follow("Begin");
        await UpTo("/screening/tandem-stand-seconds");
        Visitor.Page.QuerySelector("[data-again=aged]").ShouldNotBeNull();
        await Visitor.Send(("tandem-stand-seconds", "10"));
        await Visitor.Send(("chair-stands-not-done", "not-done"));
        await UpToStillRight();
        await Visitor.Send();
        await Visitor.Send();

        var entry = (await Visitor.Journal())[^1];
        entry.GetProperty("answers").GetProperty("tandem-stand-seconds").GetInt32().ShouldBe(10);
        entry.GetProperty("answers").GetProperty("chair-stands").GetString().ShouldBe("not-done");
        entry.GetProperty("measured").EnumerateObject().Select(one => one.Name).ShouldBe(["touch-test"]);
    }

    /// <summary>Answers as usual up to a page.</summary>
    private async Task<(List<string> Asked, int Pages)> UpTo(string path)
    {
        List<string> asked = [];
        var pages = 0;
        for (; Visitor.Path != path; pages++)
        {
            pages.ShouldBeLessThan(30, Visitor.Path);
            var names = Visitor.Page.QuerySelectorAll("main form input:not([type=hidden]):not([type=checkbox])").Select(i => i.GetAttribute("name")!).Distinct().ToList();
            asked.AddRange(names.Where(name => Question.Find(name) is not null));
            await Visitor.Send([.. names.Select(n => (n, n == "number-since" ? "no" : Walk.Healthy[n]))]);
            Visitor.Errors.ShouldBeEmpty();
        }

        return (asked, pages);
    }

    private Task<(List<string> Asked, int Pages)> UpToStillRight() => UpTo("/screening/still-right");

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
