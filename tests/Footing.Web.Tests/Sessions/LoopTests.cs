using Footing.Journal;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Sessions;

public sealed class LoopTests : IAsyncLifetime
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
    public async Task Who_may_do_everything_goes_round_twice()
    {
        await _visitor.Screened(_host);
        await _visitor.Open("/today");
        _visitor.Heading.ShouldStartWith("Four exercises today, about ");

        await _visitor.IntoSession();
        _visitor.Page.QuerySelectorAll("section[data-exercise]").Length.ShouldBe(4);
        await _visitor.DoEverything();
        _host.Clock.Advance(TimeSpan.FromMinutes(20));
        await _visitor.Answer();

        _visitor.Path.ShouldBe("/session/after");
        _visitor.Heading.ShouldBe("Thank you");
        _visitor.Page.QuerySelector("[data-changes]")!.GetAttribute("data-changes").ShouldBe("0");
        _visitor.Page.QuerySelector("[data-next]")!.GetAttribute("data-next").ShouldBe("2026-03-06");
        var journal = await _visitor.Journal();
        var session = journal.Of("session").ShouldHaveSingleItem();
        session.GetProperty("painBefore").GetInt32().ShouldBe(3);
        session.GetProperty("painAfter").GetInt32().ShouldBe(3);
        session.GetProperty("effort").EnumerateObject().Count().ShouldBe(4);
        // ball-roll 1 each foot, toe-lift 1, ankle-pump 3 each leg, calf-raise 1.
        journal.Of("set").Count().ShouldBe(2 + 1 + 6 + 1);
        journal.ShouldAllBe(entry => EntryReader.From(entry).Succeeded);

        await _visitor.Open("/today");
        _visitor.Heading.ShouldBe("Done for today");
        _visitor.Page.QuerySelector("a[href^='/foot-check']").ShouldBeNull();

        _host.Clock.Advance(TimeSpan.FromDays(2));
        await _visitor.IntoSession();
        await _visitor.DoEverything();
        await _visitor.Answer(pain: 4, ("effort.toe-lift", "9"));

        var change = _visitor.Page.QuerySelectorAll("[data-change]").ShouldHaveSingleItem();
        change.GetAttribute("data-of").ShouldBe("toe-lift");
        change.GetAttribute("data-change").ShouldBe("half");
        Visitor.Text(change).ShouldBe("Toe lift: half as much. It will be 30 seconds. It was very hard. It should feel easy to medium.");
        (await _visitor.Journal()).Of("session").Count().ShouldBe(2);

        _host.Clock.Advance(TimeSpan.FromDays(3));
        await _visitor.Open("/today");
        _visitor.Page.QuerySelector("[data-exercise=toe-lift] [data-step]")!.GetAttribute("data-step").ShouldBe("half");
    }

    [Fact]
    public async Task Who_may_only_sit_goes_round_twice_and_looks_at_the_soles_after_each()
    {
        await _visitor.Screened(_host, ("numb-feet", "yes"), ("touch-test", "3"));

        for (var round = 1; round <= 2; round++)
        {
            await _visitor.Open("/today");
            _visitor.Heading.ShouldStartWith("Two exercises today");
            _visitor.Page.QuerySelector("[data-waits=calf-raise]").ShouldNotBeNull();
            _visitor.Page.QuerySelector("[data-waits=ball-roll]").ShouldNotBeNull();
            await _visitor.IntoSession(pain: 5);
            await _visitor.DoEverything();
            _host.Clock.Advance(TimeSpan.FromMinutes(12));
            await _visitor.Answer(pain: 5);
            _visitor.Path.ShouldBe("/session/after");

            await _visitor.Open("/today");
            _visitor.Page.QuerySelector("a[href='/foot-check?then=after']").ShouldNotBeNull("the second look is still open");
            await _visitor.Open("/foot-check?then=after");
            _host.Clock.Advance(TimeSpan.FromMinutes(1));
            await _visitor.CheckFeet(("looked", "helper"));
            _visitor.Heading.ShouldBe("Well done. Now rest");

            var journal = await _visitor.Journal();
            journal.Of("session").Count().ShouldBe(round);
            journal.Of("foot-check").Count().ShouldBe(2 * round);
            _host.Clock.Advance(TimeSpan.FromDays(2));
        }
    }
}
