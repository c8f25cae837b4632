using Footing.Testing.Web;
using Microsoft.Playwright;

namespace Footing.Browser;

[Collection(OfPages.Name)]
public sealed class WelcomeTests(Chromium chromium)
{
    [Fact]
    public async Task A_first_visit_meets_a_welcome_that_fits_and_passes_axe()
    {
        await using var phone = await Phone.OpenAsync(chromium);

        await phone.Page.GotoAsync("/");

        (await phone.Page.Locator("h1").CountAsync()).ShouldBe(1);
        await phone.ShouldFitAsync();
        await phone.ShouldPassAxeAsync();
    }

    [Fact]
    public async Task Exercises_move_one_after_the_other_when_asked_to_and_stand_again_within_a_minute()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        await phone.OpenAsync("/");
        (await NowAsync(phone)).ShouldBe("", "nobody asked them to move");

        await phone.TapAsync("Watch them move, in under a minute");
        List<string> seen = [];
        for (var passed = 0; passed < 60; passed += 4)
        {
            seen.Add(await NowAsync(phone));
            await phone.PassAsync(TimeSpan.FromSeconds(4));
        }

        seen.Where(name => name.Length > 0).Distinct().ShouldBe(["Ankle pump", "Ball roll", "Toe lift", "Calf raise"]);
        seen[^1].ShouldBe("", "they stand again");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Button, new() { Name = "Watch them move, in under a minute", Exact = true })).ToBeVisibleAsync();
        await phone.ShouldPassAxeAsync();
    }

    private static Task<string> NowAsync(Phone phone) =>
        phone.Page.EvaluateAsync<string>("() => document.querySelector('.tour__now')?.dataset.stop ?? ''");
}
