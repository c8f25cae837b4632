using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;

namespace Footing.Bench;

/// <summary>
/// Devices that append, in a process of their own: reads lines "CLIENTS SECONDS", appends one set per request with that
/// many clients at a time for that long, and answers "ENTRIES SECONDS".
/// </summary>
internal static class ClientsVerb
{
    /// <summary>The index of the id in an array of one entry.</summary>
    private const int IdPlace = 8;

    private static readonly byte[][] Sets = [.. Life.Of(1, new DateOnly(2025, 3, 3), 60).Entries
        .Where(entry => entry.Kind == "set").Select(entry => (byte[])[(byte)'[', .. entry.Json.Span, (byte)']'])];

    public static async Task<int> RunAsync(Uri address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = address };
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var asked = line.Split(' ');
            var clients = int.Parse(asked[0], CultureInfo.InvariantCulture);
            var time = TimeSpan.FromSeconds(double.Parse(asked[1], CultureInfo.InvariantCulture));
            var began = Stopwatch.GetTimestamp();
            var counts = await Task.WhenAll(Enumerable.Range(0, clients).Select(number => AppendAsync(client, number, began, time)));
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{counts.Sum()} {Stopwatch.GetElapsedTime(began).TotalSeconds}"));
        }

        return 0;
    }

    private static async Task<int> AppendAsync(HttpClient client, int number, long began, TimeSpan time)
    {
        var count = 0;
        while (Stopwatch.GetElapsedTime(began) < time)
        {
            var body = (byte[])Sets[(number + (count * 7)) % Sets.Length].Clone();
            Utf8Formatter.TryFormat(Guid.CreateVersion7(), body.AsSpan(IdPlace), out _, 'D');
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await client.PostAsync("api/journal", content);
            var said = await answer.Content.ReadAsByteArrayAsync();
            if (!said.AsSpan().StartsWith("{\"accepted\":[\""u8))
            {
                throw new InvalidOperationException($"An append was refused: {System.Text.Encoding.UTF8.GetString(said)}");
            }

            count++;
        }

        return count;
    }
}
