using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace Footing.Testing.Web.Speed;

/// <summary>A connection, as Chromium makes it slow: each request waits, and bytes arrive at a rate.</summary>
/// <param name="LatencyMs">How long each request waits for the first byte of its answer.</param>
/// <param name="DownBits">Bits per second to the phone.</param>
/// <param name="UpBits">Bits per second from the phone.</param>
/// <remarks>
/// The figures are Lighthouse's for a slow 4G mobile (core/config/constants.js, <c>mobileSlow4G</c>: rttMs 150,
/// throughputKbps 1.6 * 1024, uploads 750). Lighthouse usually simulates with them; when it lets Chromium delay
/// requests instead, it takes 3.75 round trips per request and 0.9 of the rate, for name look-up, connection and TLS on
/// many hosts.
/// </remarks>
public sealed record Line(double LatencyMs, double DownBits, double UpBits)
{
    /// <summary>
    /// The line for the aims: one round trip per request. The round trip that opens the connection is not included,
    /// because Chromium delays requests and not packets.
    /// </summary>
    public static Line Slow4G { get; } = new(150, 1.6 * 1024 * 1000, 750 * 1000);

    /// <summary>
    /// Lighthouse's slower line. Two requests in a row wait 1,125 ms whatever they contain, and a page paints without
    /// its style file only if the style is inline, which the content security policy forbids: measured, without an aim.
    /// </summary>
    public static Line HeldBack { get; } = new(150 * 3.75, 1.6 * 1024 * 1000 * 0.9, 750 * 1000 * 0.9);
}

/// <summary>When a page was visible, in milliseconds from the request.</summary>
/// <param name="FirstMs">First contentful paint.</param>
/// <param name="LargestMs">Largest contentful paint.</param>
public readonly record struct Paint(double FirstMs, double LargestMs)
{
    /// <summary>The first page as anyone who has a journal sees it again, the day and the session.</summary>
    public static readonly IReadOnlyList<string> Paths = ["/about", "/today", Trial.Session];

    /// <summary>One line of text and one of style: the cost of the browser, the line and the machine.</summary>
    public const string Bare = "/bare";

    /// <summary>Makes the trial's host serve <see cref="Bare"/> beside its own pages.</summary>
    public static void ServeBare(Trial trial) => trial.Host.Trouble = (context, next) =>
    {
        var (type, text) = context.Request.Path.Value switch
        {
            Bare => ("text/html", "<!doctype html><title>Bare</title><link rel=stylesheet href=/bare.css><p>Bare</p>"),
            "/bare.css" => ("text/css", "p { color: #123 }"),
            _ => ("", ""),
        };
        context.Response.ContentType = type.Length > 0 ? type : null;
        return type.Length > 0 ? context.Response.WriteAsync(text) : next(context);
    };

    private const string Watching = """
        window.largest = [];
        new PerformanceObserver(list => largest.push(...list.getEntries().map(entry => entry.startTime))).observe({ type: "largest-contentful-paint", buffered: true });
        """;

    private const string Seen = """
        async () => {
          const first = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
          while (first() === undefined || largest.length === 0) await new Promise(resolve => setTimeout(resolve, 50));
          // What replaces the server's words, or appears late, may be larger.
          await new Promise(resolve => setTimeout(resolve, 400));
          return [first(), largest.at(-1)];
        }
        """;

    /// <summary>Loads a page once on a phone with an empty cache.</summary>
    public static async Task<Paint> MeasureAsync(Trial trial, IBrowser browser, string path, Line line)
    {
        await using var context = await trial.OpenAsync(browser, Watching);
        var page = await context.NewPageAsync();
        var network = await context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        await network.SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = false, ["latency"] = line.LatencyMs, ["downloadThroughput"] = line.DownBits / 8, ["uploadThroughput"] = line.UpBits / 8,
        });
        await Trial.SlowAsync(page);
        // As Lighthouse does: the work of opening a new tab is not part of the page.
        await Task.Delay(300);
        await page.GotoAsync(path);
        var seen = await page.EvaluateAsync<double[]>(Seen);
        return new(seen[0], seen[1]);
    }
}
