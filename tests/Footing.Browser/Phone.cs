using System.Globalization;
using System.Text.Json.Nodes;
using Deque.AxeCore.Commons;
using Footing.Testing;
using Footing.Testing.Web;
using Microsoft.Playwright;

namespace Footing.Browser;

/// <summary>
/// A phone of 360 x 740 in front of a real host: one clock for both, which is stopped until the test moves it. Only
/// limits of what may never answer run in real time. Whatever the page writes to its console as an error (a breach of the
/// content security policy is one), and every request to another host, fails the test at its end, unless the test expects it.
/// </summary>
public sealed class Phone : IAsyncDisposable
{
    /// <summary>What makes a page wider than its screen: boxes, and words that leave theirs.</summary>
    private const string Wider = """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const name = (e, text) => e.tagName + "." + (e.getAttribute("class") ?? "") + " " + text.trim().slice(0, 30);
          const wide = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > width + 0.5).map(e => name(e, e.textContent));
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          while (texts.nextNode()) {
            range.selectNodeContents(texts.currentNode);
            if ([...range.getClientRects()].some(line => line.right > width + 0.5)) wide.push(name(texts.currentNode.parentElement, texts.currentNode.data));
          }
          return ["by " + (document.documentElement.scrollWidth - width), ...wide];
        }
        """;

