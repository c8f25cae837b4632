using Footing.Testing.Web;
using Microsoft.Playwright;

namespace Footing.Browser;

/// <summary>The session for poor sight: contrast, type of 400 % on the narrowest phone, colours that the person has forced.</summary>
[Collection(OfSessions.Name)]
public sealed class EyesTests(Chromium chromium)
{
    /// <summary>What cannot be read or reached: text that leaves the screen or its box, a control that lies under something else.</summary>
    private const string Lost = """
        () => {
          const width = document.documentElement.clientWidth;
          const lost = [];
          const seen = [...document.querySelectorAll("main *")].filter(e => e.checkVisibility() && e.closest("svg,[aria-hidden=true]") === null && e.closest(".session__dots") === null);
          for (const e of seen) {
            const box = e.getBoundingClientRect();
            const what = `${e.tagName}.${e.className} “${e.textContent.trim().slice(0, 30)}”`;
            if (box.width === 0) continue;
            if (box.right > width + 0.5 || box.left < -0.5) lost.push("beside the screen: " + what);
            if (getComputedStyle(e).overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1) lost.push("cut off: " + what);
            if (getComputedStyle(e).overflowY !== "visible" && e.scrollHeight > e.clientHeight + 1 && e !== document.scrollingElement && !["auto", "scroll"].includes(getComputedStyle(e).overflowY)) lost.push("cut off below: " + what);
          }
          for (const e of seen.filter(e => e.matches("button,a,select") && e.closest("[inert]") === null)) {
            e.scrollIntoView({ block: "center" });
            const { left, top, width, height } = e.getBoundingClientRect();
            const there = document.elementFromPoint(left + width / 2, top + height / 2);
            if (there === null || !(e.contains(there) || there.contains(e) && there.matches("label"))) lost.push(`under ${there?.className}: ${e.textContent}`);
          }
          return lost;
        }
        """;

    [Theory]
    [InlineData(ColorScheme.Light, "dark")]
    [InlineData(ColorScheme.Dark, "light")]
    public Task Contrast_is_seven_to_one_on_every_screen_of_a_session(ColorScheme scheme, string ground) => HasContrastAsync(scheme, ground);

    [Fact]
    [Trait("Category", "Long")]
    public Task Contrast_is_seven_to_one_where_phone_and_session_are_dark() => HasContrastAsync(ColorScheme.Dark, "dark");

