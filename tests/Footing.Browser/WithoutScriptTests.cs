using Footing.Testing.Web;
using Microsoft.Playwright;

namespace Footing.Browser;

/// <summary>A browser that runs no script: every form works, and is saved.</summary>
[Collection(OfPages.Name)]
public sealed class WithoutScriptTests(Chromium chromium)
{
    [Fact]
    public async Task The_way_round_works_by_plain_forms()
    {
        await using var phone = await Phone.OpenAsync(chromium, options => options.JavaScriptEnabled = false);
        await phone.ArriveAsync();
        await phone.AnswerAsync(Journey.AllIsWell);
        await phone.TapAsync("Show my result");
        await phone.FollowAsync("See what is for today");
        await phone.FollowAsync("Check my feet and start");
        await phone.FindFeetWellAsync();
        await phone.ChooseAsync("How much do your feet hurt now?", "3");
        await phone.TapAsync("Start my session");

        await phone.ShouldShowAsync("Your session");
        foreach (var (exercise, question, sets) in ((string, string, string)[])
            [
                ("Ankle pump", "Left foot: how many sets did you do?", "3"), ("Ankle pump", "Right foot: how many sets did you do?", "3"),
                ("Toe lift", "How many sets did you do?", "1"), ("Calf raise", "How many sets did you do?", "1"),
                ("Ball roll", "Left foot: how many sets did you do?", "1"), ("Ball roll", "Right foot: how many sets did you do?", "1"),
            ])
        {
            await phone.Page.Locator("section", new() { Has = phone.Page.GetByRole(AriaRole.Heading, new() { Name = exercise, Exact = true }) })
                .GetByRole(AriaRole.Group, new() { Name = question, Exact = true }).GetByLabel(sets, new() { Exact = true }).TapAsync();
        }

        await phone.TapAsync("I have finished");
        await phone.TellItWentWellAsync();
        await phone.FollowAsync("Look at my feet");
        await phone.FindFeetWellAsync();
        await phone.ShouldShowAsync("Well done. Now rest");

        (await phone.JournalAsync()).Select(entry => entry["kind"]!.GetValue<string>())
            .ShouldBe(["preference", "screening", "foot-check", .. Enumerable.Repeat("set", 10), "session", "foot-check"]);
        await phone.OpenAsync("/event");
        await phone.ChooseAsync("What happened?", "I had a cramp");
        await phone.TapAsync("Save, and see what to do");
        await phone.ShouldShowAsync("A cramp passes");
        (await phone.JournalAsync("event")).ShouldHaveSingleItem();
    }
}
