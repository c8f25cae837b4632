using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Footing.Testing.Web.Speed;

/// <summary>
/// A host on the machine's own clock, with the journal of a person who may exercise and has just looked at their feet,
/// and phones that use it. Everything is measured in real time.
/// </summary>
public sealed class Trial : IAsyncDisposable
{
    /// <summary>Where the session is, with the pain before it reported.</summary>
    public const string Session = "/session?before=3";

    /// <summary>How much slower a mid-range phone is than the machine here: Lighthouse's figure.</summary>
    public const int Slowdown = 4;

    private Trial(RunningHost host) => Host = host;

    public RunningHost Host { get; }

    public static async Task<Trial> StartAsync()
    {
        var trial = new Trial(await RunningHost.StartAsync(options => options with { Clock = TimeProvider.System }));
        await trial.WriteAsync("screening", new() { ["answers"] = People.Numb });
        await trial.WriteAsync("foot-check", new() { ["skin"] = "clear", ["heat"] = "no", ["swelling"] = "no", ["looked"] = "self" });
        return trial;
    }

    /// <summary>A phone with nothing in its cache.</summary>
    /// <param name="browser">The browser that opens it.</param>
    /// <param name="scripts">What runs before the scripts of a page.</param>
    public async Task<IBrowserContext> OpenAsync(IBrowser browser, params IEnumerable<string> scripts)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = Host.Address.ToString(), ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true, TimezoneId = "UTC", Locale = "en-GB",
            // A script that listens is loaded as a blob; other tests check what a page itself may load.
            BypassCSP = true,
        });
        context.SetDefaultTimeout(Chromium.PatienceMs);
        foreach (var script in scripts)
        {
            await context.AddInitScriptAsync(script);
        }

        return context;
    }

    /// <summary>From now on the page's main thread is as slow as a phone's.</summary>
    public static async Task SlowAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = Slowdown });
    }

    /// <summary>Starts the session that is on the screen and goes to its first set, which then runs.</summary>
    public static async Task StartSetAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).TapAsync();
        for (var i = 0; i < 10 && await page.Locator("#session").GetAttributeAsync("data-kind") != "set"; i++)
        {
            await page.Keyboard.PressAsync("ArrowRight");
            await Task.Delay(400);
        }
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private async Task WriteAsync(string kind, JsonObject fields)
    {
        var now = DateTimeOffset.UtcNow;
        fields["id"] = Guid.CreateVersion7(now).ToString();
        fields["at"] = now.ToString("O", CultureInfo.InvariantCulture);
        fields["kind"] = kind;
        using var http = new HttpClient { BaseAddress = Host.Address };
        using var answer = await http.PostAsJsonAsync("/api/journal", new[] { fields });
        answer.EnsureSuccessStatusCode();
    }
}
