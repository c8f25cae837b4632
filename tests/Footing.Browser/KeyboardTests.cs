using Footing.Testing.Web;
using Microsoft.Playwright;

namespace Footing.Browser;

/// <summary>Everything with the keyboard only.</summary>
[Collection(OfPages.Name)]
public sealed class KeyboardTests(Chromium chromium)
{
    [Fact]
    public async Task A_question_is_answered_by_keys()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        var keys = phone.Page.Keyboard;
        await phone.OpenAsync("/screening/cold-pale-limb");

        await keys.PressAsync("Tab");
        (await FocusAsync(phone)).ShouldBe("Skip to the main part");
        await keys.PressAsync("Enter");
        await TabToAsync(phone, "no");
        await keys.PressAsync("Space");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowUp");
        await TabToAsync(phone, "Why we ask");
        await keys.PressAsync("Enter");
        await Assertions.Expect(phone.Page.GetByText("The blood may not be getting through.")).ToBeVisibleAsync();
        await TabToAsync(phone, "Continue");
        await keys.PressAsync("Enter");

        await phone.ShouldShowAsync("Suddenly, or in the last days, is a leg swollen or painful, and are you newly short of breath?");
        await phone.OpenAsync("/screening/cold-pale-limb");
        (await phone.Page.GetByLabel("No", new() { Exact = true }).IsCheckedAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_session_is_led_by_space_arrows_and_escape()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        var keys = phone.Page.Keyboard;
        var performance = await phone.StandReadyAsync(People.Numb);

        await keys.PressAsync("Space");
        (await performance.SeeAsync()).Phase.ShouldBe("running");
        await keys.PressAsync("ArrowRight");
        (await performance.SeeAsync()).Kind.ShouldBe("set-up");
        await keys.PressAsync("ArrowRight");
        (await performance.SeeAsync()).Kind.ShouldBe("set");
        await phone.PassAsync(TimeSpan.FromSeconds(20));
        var before = await performance.SeeAsync();
        await keys.PressAsync("ArrowLeft");
        (await performance.SeeAsync()).LeftSeconds.ShouldBeGreaterThan(before.LeftSeconds, "the set again from its start");
        await keys.PressAsync("Escape");
        (await performance.SeeAsync()).Phase.ShouldBe("paused");
        await keys.PressAsync("Escape");
        (await performance.SeeAsync()).Phase.ShouldBe("paused", "escape never starts anything");
        await phone.Page.Locator("body").ClickAsync(new() { Position = new() { X = 1, Y = 1 } });
        await TabToAsync(phone, "Stop");
        await keys.PressAsync("Enter");

        await phone.ShouldShowAsync("You stopped. That was right");
    }

    [Fact]
    public async Task What_is_rarely_needed_is_behind_one_button_that_keys_open_and_close()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        var keys = phone.Page.Keyboard;
        var performance = await phone.StandReadyAsync(People.Numb);
        await performance.PerformAsync(seen => seen.Kind == "set" && seen.Phase == "running", 2);
        var controls = phone.Page.Locator("#session :is(button, a):visible");
        (await controls.AllInnerTextsAsync()).ShouldBe(["Pause", "Skip", "Stop", "More", "Urgent help"]);
        await phone.ShouldFitAsync("while a set runs");

        var more = phone.Page.GetByRole(AriaRole.Button, new() { Name = "More", Exact = true });
        await Assertions.Expect(more).ToHaveAttributeAsync("aria-expanded", "false");
        await TabToAsync(phone, "More");
        await keys.PressAsync("Enter");
        await Assertions.Expect(more).ToHaveAttributeAsync("aria-expanded", "true");
        (await FocusAsync(phone)).ShouldBe("Speed: normal");
        (await performance.SeeAsync()).Phase.ShouldBe("paused", "nobody loses the beat meanwhile");
        await phone.ShouldPassAxeAsync();
        await TabToAsync(phone, "Stop");
        await keys.PressAsync("Escape");

        await Assertions.Expect(more).ToHaveAttributeAsync("aria-expanded", "false");
        (await FocusAsync(phone)).ShouldBe("More");
        (await performance.SeeAsync()).Phase.ShouldBe("running");
        (await controls.AllInnerTextsAsync()).ShouldContain("Pause");
    }

    [Fact]
    public async Task Arrows_make_it_slower_and_usual_again()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        var performance = await phone.StandReadyAsync(People.Numb);
        await performance.TapAnywhereAsync();
        var usual = await performance.SeeAsync();

        await phone.Page.Keyboard.PressAsync("ArrowDown");
        (await performance.SeeAsync()).LeftSeconds.ShouldBeGreaterThan(usual.LeftSeconds);
        await phone.Page.Keyboard.PressAsync("ArrowUp");
        (await performance.SeeAsync()).LeftSeconds.ShouldBe(usual.LeftSeconds);
    }

    private static Task<string> FocusAsync(Phone phone) => phone.Page.EvaluateAsync<string>(
        "() => { const at = document.activeElement; return at.value || at.textContent.trim(); }");

    private static async Task TabToAsync(Phone phone, string what)
    {
        List<string> met = [];
        for (var i = 0; i < 40; i++)
        {
            await phone.Page.Keyboard.PressAsync("Tab");
            met.Add(await FocusAsync(phone));
            if (met[^1] == what)
            {
                return;
            }
        }

        met.ShouldContain(what);
    }
}
