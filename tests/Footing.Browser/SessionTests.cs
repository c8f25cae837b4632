using Footing.Testing.Web;
using Microsoft.Playwright;

namespace Footing.Browser;

/// <summary>The session when things go wrong, and by keys, without motion, by ear.</summary>
[Collection(OfSessions.Name)]
public sealed class SessionTests(Chromium chromium)
{
    [Fact]
    public async Task A_reload_in_the_middle_offers_to_go_on_and_loses_no_finished_set()
    {
        await using var phone = await Phone.OpenAsync(chromium, timerMs: 400);
        var performance = await phone.StandReadyAsync(People.Numb);
        await performance.PerformAsync(seen => seen.Kind == "set" && seen.Count.StartsWith("4 of", StringComparison.Ordinal) && performance.Moments.Exists(past => past.Kind == "switch"), 1);

        await phone.Page.ReloadAsync();
        await phone.ShouldShowAsync("Go on from here?");
        await Assertions.Expect(phone.Page.GetByText("Ankle pump · Right foot, set 1 of 3")).ToBeVisibleAsync();
        await phone.TapAsync("Go on");
        await performance.PerformToTheEndAsync();

        Performance.DoneIn(await phone.JournalAsync("set")).ShouldBe(performance.Planned);
        await phone.TellItWentWellAsync();
        (await phone.JournalAsync("session")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_shorter_session_asks_for_less_in_each_set()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        await phone.StandReadyAsync(People.Numb);
        await phone.OpenAsync("/session?before=3&short=1");
        var performance = await new Performance(phone).ReadPlanAsync();

        var set = await performance.PerformAsync(seen => seen.Kind == "set" && seen.Count.Contains("of", StringComparison.Ordinal));

        set!.Count.ShouldEndWith("of 7");
    }

    [Fact]
    public async Task Without_a_connection_the_session_goes_on_and_is_sent_when_there_is_one()
    {
        await using var phone = await Phone.OpenAsync(chromium, timerMs: 400);
        phone.Expect("ERR_INTERNET_DISCONNECTED");
        var performance = await phone.StandReadyAsync(People.Numb);
        await phone.Context.RouteAsync("**/api/journal", route => route.AbortAsync("internetdisconnected"));

        await performance.PerformAsync(null, 30);
        await phone.PassAsync(TimeSpan.FromSeconds(9));

        await phone.ShouldShowAsync("Well done. Your session is saved.");
        await Assertions.Expect(phone.Page.GetByText("There is no connection. What you did is saved on this device.")).ToBeVisibleAsync();
        await phone.ShouldPassAxeAsync();
        (await phone.JournalAsync("set")).ShouldBeEmpty();

        // Away to another page and back: nothing is lost, and the page says that something waits.
        await phone.OpenAsync("/today");
        await Assertions.Expect(phone.Page.GetByText("Some of what you did is still on this device.")).ToBeVisibleAsync();
        await phone.Context.UnrouteAsync("**/api/journal");
        await phone.PassAsync(TimeSpan.FromMinutes(2));
        await Assertions.Expect(phone.Page.GetByText("Some of what you did is still on this device.")).ToBeHiddenAsync();

        Performance.DoneIn(await phone.JournalAsync("set")).ShouldBe(performance.Planned);
        await phone.OpenAsync("/session?before=3");
        await phone.ShouldShowAsync("You finished your session. It is saved. A few questions are left.");
        await phone.TapAsync("Go to the questions");
        await phone.TellItWentWellAsync();
    }

    [Fact]
    public async Task A_server_that_cannot_take_it_now_is_asked_again_until_it_can()
    {
        await using var phone = await Phone.OpenAsync(chromium, timerMs: 400);
        phone.Expect("503");
        var performance = await phone.StandReadyAsync(People.Numb);
        var isBusy = true;
        await phone.Context.RouteAsync("**/api/journal", route => isBusy ? route.FulfillAsync(new() { Status = 503 }) : route.ContinueAsync());

        await performance.PerformAsync(null, 30);
        await phone.PassAsync(TimeSpan.FromSeconds(9));
        await phone.ShouldShowAsync("Well done. Your session is saved.");
        isBusy = false;
        await phone.TapAsync("Try again");

        await phone.ShouldShowAsync("How was it?");
        Performance.DoneIn(await phone.JournalAsync("set")).ShouldBe(performance.Planned);
    }

    [Fact]
    public async Task A_browser_that_forbids_storage_performs_and_sends_all_the_same()
    {
        await using var phone = await Phone.OpenAsync(chromium, timerMs: 400, scripts: Devices.Forbidding);
        var performance = await phone.StandReadyAsync(People.Numb);
        await performance.TapAnywhereAsync();
        await phone.PassAsync(TimeSpan.FromSeconds(2));
        await Assertions.Expect(phone.Page.GetByText("This browser does not let us save on this device.")).ToBeVisibleAsync();

        await performance.PerformToTheEndAsync();

        Performance.DoneIn(await phone.JournalAsync("set")).ShouldBe(performance.Planned);
        await phone.TellItWentWellAsync();
    }

    [Fact]
    public async Task Urgent_help_is_one_tap_away_without_a_connection_and_the_session_waits()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        phone.Expect("ERR_INTERNET_DISCONNECTED");
        var performance = await phone.StandReadyAsync(People.Able);
        await performance.PerformAsync(seen => seen.Kind == "set");
        await phone.Context.SetOfflineAsync(true);

        await phone.FollowAsync("Urgent help");

        await phone.ShouldShowAsync("Is something wrong?");
        await Assertions.Expect(phone.Page.Locator("#urgent").GetByRole(AriaRole.Link, new() { NameRegex = new("^Call [0-9]+$") })).ToBeVisibleAsync();
        await Assertions.Expect(phone.Page.Locator("#session")).ToHaveAttributeAsync("inert", "");
        await phone.ShouldPassAxeAsync();
        await phone.ShouldFitAsync("in danger");
        var before = await performance.SeeAsync();
        before.Phase.ShouldBe("paused");
        await phone.PassAsync(TimeSpan.FromMinutes(1));
        (await performance.SeeAsync()).Left.ShouldBe(before.Left);

        await phone.FollowAsync("Back to my session");
        await phone.TapAsync("Go on");
        (await performance.SeeAsync()).Phase.ShouldBe("running");
        await phone.Context.SetOfflineAsync(false);
    }

