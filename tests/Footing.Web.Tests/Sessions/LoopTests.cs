using Footing.Journal;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Sessions;

public sealed class LoopTests : VisitedTests
{
    [Fact]
    public async Task Who_may_do_everything_goes_round_twice()
    {
        await Visitor.Screened(Host);
        await Visitor.Open("/today");
        Visitor.Heading.ShouldStartWith("Four exercises today, about ");

        await Visitor.IntoSession();
        Visitor.Page.QuerySelectorAll("section[data-exercise]").Length.ShouldBe(4);
        await Visitor.DoEverything();
        Host.Clock.Advance(TimeSpan.FromMinutes(20));
        await Visitor.Answer();

        Visitor.Path.ShouldBe("/session/after");
        Visitor.Heading.ShouldBe("Thank you");
        Visitor.Page.QuerySelector("[data-changes]")!.GetAttribute("data-changes").ShouldBe("0");
        Visitor.Page.QuerySelector("[data-next]")!.GetAttribute("data-next").ShouldBe("2026-03-06");
        var journal = await Visitor.Journal();
        var session = journal.Of("session").ShouldHaveSingleItem();
        session.GetProperty("painBefore").GetInt32().ShouldBe(3);
        session.GetProperty("painAfter").GetInt32().ShouldBe(3);
        session.GetProperty("effort").EnumerateObject().Count().ShouldBe(4);
        // ball-roll 1 each foot, toe-lift 1, ankle-pump 3 each leg, calf-raise 1.
        journal.Of("set").Count().ShouldBe(2 + 1 + 6 + 1);
        journal.ShouldAllBe(entry => EntryReader.From(entry).Succeeded);

        await Visitor.Open("/today");
        Visitor.Heading.ShouldBe("Done for today");
        Visitor.Page.QuerySelector("a[href^='/foot-check']").ShouldBeNull();

        Host.Clock.Advance(TimeSpan.FromDays(2));
        await Visitor.IntoSession();
        await Visitor.DoEverything();
        await Visitor.Answer(pain: 4, ("effort.toe-lift", "9"));

        var change = Visitor.Page.QuerySelectorAll("[data-change]").ShouldHaveSingleItem();
        change.GetAttribute("data-of").ShouldBe("toe-lift");
        change.GetAttribute("data-change").ShouldBe("half");
        Visitor.Text(change).ShouldBe("Toe lift: half as much. It will be 30 seconds. It was very hard. It should feel easy to medium.");
        (await Visitor.Journal()).Of("session").Count().ShouldBe(2);

        Host.Clock.Advance(TimeSpan.FromDays(3));
        await Visitor.Open("/today");
        Visitor.Page.QuerySelector("[data-exercise=toe-lift] [data-step]")!.GetAttribute("data-step").ShouldBe("half");
    }

    [Fact]
    public async Task Who_may_only_sit_goes_round_twice_and_looks_at_the_soles_after_each()
    {
        await Visitor.Screened(Host, ("numb-feet", "yes"), ("touch-test", "3"), ("dizzy-on-standing", "yes"));

        for (var round = 1; round <= 2; round++)
        {
            await Visitor.Open("/today");
            Visitor.Heading.ShouldStartWith("Two exercises today");
            Visitor.Page.QuerySelector("[data-waits=calf-raise]").ShouldNotBeNull();
            Visitor.Page.QuerySelector("[data-waits=ball-roll]").ShouldNotBeNull();
            await Visitor.IntoSession(pain: 5);
            await Visitor.DoEverything();
            Host.Clock.Advance(TimeSpan.FromMinutes(12));
            await Visitor.Answer(pain: 5);
            Visitor.Path.ShouldBe("/session/after");

            await Visitor.Open("/today");
            Visitor.Page.QuerySelector("a[href='/foot-check?then=after']").ShouldNotBeNull("the second look is still open");
            await Visitor.Open("/foot-check?then=after");
            Host.Clock.Advance(TimeSpan.FromMinutes(1));
            await Visitor.CheckFeet(("looked", "helper"));
            Visitor.Heading.ShouldBe("Well done. Now rest");

            var journal = await Visitor.Journal();
            journal.Of("session").Count().ShouldBe(round);
            journal.Of("foot-check").Count().ShouldBe(2 * round);
            Host.Clock.Advance(TimeSpan.FromDays(2));
        }
    }
}
