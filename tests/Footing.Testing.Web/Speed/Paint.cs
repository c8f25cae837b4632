using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace Footing.Testing.Web.Speed;

/// <summary>A connection, as Chromium makes it slow: each request waits, and bytes come at a rate.</summary>
/// <param name="LatencyMs">How long each request waits for the first of its answer.</param>
/// <param name="DownBits">Bits a second to the phone.</param>
/// <param name="UpBits">Bits a second from the phone.</param>
/// <remarks>
/// The figures are Lighthouse's for a slow 4G mobile (core/config/constants.js, <c>mobileSlow4G</c>: rttMs 150, throughputKbps
/// 1.6 * 1024, uploads 750). Lighthouse's own way is to reckon with them; where it lets Chromium hold requests back instead,
/// it takes 3.75 round trips a request and 0.9 of the rate, for name look-up, connection and TLS on many hosts.
/// </remarks>
public sealed record Line(double LatencyMs, double DownBits, double UpBits)
{
    /// <summary>
    /// What is held to: a round trip a request. The one that opens the connection is not in it, for Chromium holds back
    /// requests and not packets.
    /// </summary>
    public static Line Slow4G { get; } = new(150, 1.6 * 1024 * 1000, 750 * 1000);

    /// <summary>
    /// Lighthouse's harder one. Two requests in a row wait 1,125 ms here whatever is in them, and a page paints without its
    /// style only if that stands in it, which the content security policy forbids: a reading, with no aim.
    /// </summary>
    public static Line HeldBack { get; } = new(150 * 3.75, 1.6 * 1024 * 1000 * 0.9, 750 * 1000 * 0.9);
}

/// <summary>When a page was seen, in milliseconds from when it was asked for.</summary>
/// <param name="FirstMs">First contentful paint.</param>
/// <param name="LargestMs">Largest contentful paint.</param>
public readonly record struct Paint(double FirstMs, double LargestMs)
{
    /// <summary>The first page as whoever has a journal finds it again, the day and the session.</summary>
    public static readonly IReadOnlyList<string> Paths = ["/about", "/today", Trial.Session];

    /// <summary>A page of one line and a style of one: what the browser, the line and the machine take for themselves.</summary>
    public const string Bare = "/bare";

    /// <summary>Has the trial's host serve <see cref="Bare"/> beside its own pages.</summary>
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
          // What replaces the words of the server, or comes late, may be larger.
          await new Promise(resolve => setTimeout(resolve, 400));
          return [first(), largest.at(-1)];
        }
        """;

    /// <summary>Loads a page once on a phone that has nothing of it.</summary>
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
        // As Lighthouse does: what a new tab has to do for itself is no part of the page.
        await Task.Delay(300);
        await page.GotoAsync(path);
        var seen = await page.EvaluateAsync<double[]>(Seen);
        return new(seen[0], seen[1]);
    }
}
