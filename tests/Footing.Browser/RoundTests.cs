using Footing.Testing.Web;
using Microsoft.Playwright;

namespace Footing.Browser;

/// <summary>Round the loop: screening, plan, session, questions, and a plan that changed for a reason.</summary>
[Collection(OfPages.Name)]
public sealed class RoundTests(Chromium chromium)
{
    [Fact]
    public async Task Who_may_do_everything_goes_round_until_an_exercise_steps_up()
    {
        await using var phone = await Phone.OpenAsync(chromium, timerMs: 1000);
        await phone.ArriveAsync();
        await phone.AnswerAsync(Journey.AllIsWell);
        await phone.TapAsync("Show my result");
        await phone.ShouldShowAsync("You can exercise");
        await phone.FollowAsync("Tell us what you know of your feet");
        await phone.FollowAsync("Leave this out");
        await Names(phone).ShouldBeAsync("Ankle pump", "Ball roll", "Toe lift", "Calf raise");

        var first = await phone.BeginSessionAsync();
        await first.PerformToTheEndAsync(4);

        ShouldLead(first);
        Performance.DoneIn(await phone.JournalAsync("set")).ShouldBe(first.Planned, ignoreOrder: true, "each planned set once, in full; one that nobody was seen to do is told at the end");
        await phone.TellItWentWellAsync();
        await Assertions.Expect(phone.Page.GetByText("Your plan stays as it is.")).ToBeVisibleAsync();
        await phone.FollowAsync("Look at my feet");
        await phone.ShouldShowAsync("Look at your feet once more");
        await phone.FindFeetWellAsync();
        await phone.ShouldShowAsync("Well done. Now rest");

        await phone.SleepAsync();
        await phone.OpenAsync("/today");
        await phone.ShouldShowAsync("Today is a rest day");
        await TellMorning(phone);
        (await phone.JournalAsync("next-morning")).ShouldHaveSingleItem()["because"]!.GetValue<string>().ShouldBe("no");

        await AnotherSession(phone, days: 1);
        await AnotherSession(phone, days: 5);
        await Assertions.Expect(phone.Page.Locator("li", new() { HasText = "Ankle pump" })).ToContainTextAsync("one level up, because three sessions went well.");

        await phone.SleepAsync(2);
        await phone.OpenAsync("/today");
        var stepped = phone.Page.Locator("li", new() { HasText = "Ankle pump" });
        await Assertions.Expect(stepped).ToContainTextAsync("3 sets of 20, each foot");
        await Assertions.Expect(stepped).ToContainTextAsync("One level up");
        await stepped.GetByRole(AriaRole.Link, new() { Name = "Why?" }).TapAsync();
        await phone.ShouldShowAsync("My plan");
    }

