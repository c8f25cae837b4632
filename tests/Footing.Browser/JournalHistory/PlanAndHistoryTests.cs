using Footing.Exercises;
using Footing.Testing.Web;
using Footing.Testing;
using Microsoft.Playwright;

namespace Footing.Browser.JournalHistory;

[Collection(OfPages.Name)]
public sealed class PlanAndHistoryTests(Chromium chromium)
{
    private static Story Weeks() => new Story().Screening("2026-02-20")
        .Session("2026-02-23", FootExercises.ToeLift).Session("2026-02-25", FootExercises.ToeLift)
        .Add("2026-02-26", "08:00", "next-morning", new() { ["session"] = "2026-02-25", ["painRaised"] = "no" })
        .Add("2026-02-27", "10:00", "event", new() { ["what"] = "near-fall" })
        .Session("2026-03-02", FootExercises.ToeLift, effort: 9)
        .Session("2026-03-04", FootExercises.AnklePump);

    [Theory]
    [InlineData(null), InlineData(ColorScheme.Dark)]
    public async Task The_pages_fit_a_small_phone_and_pass_axe(ColorScheme? scheme)
    {
        await using var phone = await Phone.OpenAsync(chromium, options => options.ColorScheme = scheme);
        var story = Weeks();
        await story.TellAsync(phone.Host);

        foreach (var path in (string[])
            [
                "/plan", "/history", "/schedule", "/sheet", "/exercises/ball-roll", "/exercises/calf-raise",
                $"/history/{story.Last}", $"/history/{story.Last}/void", "/history/01950000-0000-7000-8000-000000000001",
                "/history/01950000-0000-7000-8000-000000000001/answers/touch-test",
            ])
        {
            await phone.Page.GotoAsync(path);
            (await phone.Page.Locator("h1").CountAsync()).ShouldBe(1, path);
            await phone.ShouldFitAsync();
            await phone.ShouldPassAxeAsync();
        }
    }

    [Fact]
    public async Task The_pages_fit_with_everything_twice_as_large()
    {
        await using var phone = await Phone.OpenAsync(chromium, options => options.ViewportSize = new() { Width = 180, Height = 370 });
        var story = Weeks();
        await story.TellAsync(phone.Host);

        foreach (var path in (string[])["/plan", "/history", "/schedule", "/sheet", "/exercises/calf-raise", $"/history/{story.Last}", $"/history/{story.Last}/void"])
        {
            await phone.Page.GotoAsync(path);
            await phone.ShouldFitAsync();
        }
    }

    [Fact]
    public async Task An_effort_is_corrected_by_keyboard_alone()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        var story = Weeks();
        await story.TellAsync(phone.Host);

        await phone.Page.GotoAsync($"/history/{story.Last}");
        await phone.Page.Locator("details.group summary").First.FocusAsync();
        await phone.Page.Keyboard.PressAsync("Enter");
        await phone.Page.Keyboard.PressAsync("Tab");
        await phone.Page.Keyboard.PressAsync("ArrowRight");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).FocusAsync();
        await phone.Page.Keyboard.PressAsync("Enter");
        await phone.Page.GetByText("Is this right?").WaitForAsync();
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, save it" }).FocusAsync();
        await phone.Page.Keyboard.PressAsync("Enter");

        await phone.Page.GetByText("How hard: 4 out of 10.").WaitForAsync();
    }
}
