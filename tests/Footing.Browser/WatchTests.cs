using Footing.Testing.Web;
using Microsoft.Playwright;

namespace Footing.Browser;

/// <summary>The drawing on the page of an exercise: it moves when somebody asks it to, and never by itself.</summary>
[Collection(OfPages.Name)]
public sealed class WatchTests(Chromium chromium)
{
    private const string Parts = """
        () => [...document.querySelectorAll("[data-watch] [data-joint]")]
          .map(part => part.dataset.joint + " " + getComputedStyle(part).transform.replace(/-?\d+\.?\d*/g, number => Number(number).toFixed(1))).join("\n")
        """;

    [Fact]
    public async Task It_stands_until_it_is_asked_to_move_and_stands_again_when_told()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        await phone.OpenAsync("/exercises/ball-roll");
        var first = await phone.Page.EvaluateAsync<string>(Parts);
        await phone.PassAsync(TimeSpan.FromSeconds(3));
        (await phone.Page.EvaluateAsync<string>(Parts)).ShouldBe(first, "nobody asked it to move");

        await phone.TapAsync("Watch it move");
        await phone.PassAsync(TimeSpan.FromSeconds(2));
        var later = (await phone.Page.EvaluateAsync<string>(Parts)).Split('\n');
        later.Except(first.Split('\n')).Select(part => part.Split(' ')[0]).Distinct()
            .ShouldBe(["ball", "shank", "ankle", "toes", "thigh", "under-sole"], ignoreOrder: true);
        await phone.ShouldPassAxeAsync();
        await phone.ShouldFitAsync("while it moves");

        await phone.TapAsync("Stop");
        (await phone.Page.EvaluateAsync<string>(Parts)).ShouldBe(first);
    }

    [Fact]
    public async Task Who_wants_no_motion_sees_one_pose_after_the_other_with_its_words()
    {
        await using var phone = await Phone.OpenAsync(chromium, options => options.ReducedMotion = ReducedMotion.Reduce);
        await phone.OpenAsync("/exercises/ball-roll");
        await phone.TapAsync("Watch it move");

        var said = new List<string>();
        for (var passed = 0; passed < 6; passed++)
        {
            said.Add(await phone.Page.Locator("[data-watch-say]").InnerTextAsync());
            await phone.PassAsync(TimeSpan.FromSeconds(1));
        }

        said.Distinct().ShouldBe(["Ball under the middle", "Ball in front of the heel", "Ball behind the toes"]);
        await phone.TapAsync("Stop");
        await Assertions.Expect(phone.Page.Locator("[data-watch-say]")).ToBeHiddenAsync();
    }
}
