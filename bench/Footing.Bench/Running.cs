using System.Globalization;
using System.Net.Http.Headers;
using Footing.Testing;

namespace Footing.Bench;

/// <summary>Time from start to ready, and idle memory, of the published program.</summary>
internal static class Running
{
    private const double MostMb = 120;
    private const double MostSeconds = 0.5;

    private static readonly string[] Pages = ["today", "plan", "history", "schedule", "settings", "session/before", "sheet", "screening/result", "background", "foot-check"];

    public static async Task MeasureAsync(Table table, string footing, string form, PostgresCluster? cluster, bool isQuick)
    {
        await using var place = await BenchPlace.MakeAsync(cluster);
        // The first start creates the database.
        await (await Served.StartAsync(footing, place)).DisposeAsync();
        var times = new List<double>();
        for (var start = 0; start < (isQuick ? 5 : 10); start++)
        {
            await using var started = await Served.StartAsync(footing, place);
            times.Add(started.UntilReady.TotalSeconds);
        }

        var median = Timing.Median(times);
        table.Add(
            "g",
            $"{place.Engine}{form}: from start to ready, median of {times.Count}",
            string.Create(CultureInfo.InvariantCulture, $"{median:0.00} s ({times.Min():0.00} to {times.Max():0.00})"),
            $"at most {MostSeconds.ToString(CultureInfo.InvariantCulture)} s",
            median <= MostSeconds);

        await using var served = await Served.StartAsync(footing, place);
        using var client = new HttpClient { BaseAddress = served.Address };
        var after = served.MemoryMb;
        await Task.Delay(TimeSpan.FromSeconds(isQuick ? 5 : 60));
        var idle = served.MemoryMb;
        await FillAsync(client);
        for (var view = 0; view < 1000; view++)
        {
            using var answer = await client.GetAsync(Pages[view % Pages.Length]);
            answer.EnsureSuccessStatusCode();
        }

        var viewed = served.MemoryMb;
        await Task.Delay(TimeSpan.FromSeconds(isQuick ? 2 : 15));
        var rested = served.MemoryMb;
        table.Add(
            "g",
            $"{place.Engine}{form}: memory when ready; {(isQuick ? 5 : 60)} s later",
            $"{Table.Figure(after, "MB")}; {Table.Figure(idle, "MB")}",
            $"at most {MostMb} MB",
            idle <= MostMb);
        table.Add(
            "g",
            $"{place.Engine}{form}: memory after 1,000 page views of a journal of 13 weeks; {(isQuick ? 2 : 15)} s later",
            $"{Table.Figure(viewed, "MB")}; {Table.Figure(rested, "MB")}",
            $"at most {MostMb} MB",
            rested <= MostMb);
    }

    /// <summary>The last 13 weeks of a person, up to today.</summary>
    private static async Task FillAsync(HttpClient client)
    {
        const int days = 91;
        foreach (var part in Life.Of(3, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1 - days), days).Entries.Chunk(500))
        {
            using var content = new ByteArrayContent([(byte)'[', .. part.SelectMany((entry, place) => place == 0 ? entry.Json.ToArray() : [(byte)',', .. entry.Json.Span]), (byte)']']);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await client.PostAsync("api/journal", content);
            answer.EnsureSuccessStatusCode();
        }
    }
}
