using Deque.AxeCore.Playwright;
using Footing.Web.Tests;
using Microsoft.Playwright;

namespace Footing.Browser;

/// <summary>
/// A phone of 360 x 740 in front of a real host: one clock for both, which the test moves. Whatever the page
/// writes to its console as an error, and every request to another host, fails the test at its end.
/// </summary>
public sealed class Phone : IAsyncDisposable
{
    private readonly List<string> _faults = [];

    private Phone(RunningHost host, IBrowserContext context, IPage page) => (Host, Context, Page) = (host, context, page);

    public RunningHost Host { get; }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>Opens a phone with an empty host of its own.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="with">Changes the context's options, such as reduced motion.</param>
    public static async Task<Phone> OpenAsync(Chromium chromium, Action<BrowserNewContextOptions>? with = null)
    {
        var host = await RunningHost.StartAsync();
        var options = new BrowserNewContextOptions
        {
            BaseURL = host.Address.ToString(),
            ViewportSize = new() { Width = 360, Height = 740 },
            TimezoneId = "UTC",
            Locale = "en-GB",
            HasTouch = true,
        };
        with?.Invoke(options);
        var context = await chromium.Browser.NewContextAsync(options);
        context.SetDefaultTimeout(15_000);
        // No sound device in a test: the page's own clock, which the test moves, gives the beat.
        await context.AddInitScriptAsync("delete window.AudioContext; delete window.webkitAudioContext;");
        await context.Clock.InstallAsync(new() { TimeDate = host.Clock.GetUtcNow().UtcDateTime });
        var page = await context.NewPageAsync();
        var phone = new Phone(host, context, page);
        page.Console += (_, message) => phone.Note(message.Type == "error", message.Text);
        page.PageError += (_, error) => phone.Note(true, error);
        page.Request += (_, request) => phone.Note(
            !request.Url.StartsWith(host.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal),
            "request to " + request.Url);
        return phone;
    }

    /// <summary>Moves both clocks.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Host.Clock.Advance(time);
        await Context.Clock.FastForwardAsync((long)time.TotalMilliseconds);
    }

    /// <summary>No violation of axe's rules on the page as it stands.</summary>
    public async Task ShouldPassAxeAsync()
    {
        var result = await Page.RunAxe();
        result.Violations.Select(violation => $"{Page.Url}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")
            .ShouldBeEmpty();
    }

    /// <summary>Nothing needs to be scrolled sideways.</summary>
    public async Task ShouldFitAsync() =>
        (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
            .ShouldBeLessThanOrEqualTo(0, $"{Page.Url} is wider than the screen");

    public async ValueTask DisposeAsync()
    {
        await Context.CloseAsync();
        await Host.DisposeAsync();
        _faults.ShouldBeEmpty();
    }

    private void Note(bool isFault, string text)
    {
        if (isFault)
        {
            _faults.Add(text);
        }
    }
}
