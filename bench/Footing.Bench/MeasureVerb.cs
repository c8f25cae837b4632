using Footing.Testing;
using Footing.Testing.Web;

namespace Footing.Bench;

/// <summary>Measures and prints a table; progress goes to standard error.</summary>
internal static class MeasureVerb
{
    /// <summary>Measures.</summary>
    /// <param name="published">The folder of the published program, in its forms.</param>
    /// <param name="options">
    /// <c>quick</c>: less of everything, to check that all of it runs. <c>long</c>: a quarter of an hour of beats.
    /// <c>write</c>: also writes the table into the page.
    /// Letters: only these rows.
    /// </param>
    public static async Task<int> RunAsync(string published, string[] options)
    {
        var footing = Path.Combine(published, "whole", "footing");
        var isQuick = options.Contains("quick");
        var rows = options.FirstOrDefault(option => option is not ("quick" or "long" or "write")) ?? "abcdefghijk";
        var beats = options.Contains("long") ? TimeSpan.FromMinutes(15) : TimeSpan.FromSeconds(isQuick ? 15 : 60);
        var load = Machine.Load();
        await using var cluster = await PostgresCluster.StartAsync();
        var chromium = new Lazy<Task<Chromium>>(LaunchAsync);
        PostgresCluster?[] engines = [null, cluster];
        var table = new Table();
        foreach (var row in rows)
        {
            switch (row)
            {
                case 'a':
                    foreach (var engine in engines)
                    {
                        await Appends.MeasureAsync(table, footing, engine, isQuick);
                    }

                    break;
                case 'b':
                    Judgement.MeasureDecisions(table, isQuick);
                    break;
                case 'c':
                    Judgement.MeasurePlans(table, isQuick);
                    foreach (var engine in engines)
                    {
                        await Judgement.MeasureStoredPlansAsync(table, engine, isQuick);
                    }

                    break;
                case 'd':
                    Judgement.MeasureScripts(table, isQuick);
                    break;
                case 'e':
                    foreach (var engine in engines)
                    {
                        await Sizes.MeasureAsync(table, engine, isQuick);
                    }

                    break;
                case 'f':
                    foreach (var engine in engines)
                    {
                        await SealingCosts.MeasureAsync(table, engine, isQuick);
                    }

                    break;
                case 'g':
                    foreach (var engine in engines)
                    {
                        await Running.MeasureAsync(table, footing, "", engine, isQuick);
                    }

                    await Running.MeasureAsync(table, Path.Combine(published, "dependent", "footing"), " on an installed runtime", null, isQuick);

                    break;
                case 'h':
                    await Lightness.MeasurePagesAsync(table, await chromium.Value, isQuick);
                    break;
                case 'i':
                    await Lightness.MeasureSessionAsync(table, await chromium.Value, isQuick);
                    break;
                case 'j':
                    await Lightness.MeasureBeatAsync(table, await chromium.Value, beats);
                    break;
                case 'k':
                    foreach (var engine in engines)
                    {
                        await PageTimes.MeasureAsync(table, engine, isQuick);
                    }

                    break;
                default:
                    await Console.Error.WriteLineAsync($"There is no row {row}: rows are a to k.");
                    return 2;
            }
        }

        if (chromium.IsValueCreated)
        {
            await (await chromium.Value).DisposeAsync();
        }

        var result = await Machine.DescribeAsync(cluster.ConnectionString("postgres"), load) + "\n"
            + (isQuick ? "Quick: short rounds and little data. These figures are only to see that all of it runs.\n" : "")
            + "\n" + table;
        Console.Write(result);
        if (options.Contains("write"))
        {
            Write(result);
        }

        return 0;
    }

    private static async Task<Chromium> LaunchAsync()
    {
        var chromium = new Chromium();
        await chromium.InitializeAsync();
        return chromium;
    }

    /// <summary>Replaces the previous table.</summary>
    private static void Write(string result)
    {
        const string begin = "<!-- table -->\n";
        const string end = "<!-- /table -->";
        var file = Repository.Find("docs", "performance.md");
        var page = File.ReadAllText(file);
        var place = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        File.WriteAllText(file, page[..place] + result + page[page.IndexOf(end, StringComparison.Ordinal)..]);
    }
}
