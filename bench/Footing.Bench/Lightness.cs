using System.Globalization;
using Footing.Testing.Web;
using Footing.Testing.Web.Speed;

namespace Footing.Bench;

/// <summary>Footing's load on a phone: bytes, paints, time from tap to voice, a running session, the beat.</summary>
internal static class Lightness
{
    private static readonly IReadOnlyList<(string Name, string Path, int Kilobytes)> Pages =
        [("first page", Paint.Paths[0], 40), ("the day", Paint.Paths[1], 40), ("session", Paint.Paths[2], 80)];

    public static async Task MeasurePagesAsync(Table table, Chromium chromium, bool isQuick)
    {
        await using var trial = await Trial.StartAsync();
        foreach (var (name, path, kilobytes) in Pages)
        {
            var weight = await PageWeight.OfAsync(trial.Host.Address, path);
            table.Add(
                "h",
                $"{name}: all that is loaded into an empty cache, compressed",
                string.Create(CultureInfo.InvariantCulture, $"{weight.Bytes / 1000.0:0.0} kB in {weight.Parts.Count} parts"),
                $"at most {kilobytes} kB",
                weight.Bytes <= kilobytes * 1000);
        }

        foreach (var (name, path, _) in Pages)
        {
            var paints = await RepeatAsync(isQuick ? 3 : 9, () => Paint.MeasureAsync(trial, chromium.Browser, path, Line.Slow4G));
            var (first, largest) = (paints.Select(paint => paint.FirstMs).ToArray(), paints.Select(paint => paint.LargestMs).ToArray());
            table.Add("h", $"{name}: first contentful paint on slow 4G, processor 4 times slower", Spread(first), "under 1,200 ms", Timing.Median(first) < 1200);
            table.Add("h", $"{name}: largest contentful paint", Spread(largest), "under 1,500 ms", Timing.Median(largest) < 1500);
        }

        foreach (var (name, path, _) in Pages)
        {
            var paints = await RepeatAsync(isQuick ? 1 : 5, () => Paint.MeasureAsync(trial, chromium.Browser, path, Line.HeldBack));
            table.Add(
                "h",
                $"{name}: first; largest, with each request held back for 562.5 ms",
                $"{Spread(paints.Select(paint => paint.FirstMs))}; {Spread(paints.Select(paint => paint.LargestMs))}");
        }
    }

    public static async Task MeasureSessionAsync(Table table, Chromium chromium, bool isQuick)
    {
        await using var trial = await Trial.StartAsync();
        var online = await RepeatAsync(isQuick ? 3 : 9, () => FirstCue.MeasureAsync(trial, chromium.Browser));
        table.Add("i", "from the finger on start to the first words, processor 4 times slower", Spread(online), "under 300 ms", Timing.Median(online) < 300);
        var offline = await RepeatAsync(isQuick ? 2 : 9, () => FirstCue.MeasureOfflineAsync(trial, chromium.Browser));
        table.Add("i", "the same without a connection", Spread(offline), "under 300 ms", Timing.Median(offline) < 300);
        var used = await RepeatAsync(isQuick ? 1 : 3, () => MainThread.MeasureAsync(trial, chromium.Browser, TimeSpan.FromSeconds(isQuick ? 10 : 30)));
        var processor = used.Select(one => one.Processor).ToArray();
        table.Add(
            "i",
            "main thread in a running set: processor time; scripts in it; by the clock",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Timing.Median(processor):0.0%}; {Timing.Median(used.Select(one => one.Scripts)):0.0%}; {Timing.Median(used.Select(one => one.Wall)):0.0%}"),
            "under 5%",
            Timing.Median(processor) < 0.05);
    }

    public static async Task MeasureBeatAsync(Table table, Chromium chromium, TimeSpan time)
    {
        await using var trial = await Trial.StartAsync();
        var load = Machine.Load();
        var beat = await Beat.HearAsync(trial, chromium.Browser, time);
        var what = time.TotalSeconds > 60 ? $"{time.TotalMinutes:0} minutes" : $"{time.TotalSeconds:0} s";
        table.Add(
            "j",
            $"{what} of beats, page blocked 50 of every 200 ms, processor 4 times slower: {beat.ErrorsMs.Count} beats, {beat.Lost} not heard",
            $"{Errors(beat.ErrorsMs)} (load {load} before, {Machine.Load()} after)",
            "99 of 100 within 5 ms",
            beat.Lost == 0 && Beat.Share(beat.ErrorsMs, 0.99) <= 5);
        table.Add("j", $"a plain timer of a second in the same run: {beat.PlainMs.Count} ticks", Errors(beat.PlainMs));
    }

    private static string Errors(IReadOnlyList<double> sorted) => string.Create(
        CultureInfo.InvariantCulture, $"half within {Beat.Share(sorted, 0.5):0.00} ms, 99 of 100 within {Beat.Share(sorted, 0.99):0.00} ms, all within {sorted[^1]:0.00} ms");

    private static string Spread(IEnumerable<double> times)
    {
        double[] all = [.. times];
        return string.Create(CultureInfo.InvariantCulture, $"{Timing.Median(all):#,0} ms ({all.Min():#,0} to {all.Max():#,0})");
    }

    private static async Task<T[]> RepeatAsync<T>(int times, Func<Task<T>> measure)
    {
        var all = new T[times];
        for (var i = 0; i < times; i++)
        {
            all[i] = await measure();
        }

        return all;
    }
}