    [Fact]
    public async Task Who_may_only_sit_looks_at_the_feet_twice_and_stops_when_something_is_on_the_skin()
    {
        await using var phone = await Phone.OpenAsync(chromium, timerMs: 1000);
        await phone.ArriveAsync();
        await phone.AnswerAsync(Journey.ButFor(
            ("Do parts of your feet feel numb?", "Yes"), ("The touch test: how many of the six touches were missed?", "3"),
            ("The line stand: for how many seconds can you stand heel to toe?", "4")));
        await phone.TapAsync("Show my result");
        await phone.ShouldShowAsync("You can exercise, sitting and lying");
        await phone.FollowAsync("See what is for today");
        await Names(phone).ShouldBeAsync("Ankle pump", "Toe lift");
        await Assertions.Expect(phone.Page.Locator("li", new() { HasText = "Ball roll" })).ToContainTextAsync("Left out, because your feet may not warn you.");
        await Assertions.Expect(phone.Page.Locator("li", new() { HasText = "Calf raise" })).ToContainTextAsync("Left out, so that you do not fall.");

        var first = await phone.BeginSessionAsync();
        await first.PerformToTheEndAsync();
        Performance.DoneIn(await phone.JournalAsync("set")).ShouldBe(first.Planned);
        await phone.TellItWentWellAsync();
        await Assertions.Expect(phone.Page.GetByText("So this second look is a part of the session")).ToBeVisibleAsync();
        await phone.FollowAsync("Look at my feet");
        await phone.FindFeetWellAsync();
        (await phone.JournalAsync("foot-check")).Count.ShouldBe(2);

        await phone.SleepAsync(2);
        await phone.OpenAsync("/today");
        await TellMorning(phone);
        var second = await phone.BeginSessionAsync();
        await second.PerformAsync(seen => seen.Kind == "set" && seen.Count.StartsWith("3 of", StringComparison.Ordinal) && second.Moments.Exists(past => past.Kind == "rest" || past.Kind == "switch"), 1);
        await phone.TapAsync("Stop");

        await phone.ShouldShowAsync("You stopped. That was right");
        var sets = await phone.JournalAsync("set");
        var done = Performance.DoneIn(sets);
        done[0].ShouldBe(second.Planned[0]);
        done[^1].ShouldEndWith(" 3", customMessage: "the set that was stopped, as far as it went");
        done.Count.ShouldBeLessThan(second.Planned.Count);
        await phone.ChooseAsync("Why did you stop?", "I saw something on my skin");
        await phone.TapAsync("Save");

        await phone.ShouldShowAsync("Please have your feet looked at today");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Heading, new() { Name = "Broken skin on a foot" })).ToBeVisibleAsync();
        (await phone.JournalAsync("session"))[^1]["stopReason"]!.GetValue<string>().ShouldBe("skin");

        await phone.SleepAsync(1);
        foreach (var path in (string[])["/today", "/session/before", "/session"])
        {
            await phone.OpenAsync(path);
            await phone.ShouldShowAsync("Please have your feet looked at today");
        }

        await phone.FollowAsync("It has been looked at");
        await phone.ShouldShowAsync("Is exercise safe for you?");
    }

    /// <summary>What the screen and the voice gave all along.</summary>
    private static void ShouldLead(Performance performance)
    {
        var running = performance.Moments.Where(seen => seen.Phase is "running" or "waiting").ToList();
        running.Zip(running.Skip(1)).ShouldAllBe(pair => pair.Second.LeftSeconds <= pair.First.LeftSeconds);
        running.Zip(running.Skip(1)).ShouldAllBe(pair => pair.Second.Done >= pair.First.Done);
        running[^1].LeftSeconds.ShouldBeLessThanOrEqualTo(5);
        running[^1].Done.ShouldBeGreaterThan(990);
        performance.Spoken.ShouldContain("Switch to the right foot.");
        performance.Spoken.ShouldContain("Pain or dizziness: stop.");
        performance.Spoken.ShouldContain("Tap when you are ready.");
        performance.Spoken.ShouldContain("Sit up slowly, and stay sitting for a minute.");
        performance.Spoken.ShouldContain("Now a few short questions: about pain, about effort, and how you feel.");
        var rests = performance.Moments.Where(seen => seen is { Kind: "rest" or "switch", Phase: "running" }).ToList();
        rests.ShouldNotBeEmpty();
        running.Select(seen => seen.Kind).Distinct().ShouldBe(["get-ready", "set-up", "set", "switch", "rest", "sole-check", "questions"], ignoreOrder: true, "the rest is the minute of sitting");
    }

    private static async Task AnotherSession(Phone phone, int days)
    {
        await phone.SleepAsync(days);
        await phone.OpenAsync("/today");
        await TellMorning(phone);
        var performance = await phone.BeginSessionAsync();
        await performance.PerformToTheEndAsync();
        Performance.DoneIn(await phone.JournalAsync("set")).ShouldBe(performance.Planned, ignoreOrder: true);
        await phone.TellItWentWellAsync();
    }

    private static async Task TellMorning(Phone phone)
    {
        var asked = phone.Page.Locator("form[data-entry=next-morning]");
        if (await asked.CountAsync() > 0)
        {
            await asked.Locator("#morningPain-3").TapAsync();
            await phone.ChooseAsync("Was it the session?", "No");
            await asked.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).TapAsync();
            await Assertions.Expect(phone.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Thank you. It is saved." })).ToBeVisibleAsync();
        }
    }

    private static ILocator Names(Phone phone) => phone.Page.Locator("li[data-exercise]").GetByRole(AriaRole.Heading, new() { Level = 3 });
}

internal static class Headings
{
    /// <summary>These texts, in this order, and no other.</summary>
    public static Task ShouldBeAsync(this ILocator found, params string[] texts) => Assertions.Expect(found).ToHaveTextAsync(texts);
}