    private const string Violations = """
        async rules => {
          const { violations } = await axe.run(document, { resultTypes: ["violations"], ...(rules.length === 0 ? {} : { runOnly: { type: "rule", values: rules } }) });
          return violations.map(one => `${one.id}: ${one.help}: ${one.nodes.map(node => node.html).join(" | ")}`);
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly List<string> _faults = [];
    private readonly List<string> _expected = [];

    private readonly Chromium _chromium;
    private readonly bool _isSecond;
    private string? _locale;
    private IPage? _large;

    private Phone(Chromium chromium, RunningHost host, bool isSecond, IBrowserContext context) =>
        (_chromium, Host, _isSecond, Context) = (chromium, host, isSecond, context);

    public RunningHost Host { get; }

    public IBrowserContext Context { get; }

    public IPage Page { get; private set; } = null!;

    public string Path => new Uri(Page.Url).AbsolutePath;

    /// <summary>Opens a phone with an empty host of its own.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="with">Changes the context's options, such as reduced motion.</param>
    /// <param name="timerMs">
    /// How soon a timer of the page comes at the soonest, in milliseconds: a slow phone is led through a session sooner. From 400 on
    /// the figure does not move either, for in a clock that leaps it is put right at every tick.
    /// </param>
    /// <param name="scripts">More scripts that run before those of a page.</param>
    public static async Task<Phone> OpenAsync(
        Chromium chromium, Action<BrowserNewContextOptions>? with = null, int timerMs = 50, params IEnumerable<string> scripts) =>
        await OpenAsync(chromium, await RunningHost.StartAsync(), isSecond: false, with, timerMs, scripts);

    /// <summary>Opens a phone in front of a host that was started for it; the phone disposes of it.</summary>
    public static Task<Phone> OpenAsync(Chromium chromium, RunningHost host) => OpenAsync(chromium, host, isSecond: false, null, 50, []);

    /// <summary>Another device of the same person, in front of the same host; the first is disposed of last.</summary>
    public Task<Phone> OpenSecondAsync() => OpenAsync(_chromium, Host, isSecond: true, null, 50, []);

    private static async Task<Phone> OpenAsync(
        Chromium chromium, RunningHost host, bool isSecond, Action<BrowserNewContextOptions>? with, int timerMs, IEnumerable<string> scripts)
    {
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
        context.SetDefaultTimeout(Chromium.PatienceMs);
        if (options.JavaScriptEnabled != false)
        {
            await context.AddInitScriptAsync(Devices.KeepingLimits);
            await context.Clock.InstallAsync(new() { TimeDate = host.Clock.GetUtcNow().UtcDateTime });
            await context.Clock.PauseAtAsync(host.Clock.GetUtcNow().UtcDateTime);
            await context.AddInitScriptAsync(Devices.RealLimits);
        }

        foreach (var script in (string[])[Devices.Silent, Devices.Watchful, Devices.Speaking, Devices.Coarse(timerMs), .. timerMs >= 400 ? [Devices.Motionless] : Array.Empty<string>(), .. scripts])
        {
            await context.AddInitScriptAsync(script);
        }

        var phone = new Phone(chromium, host, isSecond, context) { _locale = options.Locale };
        await phone.OpenTabAsync();
        return phone;
    }

    /// <summary>Goes on in another tab of the same phone; the one before stays as it is.</summary>
    public async Task OpenTabAsync()
    {
        Page = await Context.NewPageAsync();
        Page.Console += (_, message) => Note(message.Type == "error", $"{message.Text} ({message.Location})");
        Page.PageError += (_, error) => Note(true, error);
        Page.Request += (_, request) => Note(
            !request.Url.StartsWith(Host.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal),
            "request to " + request.Url);
    }

    /// <summary>Lets time pass for the host and the page; whatever the page planned for it happens, in order.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Host.Clock.Advance(time);
        await Context.Clock.RunForAsync((long)time.TotalMilliseconds);
    }

    /// <summary>Nine in the morning, so many days later.</summary>
    public async Task SleepAsync(int days = 1)
    {
        var now = Host.Clock.GetUtcNow();
        var then = new DateTimeOffset(now.UtcDateTime.Date.AddDays(days).AddHours(9), TimeSpan.Zero);
        Host.Clock.Advance(then - now);
        await Context.Clock.PauseAtAsync(then.UtcDateTime);
    }

    /// <summary>A fault that belongs to the test: its text has these words.</summary>
    public void Expect(string words) => _expected.Add(words);

    /// <summary>What Chromium says where nothing answers: of a request, and of a worker that it looks for again.</summary>
    public void ExpectNoConnection() => _expected.AddRange(["ERR_", "An unknown error occurred when fetching the script."]);

    /// <summary>The person's journal, as the host has it.</summary>
    public async Task<IReadOnlyList<JsonNode>> JournalAsync(string? kind = null)
    {
        List<JsonNode> entries = [];
        var address = "/api/journal";
        while (address is not null)
        {
            var answer = await Context.APIRequest.GetAsync(address);
            answer.Status.ShouldBe(200);
            var page = JsonNode.Parse(await answer.TextAsync())!;
            entries.AddRange(page["entries"]!.AsArray().Select(entry => entry!));
            address = page["next"]?.GetValue<string>() is { } next ? "/api/journal?after=" + Uri.EscapeDataString(next) : null;
        }

        return kind is null ? entries : [.. entries.Where(entry => (string?)entry["kind"] == kind)];
    }

    /// <summary>The device holds what it needs for days without a connection.</summary>
    public Task ShouldBeKeptAsync() => ShouldComeToAsync(PageStore.HasKept, "nothing was kept");

    /// <summary>A function within the page gives true at last.</summary>
    /// <param name="function">It may take its time: what it promises is waited for.</param>
    /// <param name="otherwise">What is wrong where it does not.</param>
    public async Task ShouldComeToAsync(string function, string otherwise)
    {
        for (var waited = 0; !await Page.EvaluateAsync<bool>(function); waited += 100)
        {
            waited.ShouldBeLessThan(Chromium.PatienceMs, otherwise);
            await Task.Delay(100);
        }
    }

    /// <summary>A page has come, whole. It is asked, for its events may be over before anybody waits for them.</summary>
    /// <param name="path">The page's path; any where it is left out.</param>
    public async Task ShouldStandAsync(string? path = null)
    {
        for (var waited = 0; ; waited += 20)
        {
            try
            {
                var place = await Page.EvaluateAsync<string[]>("[document.readyState, location.pathname, document.body?.innerText ?? '']");
                if (place[0] == "complete" && (path is null || place[1] == path))
                {
                    return;
                }

                waited.ShouldBeLessThan(Chromium.PatienceMs, $"{path ?? "A page"} does not come. At {string.Join(' ', place)}");
            }
            catch (PlaywrightException e) when (e.Message.Contains("Execution context was destroyed", StringComparison.Ordinal))
            {
                // The next page is on its way.
            }

            await Task.Delay(20);
        }
    }

    /// <summary>The person's journal of a kind, once the connection is back and what waited has been sent.</summary>
    public async Task<IReadOnlyList<JsonNode>> JournalAfterAsync(Action plug, string kind)
    {
        plug();
        await OpenAsync("/urgent");
        for (var waited = 0; waited < Chromium.PatienceMs; waited += 100)
        {
            if (await JournalAsync(kind) is { Count: > 0 } found)
            {
                // What comes with it in the same request is there as well.
                return found;
            }

            await Task.Delay(100);
        }

        return [];
    }

    /// <summary>Puts an entry into the journal, as another device of the person would.</summary>
    public async Task WriteAsync(string kind, JsonObject fields)
    {
        fields["id"] = Guid.CreateVersion7(Host.Clock.GetUtcNow()).ToString();
        fields["at"] = Host.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        fields["kind"] = kind;
        var answer = await Context.APIRequest.PostAsync("/api/journal", new() { DataObject = new[] { fields } });
        JsonNode.Parse(await answer.TextAsync())!["accepted"]!.AsArray().Count.ShouldBe(1, await answer.TextAsync());
    }

    /// <summary>Opens a page.</summary>
    public Task OpenAsync(string path) => Page.GotoAsync(path);

    /// <summary>
    /// Opens a page while all that is kept of the host is forgotten. On a busy machine Chromium has broken such a page off
    /// (net::ERR_ABORTED); why is not known, and no script of these pages reloads one. It is then opened once more.
    /// </summary>
    public async Task OpenThroughClearingAsync(string path)
    {
        try
        {
            await OpenAsync(path);
        }
        catch (PlaywrightException exception) when (exception.Message.Contains("net::ERR_ABORTED", StringComparison.Ordinal))
        {
            await OpenAsync(path);
        }
    }

    /// <summary>Taps a button.</summary>
    public Task TapAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).TapAsync();

    /// <summary>Follows a link.</summary>
    public Task FollowAsync(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).TapAsync();

    /// <summary>The page that is shown has this heading.</summary>
    public Task ShouldShowAsync(string heading) =>
        Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = heading, Level = 1, Exact = true })).ToBeVisibleAsync();

    /// <summary>Chooses an answer to a question by its words.</summary>
    public async Task ChooseAsync(string question, string answer)
    {
        var choice = Page.GetByRole(AriaRole.Group, new() { Name = question, Exact = true }).GetByLabel(answer, new() { Exact = true });
        await choice.TapAsync();
        // The click follows the touch, and on a busy machine not at once.
        await Assertions.Expect(choice).ToBeCheckedAsync();
    }

    /// <summary>No violation of axe's rules on the page as it is.</summary>
    /// <param name="rules">Only these rules; none for all.</param>
    public async Task ShouldPassAxeAsync(params IReadOnlyList<string> rules)
    {
        // A colour on its way to another is neither.
        await Page.EvaluateAsync("Promise.allSettled(document.getAnimations().filter(a => a instanceof CSSTransition).map(a => a.finished))");
        // It waits by the page's clock.
        await Context.Clock.ResumeAsync();
        // In the page itself, once: it has no frames, and a second page to put their results together takes longer than the rules.
        if (!await Page.EvaluateAsync<bool>("'axe' in window"))
        {
            await Page.EvaluateAsync(Axe);
        }

        var violations = await Page.EvaluateAsync<string[]>(Violations, rules);
        var then = await PauseAsync();
        var behind = then - Host.Clock.GetUtcNow();
        Host.Clock.Advance(behind > TimeSpan.Zero ? behind : TimeSpan.Zero);
        violations.ShouldBeEmpty(Page.Url);
    }

    /// <summary>Stops the running clock of the page a little ahead of where it is.</summary>
    private async Task<DateTimeOffset> PauseAsync()
    {
        for (var ahead = TimeSpan.FromSeconds(1); ; ahead *= 4)
        {
            var then = DateTimeOffset.FromUnixTimeMilliseconds((long)await Page.EvaluateAsync<double>("Date.now()")) + ahead;
            try
            {
                await Context.Clock.PauseAtAsync(then.UtcDateTime);
                return then;
            }
            catch (PlaywrightException exception) when (exception.Message.Contains("to the past", StringComparison.Ordinal) && ahead < TimeSpan.FromMinutes(5))
            {
                // On a busy machine the clock had passed that moment before the order arrived: ask for one that is further ahead.
            }
        }
    }

    /// <summary>Nothing needs to be scrolled sideways.</summary>
    public Task ShouldFitAsync(string with = "") => ShouldFitAsync(Page, with);

    /// <summary>Nothing needs to be scrolled sideways on this page.</summary>
    public static async Task ShouldFitAsync(IPage page, string with) =>
        (await WiderAsync(page)).ShouldBeEmpty($"{page.Url} is wider than the screen {with}");

    /// <summary>What makes this page wider than its screen; nothing where it fits.</summary>
    public static Task<string[]> WiderAsync(IPage page) => page.EvaluateAsync<string[]>(Wider);

    /// <summary>The same address for a person who has set type to 200 %.</summary>
    public async Task<IPage> OpenInLargeTypeAsync()
    {
        if (_large is null)
        {
            var browser = await _chromium.LargeTypeAsync(200);
            _large = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true, Locale = _locale });
            await _large.Context.AddCookiesAsync(
                (await Context.CookiesAsync()).Where(cookie => cookie.Name == $"footing-language-{Host.Address.Port}")
                    .Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = Host.Address.ToString() }));
        }

        await _large.GotoAsync(Page.Url);
        return _large;
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.CloseAsync(Context.CloseAsync());
        if (_large is not null)
        {
            await Chromium.CloseAsync(_large.Context.CloseAsync());
        }

        if (!_isSecond)
        {
            await Host.DisposeAsync();
        }

        _faults.ShouldBeEmpty();
    }

    private void Note(bool isFault, string text)
    {
        if (isFault && !_expected.Exists(words => text.Contains(words, StringComparison.Ordinal)))
        {
            _faults.Add(text);
        }
    }
}
