using Footing.Testing.Web;

namespace Footing.Web.Tests.Screening;

public sealed class ScreeningPagesTests : IAsyncLifetime
{
    private RunningHost _host = null!;
    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _host = await RunningHost.StartAsync();
        _visitor = new(_host);
        await _visitor.ToResult(("diabetes", "yes"), ("insulin-or-sulfonylurea", "no"));
        _host.Clock.Advance(TimeSpan.FromDays(28));
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task After_four_weeks_the_result_asks_for_new_answers()
    {
        await _visitor.Open("/screening/result");

        _visitor.Page.Body!.TextContent.ShouldContain("older than four weeks");
        _visitor.Page.QuerySelector("a[href='/today'].button").ShouldBeNull();
    }

    [Fact]
    public async Task Signs_and_tests_are_asked_anew_and_what_lasts_is_shown()
    {
        await _visitor.Open("/screening");
        await _visitor.Follow("Begin");
        List<string> asked = [];
        while (_visitor.Path != "/screening/still-right")
        {
            _visitor.Page.QuerySelectorAll("input[checked]").ShouldBeEmpty(_visitor.Path);
            var names = _visitor.Page.QuerySelectorAll("main form input:not([type=hidden]):not([type=checkbox])").Select(i => i.GetAttribute("name")!).Distinct().ToList();
            asked.AddRange(names);
            await _visitor.Send([.. names.Select(n => (n, Walk.Healthy[n]))]);
        }

        asked.ShouldContain("hot-red-swollen-foot");
        asked.ShouldContain("touch-test");
        asked.ShouldContain("arterial-disease");
        asked.ShouldNotContain("age");
        asked.ShouldNotContain("charcot-history");
        _visitor.Page.Body!.TextContent.ShouldContain("4 March 2026");
        Visitor.Text(_visitor.Page.QuerySelector("#age")!).ShouldContain("67 years");

        await _visitor.Open("/screening/age?from=still-right");
        await _visitor.Send(("age", "68"));
        _visitor.Path.ShouldBe("/screening/still-right");
        await _visitor.Send();
        await _visitor.Onward(Walk.Healthy);
        await _visitor.Send();

        var answers = (await _visitor.Journal())[^1].GetProperty("answers");
        answers.GetProperty("age").GetInt32().ShouldBe(68);
        answers.GetProperty("diabetes").GetString().ShouldBe("yes");
        answers.GetProperty("past-ulcer-or-amputation").GetString().ShouldBe("no");
        _visitor.Heading.ShouldBe("You can exercise");
    }

    [Fact]
    public async Task An_alarm_in_a_repeat_counts_at_once()
    {
        await _visitor.Open("/screening");
        await _visitor.Follow("Begin");
        await _visitor.Send(("cold-pale-limb", "yes"));

        using var later = new Visitor(_host);
        await later.Open("/screening/result");

        later.Heading.ShouldStartWith("Call 112 or your local emergency number now");
    }
}