    private async Task HasContrastAsync(ColorScheme scheme, string ground)
    {
        await using var phone = await Phone.OpenAsync(chromium, options => options.ColorScheme = scheme);
        await phone.Context.AddCookiesAsync([new() { Name = "footing-ground", Value = ground, Url = phone.Host.Address.ToString() }]);
        var performance = await phone.StandReadyAsync(People.Able);
        (await phone.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")).ShouldBe(ground == "dark" ? "rgb(11, 21, 19)" : "rgb(251, 247, 239)");
        await phone.ShouldPassAxeAsync("color-contrast-enhanced");
        await performance.PerformAsync(seen => seen.Kind == "set-up");
        await phone.ShouldPassAxeAsync("color-contrast-enhanced");
        await performance.PerformAsync(seen => seen.Count.StartsWith("3 of", StringComparison.Ordinal), 1);
        await phone.TapAsync("Pause");
        await phone.ShouldPassAxeAsync("color-contrast-enhanced");
        await phone.TapAsync("More");
        await phone.ShouldPassAxeAsync("color-contrast-enhanced");
        await phone.TapAsync("Sound");
        await phone.ShouldPassAxeAsync("color-contrast-enhanced");
        await phone.Page.GetByLabel("How to count").SelectOptionAsync("Ask after each set");
        await phone.TapAsync("Close");
        await phone.TapAsync("Go on");
        await performance.PerformAsync(seen => seen.Phase == "asking", 10);
        await phone.ShouldPassAxeAsync("color-contrast-enhanced");
        await phone.FollowAsync("Urgent help");
        await phone.ShouldPassAxeAsync("color-contrast-enhanced");
        await phone.FollowAsync("Back to my session");
        await phone.Page.ReloadAsync();
        await phone.ShouldShowAsync("Go on from here?");
        await phone.ShouldPassAxeAsync("color-contrast-enhanced");
    }

    [Fact]
    public async Task Type_of_four_hundred_per_cent_loses_nothing_on_a_screen_of_320()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        await phone.StandReadyAsync(People.Numb);
        var browser = await chromium.LargeTypeAsync(400);
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 320, Height = 640 }, HasTouch = true });
        await context.AddInitScriptAsync(Devices.Silent);
        await context.AddInitScriptAsync(Devices.Speaking);
        var page = await context.NewPageAsync();
        await page.GotoAsync(phone.Page.Url);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true })).ToBeAttachedAsync();
        (await page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.querySelector('.session__caption')).fontSize)")).ShouldBeGreaterThan(48, "the word of the beat takes what the screen has");

        await ShouldLoseNothingAsync(page, "ready");
        await page.Keyboard.PressAsync("Space");
        await ShouldLoseNothingAsync(page, "get-ready");
        await page.Keyboard.PressAsync("ArrowRight");
        await ShouldLoseNothingAsync(page, "set-up");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("#session")).ToHaveAttributeAsync("data-kind", "set");
        await ShouldLoseNothingAsync(page, "set");
        await page.GetByRole(AriaRole.Button, new() { Name = "More", Exact = true }).ClickAsync();
        await ShouldLoseNothingAsync(page, "more");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sound", Exact = true }).ClickAsync();
        await ShouldLoseNothingAsync(page, "sound");
        await page.GetByLabel("How to count").SelectOptionAsync("Ask after each set");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".session__count")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[1-9] of"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Skip", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#session")).ToHaveAttributeAsync("data-phase", "asking");
        await ShouldLoseNothingAsync(page, "asking");
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Go on from here?" })).ToBeVisibleAsync();
        await ShouldLoseNothingAsync(page, "message");
    }

    [Fact]
    public async Task Pages_around_the_session_fit_a_screen_of_320_at_four_hundred_per_cent()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        await phone.KnowAsync(People.Numb);
        var browser = await chromium.LargeTypeAsync(400);
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 320, Height = 640 } });
        var page = await context.NewPageAsync();
        List<string> wide = [];
        foreach (var path in (string[])["/", "/today", "/plan", "/schedule", "/exercises/ankle-pump", "/exercises/toe-lift", "/foot-check", "/session/before", "/event", "/check-in",
            "/history", "/settings", "/urgent", "/danger/emergency", "/danger/questions", "/advice/dizzy", "/screening/result", "/sources", "/why/P1", "/sheet"])
        {
            (await page.GotoAsync(new Uri(phone.Host.Address, path).ToString()))!.Status.ShouldBe(200, path);
            wide.AddRange((await Phone.WiderAsync(page)).Select(what => $"{path} {what}"));
        }

        wide.ShouldBeEmpty();
    }

    [Fact]
    public async Task Colours_that_are_forced_leave_every_control_and_the_count_to_be_seen()
    {
        await using var phone = await Phone.OpenAsync(chromium, options => options.ForcedColors = ForcedColors.Active);
        var performance = await phone.StandReadyAsync(People.Able);
        await performance.PerformAsync(seen => seen.Count.StartsWith("3 of", StringComparison.Ordinal), 1);

        // Axe reckons with the page's own colours. What only a colour says otherwise: the edge of a control, and which dots are done.
        (await phone.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("#session button")].filter(e => e.checkVisibility() && parseFloat(getComputedStyle(e).borderTopWidth) < 1).map(e => e.textContent)
            """)).ShouldBeEmpty();
        var dots = await phone.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll(".session__dot")].map(e => (e.dataset.is ?? "left") + " " + getComputedStyle(e).backgroundColor)
            """);
        dots.Distinct().Select(dot => dot[(dot.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Distinct().Count().ShouldBe(dots.Select(dot => dot.Split(' ')[0]).Distinct().Count(), string.Join(", ", dots.Distinct()));
        (await phone.Page.EvaluateAsync<bool>("""
            () => { const part = document.querySelector(".session__figure svg path, .session__figure svg line"); const own = getComputedStyle(part); return own.stroke !== "none" || own.fill !== "none"; }
            """)).ShouldBeTrue();
    }

    private static async Task ShouldLoseNothingAsync(IPage page, string what)
    {
        await page.EvaluateAsync("Promise.allSettled(document.getAnimations().filter(a => a instanceof CSSTransition).map(a => a.finished))");
        await Phone.ShouldFitAsync(page, "with type of 400 %: " + what);
        (await page.EvaluateAsync<string[]>(Lost)).ShouldBeEmpty(what);
    }
}
