using Microsoft.Playwright;

namespace Footing.Testing.Web;

/// <summary>One real Chromium for all tests of a collection; each test opens its own context in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>How long anything may take, in milliseconds.</summary>
    public const int PatienceMs = 30_000;

    private IPlaywright? _playwright;
    private readonly Dictionary<int, Task<IBrowser>> _largeType = [];

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Another, with text this large, in per cent: lengths in media queries change with it.</summary>
    public Task<IBrowser> LargeTypeAsync(int percent) =>
        _largeType.TryGetValue(percent, out var open) ? open : _largeType[percent] = LaunchAsync($"--blink-settings=defaultFontSize={16 * percent / 100}");

    public async Task InitializeAsync()
    {
        // A busy machine is slow, not wrong: what should appear has as much time as what is tapped.
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        _playwright = await Playwright.CreateAsync();
        Browser = await LaunchAsync();
    }

    /// <summary>
    /// Waits until something has closed, but not for ever: once a context never did, though its test was over and nothing ran. What
    /// is left of it ends with the browser, and that with Playwright.
    /// </summary>
    /// <param name="closing">What closes.</param>
    public static async Task CloseAsync(Task closing)
    {
        if (await Task.WhenAny(closing, Task.Delay(PatienceMs)) == closing)
        {
            await closing;
        }
    }

    public async Task DisposeAsync()
    {
        await CloseAsync(Browser.CloseAsync());
        foreach (var open in _largeType.Values)
        {
            await CloseAsync((await open).CloseAsync());
        }

        _playwright?.Dispose();
    }

    private Task<IBrowser> LaunchAsync(params IEnumerable<string> more) => _playwright!.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("FOOTING_CHROMIUM") ?? "/usr/bin/chromium",
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required", .. more,
        ],
    });
}