    [Fact]
    public async Task Every_cue_is_said_in_its_turn_and_none_cuts_off_another()
    {
        await using var phone = await Phone.OpenAsync(chromium, timerMs: 60);
        var performance = await phone.StandReadyAsync(People.Numb);
        await performance.PerformAsync(seen => seen.Kind == "set" && seen.Count.StartsWith("9 of", StringComparison.Ordinal) && performance.Moments.Exists(past => past.Kind == "switch"));

        (await phone.Page.EvaluateAsync<string[]>("spoken.filter(s => s.cut).map(s => s.text)")).ShouldBeEmpty();
        var said = await phone.Page.EvaluateAsync<string[]>("spoken.map(s => s.text)");
        ShouldComeInThisOrder(said, "Hello.", "There is no hurry.", "Tap when you are ready.", "Pain or dizziness: stop.", "Left foot.", "Up", "Away", "Switch to the right foot.", "Up");
        said.Count(word => word == "Up").ShouldBeGreaterThanOrEqualTo(18, "the beat of every repetition");
    }

    [Fact]
    public async Task A_phone_without_a_voice_says_so_and_leads_by_captions()
    {
        await using var phone = await Phone.OpenAsync(chromium, scripts: Devices.Mute);
        var performance = await phone.StandReadyAsync(People.Numb);
        await phone.PassAsync(TimeSpan.FromSeconds(3));
        await Assertions.Expect(phone.Page.GetByText("This device has no voice for your language. Big words and tones will lead you.")).ToBeVisibleAsync();

        await performance.PerformAsync(seen => seen.Caption == "Pull up", 1);

        await phone.TapAsync("More");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Button, new() { Name = "Sound", Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Voice") })).ToBeHiddenAsync();
        await phone.TapAsync("Close");
        (await phone.Page.Locator(".session__caption").GetAttributeAsync("aria-live")).ShouldBe("polite");
    }

    [Fact]
    public async Task Reduced_motion_shows_the_key_poses_one_by_one_with_their_words()
    {
        await using var phone = await Phone.OpenAsync(chromium, options => options.ReducedMotion = ReducedMotion.Reduce);
        var performance = await phone.StandReadyAsync(People.Numb);
        await performance.PerformAsync(seen => seen.Caption == "Pull up", 0.5);

        List<string> poses = [], words = [];
        for (var i = 0; i < 40; i++)
        {
            poses.Add(await phone.Page.Locator(".session__figure [data-joint=ankle]").First.EvaluateAsync<string>("part => getComputedStyle(part).transform"));
            words.Add(await phone.Page.Locator(".session__pose").InnerTextAsync());
            await phone.PassAsync(TimeSpan.FromMilliseconds(200));
        }

        words.ShouldAllBe(word => word.Length > 0);
        words.Distinct().Count().ShouldBeGreaterThan(1);
        poses.Distinct().Count().ShouldBe(words.Distinct().Count(), "the key poses and nothing between them");
    }

    [Fact]
    public async Task The_figure_moves_with_the_beat_and_stands_still_in_a_pause()
    {
        await using var phone = await Phone.OpenAsync(chromium, timerMs: 40);
        var performance = await phone.StandReadyAsync(People.Numb);
        await performance.PerformAsync(seen => seen.Caption == "Pull up", 0.5);
        var ankle = phone.Page.Locator(".session__figure [data-joint=ankle]").First;

        var poses = await Poses();
        poses.Distinct().Count().ShouldBeGreaterThan(6);
        await phone.TapAsync("Pause");
        (await Poses()).Distinct().ShouldHaveSingleItem();
        await Assertions.Expect(phone.Page.GetByText("Paused", new() { Exact = true })).ToBeVisibleAsync();

        async Task<List<string>> Poses()
        {
            List<string> seen = [];
            for (var i = 0; i < 10; i++)
            {
                seen.Add(await ankle.EvaluateAsync<string>("part => getComputedStyle(part).transform"));
                await phone.PassAsync(TimeSpan.FromMilliseconds(200));
            }

            return seen;
        }
    }

    [Fact]
    public async Task A_rest_counts_down_and_says_what_comes_next()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        var performance = await phone.StandReadyAsync(People.Sitting);
        await performance.PerformAsync(seen => seen is { Kind: "rest", Phase: "running" });

        List<int> left = [];
        for (var i = 0; i < 8; i++)
        {
            left.Add(Seen.Seconds((await performance.SeeAsync()).Count));
            await phone.PassAsync(TimeSpan.FromSeconds(1));
        }

        left.Zip(left.Skip(1)).ShouldAllBe(pair => pair.First - pair.Second == 1);
        await Assertions.Expect(phone.Page.GetByText("Next: the last exercise: Toe lift", new() { Exact = true })).ToBeVisibleAsync();
    }

    private static void ShouldComeInThisOrder(string[] said, params string[] words)
    {
        var at = -1;
        foreach (var word in words)
        {
            var next = Enumerable.Range(at + 1, said.Length - at - 1).FirstOrDefault(i => said[i] == word, -1);
            next.ShouldBeGreaterThan(at, $"“{word}” after {string.Join(" | ", said.Take(at + 1))}; said: {string.Join(" | ", said)}");
            at = next;
        }
    }
}
