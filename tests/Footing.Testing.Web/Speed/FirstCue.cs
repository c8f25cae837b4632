using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Footing.Testing.Web.Speed;

/// <summary>The time from the tap on <i>Start</i> to the first words that the voice is given.</summary>
public static class FirstCue
{
    private const string Touching = """
        addEventListener("pointerdown", event => { window.touched ??= event.timeStamp; }, true);
        """;

    private const string Heard = "window.touched !== undefined && spoken.length > 0";

    /// <summary>Once, on a phone that opened the session with a connection; in milliseconds.</summary>
    public static async Task<double> MeasureAsync(Trial trial, IBrowser browser)
    {
        await using var context = await trial.OpenAsync(browser, Devices.Speaking, Touching);
        var page = await context.NewPageAsync();
        return await StartAsync(page);
    }

    /// <summary>Once, on a phone that lost its connection before the feet were looked at; in milliseconds.</summary>
    public static async Task<double> MeasureOfflineAsync(Trial trial, IBrowser browser)
    {
        await using var context = await trial.OpenAsync(browser, Devices.Speaking, Touching);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/today");
        for (var waited = 0; !await page.EvaluateAsync<bool>(PageStore.HasKept); waited += 100)
        {
            if (waited > Chromium.PatienceMs)
            {
                throw new TimeoutException("Nothing was kept.");
            }

            await Task.Delay(100);
        }

        trial.Host.Unplug();
        try
        {
            await page.GotoAsync("/foot-check?then=session");
            foreach (var (field, answer) in ((string, string)[])[("looked", "self"), ("skin", "clear"), ("heat", "no"), ("swelling", "no"), ("calf", "no")])
            {
                await page.Locator($"input[name='{field}'][value='{answer}']").CheckAsync();
            }

            await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).TapAsync();
            await Assertions.Expect(page).ToHaveURLAsync(new Regex("/session"));
            return await StartAsync(page);
        }
        finally
        {
            trial.Host.Plug();
        }
    }

    private static async Task<double> StartAsync(IPage page)
    {
        await page.GotoAsync(Trial.Session);
        var start = page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true });
        await start.WaitForAsync();
        await Trial.SlowAsync(page);
        // The screen is visible; a person reads it before the tap.
        await Task.Delay(500);
        await page.EvaluateAsync("() => { delete window.touched; spoken.length = 0; }");
        await start.TapAsync();
        await page.WaitForFunctionAsync(Heard);
        return await page.EvaluateAsync<double>("spoken[0].at - touched");
    }
}
