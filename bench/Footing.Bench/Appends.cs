using System.Diagnostics;
using System.Globalization;
using Footing.Testing;

namespace Footing.Bench;

/// <summary>Appends per second over HTTP, and for comparison those of a bare loop in the same minutes.</summary>
internal static class Appends
{
    private const int Gathered = 64;

    private static readonly int[] ClientCounts = [1, 8, 64];

    public static async Task MeasureAsync(Table table, string footing, PostgresCluster? cluster, bool isQuick)
    {
        var (rounds, seconds) = isQuick ? (3, 0.8) : (7, 2.5);
        await using var rawPlace = await BenchPlace.MakeAsync(cluster);
        await using var place = await BenchPlace.MakeAsync(cluster);
        await using var raw = await RawRows.OpenAsync(rawPlace);
        await using var served = await Served.StartAsync(footing, place);
        using var clients = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(Appends).Assembly.Location, "clients", served.Address.ToString()]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        try
        {
            await ClientsAsync(clients, Gathered, isQuick ? 2 : 5);
            await RawAsync(raw, 1, 0.3);
            await RawAsync(raw, Gathered, 0.3);

            // In turns, so that other work on the machine affects all of them equally.
            var alone = new List<double>();
            var gathered = new List<double>();
            var http = ClientCounts.ToDictionary(count => count, _ => new List<double>());
            for (var round = 0; round < rounds; round++)
            {
                alone.Add(await RawAsync(raw, 1, seconds));
                foreach (var count in ClientCounts)
                {
                    http[count].Add(await ClientsAsync(clients, count, seconds));
                }

                gathered.Add(await RawAsync(raw, Gathered, seconds));
            }

            table.Add("a", $"{place.Engine}: bare loop, a commit a row", Table.Figure(Timing.Median(alone), "rows/s"));
            table.Add("a", $"{place.Engine}: bare loop, {Gathered} rows a commit", Table.Figure(Timing.Median(gathered), "rows/s"));
            foreach (var (count, rates) in http)
            {
                var ratio = Timing.Median(rates.Zip(alone, (rate, bare) => rate / bare));
                var toGathered = Timing.Median(rates.Zip(gathered, (rate, bare) => rate / bare));
                var what = $"{place.Engine}: over HTTP, {count} client{(count == 1 ? "" : "s")}, an entry a request";
                var figure = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Table.Figure(Timing.Median(rates), "entries/s")}; {ratio:0.00} of the bare loop, {toGathered:0.00} of the gathered one");
                if (count == Gathered)
                {
                    table.Add("a", what, figure, "at least 0.5 of the bare loop", ratio >= 0.5);
                }
                else
                {
                    table.Add("a", what, figure);
                }
            }
        }
        finally
        {
            clients.StandardInput.Close();
            try
            {
                await clients.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
            }
            catch (TimeoutException)
            {
                clients.Kill();
            }
        }
    }

    private static async Task<double> RawAsync(RawRows raw, int rows, double seconds)
    {
        var began = Stopwatch.GetTimestamp();
        var count = 0;
        while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
        {
            await raw.CommitAsync(rows);
            count += rows;
        }

        return count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<double> ClientsAsync(Process clients, int count, double seconds)
    {
        await clients.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{count} {seconds}"));
        await clients.StandardInput.FlushAsync();
        var said = (await clients.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The clients are gone.")).Split(' ');
        return double.Parse(said[0], CultureInfo.InvariantCulture) / double.Parse(said[1], CultureInfo.InvariantCulture);
    }
}
