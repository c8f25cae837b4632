using System.Text.Json.Nodes;
using Footing.Testing.Web;
using Microsoft.Playwright;

namespace Footing.Browser;

/// <summary>What a person chooses about sound and counting, and what becomes of it.</summary>
[Collection(OfSessions.Name)]
public sealed class SoundTests(Chromium chromium)
{
    [Fact]
    public async Task Sound_is_chosen_in_a_panel_behind_which_the_session_waits_and_is_kept()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        var performance = await phone.StandReadyAsync(People.Numb);
        await performance.TapAnywhereAsync();
        await phone.PassAsync(TimeSpan.FromSeconds(3));

        await phone.TapAsync("More");
        await phone.TapAsync("Sound");
        var panel = phone.Page.GetByRole(AriaRole.Dialog, new() { Name = "Sound", Exact = true });
        await Assertions.Expect(panel.GetByRole(AriaRole.Combobox, new() { Name = "Voice", Exact = true })).ToBeFocusedAsync();
        await panel.GetByRole(AriaRole.Combobox, new() { Name = "Voice", Exact = true }).SelectOptionAsync("Other");
        await panel.GetByLabel("Speed of speech").SelectOptionAsync("Slower");
        await panel.GetByLabel("What the voice says").SelectOptionAsync("Sentences and tones");
        await phone.TapAsync("Try it");
        await phone.PassAsync(TimeSpan.FromSeconds(5));
        var sample = await phone.Page.EvaluateAsync<string[]>("[spoken.at(-1).text, String(spoken.at(-1).rate), spoken.at(-1).voice]");
        sample.ShouldBe(["This is how I sound. Up, and slowly down.", "0.8", "Other"]);
        await phone.ShouldPassAxeAsync();
        await phone.ShouldFitAsync("with the sound panel open");
        // What is behind it does not go on, and what hurts is still one tap away.
        var before = await performance.SeeAsync();
        await phone.PassAsync(TimeSpan.FromSeconds(30));
        (await performance.SeeAsync()).Left.ShouldBe(before.Left);
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Button, new() { Name = "Stop" })).ToBeInViewportAsync();
        await phone.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(panel).ToBeHiddenAsync();
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Button, new() { Name = "More", Exact = true })).ToBeFocusedAsync();
        (await performance.SeeAsync()).Phase.ShouldBe("running", "as it was before the panel");

        // Another day on the same phone.
        await phone.Page.ReloadAsync();
        await performance.StandAsync();
        await performance.PerformAsync(seen => seen.Kind == "set" && seen.Count.StartsWith("4 of", StringComparison.Ordinal));
        var said = await phone.Page.EvaluateAsync<string[]>("spoken.map(s => s.text)");
        said.ShouldContain("Left foot.");
        said.ShouldNotContain("Up", "tones lead the beat");
        (await phone.Page.EvaluateAsync<string[]>("spoken.map(s => `${s.voice} ${s.rate}`)")).Distinct().ShouldBe(["Other 0.8"]);
    }

    [Fact]
    public async Task Stop_is_heard_behind_the_panel()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        var performance = await phone.StandReadyAsync(People.Numb);
        await performance.TapAnywhereAsync();
        await phone.TapAsync("More");
        await phone.TapAsync("Sound");

        await phone.TapAsync("Stop");

        await phone.ShouldShowAsync("You stopped. That was right");
    }

    [Fact]
    public async Task Taps_count_what_is_done_and_the_journal_says_that_they_did()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        var performance = await phone.StandReadyAsync(People.Numb);
        await CountAsync(phone, "Count my taps (not when standing)");
        await performance.PerformAsync(seen => seen.Kind == "set" && seen.Caption == "Pull up", 1);
        await Assertions.Expect(phone.Page.GetByText("Tap anywhere for each one you do.")).ToBeVisibleAsync();

        for (var i = 1; i <= 4; i++)
        {
            await performance.TapAnywhereAsync();
            await Assertions.Expect(phone.Page.Locator(".session__count")).ToHaveTextAsync($"{i} of {Target(performance, 0)}");
            // A finger that shakes taps twice.
            await performance.TapAnywhereAsync();
            await phone.PassAsync(TimeSpan.FromSeconds(1));
        }

        await performance.PerformAsync(seen => seen.Kind == "switch", 10);
        var set = (await SentAsync(phone, 1))[0];
        ((int?)set["reps"], (int?)set["target"], (string?)set["counted"]).ShouldBe((4, Target(performance, 0), "tap"));
        (await performance.SeeAsync()).Phase.ShouldBe("running", "no tap has paused it");
    }

    [Fact]
    public async Task Person_says_after_a_set_how_many_they_managed()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        var performance = await phone.StandReadyAsync(People.Numb);
        await CountAsync(phone, "Ask after each set");
        await performance.PerformAsync(seen => seen.Phase == "asking", 10);
        await Assertions.Expect(phone.Page.GetByText("How many did you do?")).ToBeVisibleAsync();
        await phone.ShouldPassAxeAsync();
        await phone.ShouldFitAsync("while it asks");
        (await SentAsync(phone, 0)).ShouldBeEmpty("nothing is told before the person has");

        await phone.TapAsync("One less");
        await phone.TapAsync("One less");
        await phone.TapAsync("One less");
        await phone.TapAsync("One more");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Status).GetByText($"{Target(performance, 0) - 2}", new() { Exact = true })).ToBeVisibleAsync();
        await phone.TapAsync("Go on");

        var set = (await SentAsync(phone, 1)).ShouldHaveSingleItem();
        ((int?)set["reps"], (string?)set["counted"]).ShouldBe((Target(performance, 0) - 2, "told"));
    }

    [Fact]
    public async Task Fewer_and_slower_change_the_session_and_are_told_with_the_target_of_the_plan()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        var performance = await phone.StandReadyAsync(People.Numb);
        await performance.PerformAsync(seen => seen.Kind == "set-up");
        await phone.TapAsync("More");
        await phone.TapAsync("Speed: normal");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Button, new() { Name = "Speed: slower", Exact = true })).ToBeVisibleAsync();
        await phone.TapAsync("Do fewer today");
        await performance.PerformAsync(seen => seen.Kind == "switch", 5);

        var set = (await SentAsync(phone, 1))[0];
        ((int?)set["target"]).ShouldBe(Target(performance, 0));
        ((int?)set["reps"]!).ShouldNotBeNull().ShouldBeLessThan(Target(performance, 0));
        ((decimal?)set["pace"]).ShouldBe(0.8m);
        ((string?)set["counted"]).ShouldBe("beat");
    }

    private static int Target(Performance performance, int set) => int.Parse(performance.Planned[set].Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private static async Task CountAsync(Phone phone, string by)
    {
        await phone.TapAsync("More");
        await phone.TapAsync("Sound");
        await phone.Page.GetByLabel("How to count").SelectOptionAsync(by);
        await phone.TapAsync("Close");
    }

    /// <summary>The sets that have reached the server, once there are so many.</summary>
    private static async Task<IReadOnlyList<JsonNode>> SentAsync(Phone phone, int count)
    {
        for (var waited = 0; ; waited += 100)
        {
            var sets = await phone.JournalAsync("set");
            if (sets.Count >= count || waited > Chromium.PatienceMs)
            {
                return sets;
            }

            await Task.Delay(100);
        }
    }
}
