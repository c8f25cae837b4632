using Microsoft.Playwright;

namespace Footing.Testing.Web.Speed;

/// <summary>A running session's use of the main thread: scripts, style, layout, painting and committing.</summary>
/// <param name="Processor">Processor time of its tasks, as a share of the elapsed time: what the page causes.</param>
/// <param name="Wall">Their duration, as a share: includes waiting for a processor if the machine is busy.</param>
/// <param name="Scripts">The part of scripts in the processor time.</param>
/// <remarks>Rasterising and compositing run on other threads, on a phone on its GPU; they are not counted.</remarks>
public readonly record struct MainThread(double Processor, double Wall, double Scripts)
{
    /// <summary>Measures a session's first set while its figure moves; the main thread is not slowed down.</summary>
    public static async Task<MainThread> MeasureAsync(Trial trial, IBrowser browser, TimeSpan time)
    {
        await using var context = await trial.OpenAsync(browser, Devices.Speaking);
        var page = await context.NewPageAsync();
        await page.GotoAsync(Trial.Session);
        await Trial.StartSetAsync(page);
        // The set begins with a count-in.
        await Task.Delay(3000);
        await using var processor = await OpenAsync(page, "threadTicks");
        await using var wall = await OpenAsync(page, "timeTicks");
        var before = (Processor: await processor.ReadAsync(), Wall: await wall.ReadAsync());
        var from = await PoseAsync(page);
        await Task.Delay(time / 2);
        var moved = await PoseAsync(page) != from;
        await Task.Delay(time / 2);
        var after = (Processor: await processor.ReadAsync(), Wall: await wall.ReadAsync());
        if (!moved || await page.Locator("#session").GetAttributeAsync("data-phase") != "running" || await page.Locator("#session").GetAttributeAsync("data-kind") != "set")
        {
            throw new InvalidOperationException("The set does not run, or its figure does not move.");
        }

        return new(
            Share(before.Processor, after.Processor, "TaskDuration"), Share(before.Wall, after.Wall, "TaskDuration"), Share(before.Processor, after.Processor, "ScriptDuration"));
    }

    private static Task<string> PoseAsync(IPage page) =>
        page.Locator(".session__figure [data-joint=ankle]").First.EvaluateAsync<string>("part => getComputedStyle(part).transform");

    private static double Share(IReadOnlyDictionary<string, double> before, IReadOnlyDictionary<string, double> after, string of) =>
        (after[of] - before[of]) / (after["Timestamp"] - before["Timestamp"]);

    private static async Task<Meter> OpenAsync(IPage page, string clock)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Performance.enable", new() { ["timeDomain"] = clock });
        return new(session);
    }

    /// <summary>Chromium's own totals of the main thread's work, in seconds, by one clock.</summary>
    private sealed class Meter(ICDPSession session) : IAsyncDisposable
    {
        public async Task<IReadOnlyDictionary<string, double>> ReadAsync()
        {
            var answer = await session.SendAsync("Performance.getMetrics");
            return answer!.Value.GetProperty("metrics").EnumerateArray()
                .ToDictionary(metric => metric.GetProperty("name").GetString()!, metric => metric.GetProperty("value").GetDouble());
        }

        public async ValueTask DisposeAsync() => await session.DetachAsync();
    }
}
