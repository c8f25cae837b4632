using Footing.Testing.Web;
using Microsoft.Playwright;

namespace Footing.Browser;

/// <summary>The tests at home as a helper does them with one finger.</summary>
[Collection(OfPages.Name)]
public sealed class HomeTestsTests(Chromium chromium)
{
    [Fact]
    public async Task The_touch_test_is_done_by_taps_from_its_question_and_back_to_the_next()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        await phone.OpenAsync("/screening/touch-test");
        await phone.FollowAsync("Do the test now, step by step");
        await phone.ShouldShowAsync("The touch test");
        await phone.FollowAsync("Start, eyes shut");
        foreach (var (site, answer) in ((string, string)[])
            [
                ("Right foot, big toe", "Felt"), ("Right foot, middle toe", "Not felt"), ("Right foot, little toe", "Felt"),
                ("Left foot, big toe", "Felt"), ("Left foot, middle toe", "Not felt"), ("Left foot, little toe", "Not felt"),
            ])
        {
            await phone.ShouldShowAsync(site);
            await phone.ShouldFitAsync();
            var buttons = await phone.Page.Locator("main form button").EvaluateAllAsync<double[]>("all => all.flatMap(b => [b.getBoundingClientRect().bottom, b.getBoundingClientRect().height])");
            (buttons[0] <= 740 && buttons[1] >= 48).ShouldBeTrue("both choices are within reach without scrolling");
            await phone.TapAsync(answer);
        }

        await phone.ShouldShowAsync("All six are done");
        await Assertions.Expect(phone.Page.GetByText("Missed: 3 of 6")).ToBeVisibleAsync();
        await phone.ShouldPassAxeAsync();
        // The browser's own way back changes no more than the page's.
        await phone.Page.GoBackAsync();
        await phone.ShouldShowAsync("Left foot, little toe");
        await phone.TapAsync("Felt");
        await Assertions.Expect(phone.Page.GetByText("Missed: 2 of 6")).ToBeVisibleAsync();
        await phone.TapAsync("Save");

        await phone.ShouldShowAsync("The line stand: for how many seconds can you stand heel to toe?");
        await phone.OpenAsync("/screening/touch-test");
        (await phone.Page.Locator("[name=touch-test][value='2']").IsCheckedAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Stands_are_counted_by_taps_until_the_time_is_up()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        await phone.OpenAsync("/home-tests/chair-stands");
        await phone.FollowAsync("I have a helper. Start");
        await phone.ShouldShowAsync("Up and down for 30 seconds");
        await phone.ShouldPassAxeAsync();

        await phone.TapAsync("Start the clock");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Ready" })).ToBeVisibleAsync();
        await phone.PassAsync(TimeSpan.FromSeconds(3.2));
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Go" })).ToBeVisibleAsync();
        for (var i = 0; i < 11; i++)
        {
            await phone.PassAsync(TimeSpan.FromSeconds(2));
            await phone.TapAsync(i == 0 ? "Count" : $"Count: {i} so far");
            await phone.Page.Locator("[data-tap]").TapAsync();
        }

        await Assertions.Expect(phone.Page.Locator("[data-time]")).ToHaveTextAsync("8");
        await phone.ShouldFitAsync("while it runs");
        // A finger that slips must not begin again what is being counted.
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Button, new() { Name = "Start again" })).ToBeHiddenAsync();
        await phone.TapAsync("One too many");
        await phone.PassAsync(TimeSpan.FromSeconds(9));

        await Assertions.Expect(phone.Page.GetByText("10 times in 30 seconds.")).ToBeVisibleAsync();
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Button, new() { Name = "Start again" })).ToBeVisibleAsync();
        await Assertions.Expect(phone.Page.Locator("[data-tap]")).ToBeDisabledAsync();
        await Assertions.Expect(phone.Page.GetByLabel("How many times?")).ToHaveValueAsync("10");
        await phone.ShouldPassAxeAsync();
        await phone.TapAsync("Save");
        await phone.ShouldShowAsync("How old are you?");
        await phone.OpenAsync("/screening/chair-stands");
        await Assertions.Expect(phone.Page.Locator("#chair-stands")).ToHaveValueAsync("10");
    }

    [Fact]
    public async Task Seconds_heel_to_toe_are_those_until_the_tap()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        await phone.OpenAsync("/home-tests/tandem-stand-seconds/stance/1");
        await phone.TapAsync("Start the clock");
        await phone.PassAsync(TimeSpan.FromSeconds(13.2));
        await Assertions.Expect(phone.Page.GetByText("Held for 10 seconds.")).ToBeVisibleAsync();
        await phone.FollowAsync("Yes, for 10 seconds");
        await phone.FollowAsync("Yes, for 10 seconds");
        await phone.ShouldShowAsync("Heel to toe");

        await phone.TapAsync("Start the clock");
        await phone.PassAsync(TimeSpan.FromSeconds(9.5));
        await phone.TapAsync("Stop");

        await Assertions.Expect(phone.Page.GetByText("Stopped at 6 seconds.")).ToBeVisibleAsync();
        await Assertions.Expect(phone.Page.GetByLabel("For how many seconds?")).ToHaveValueAsync("6");
        await phone.ShouldPassAxeAsync();
        await phone.TapAsync("Save");
        await phone.ShouldShowAsync("How many times can you stand up from a chair in 30 seconds?");
    }
}
