using System.Diagnostics;
using System.Globalization;
using Footing.Storage;
using Footing.Storage.Journals;
using Footing.Storage.Sealing;
using Footing.Testing;

namespace Footing.Bench;

/// <summary>What packing and sealing cost, and their share of an append and of a read.</summary>
internal static class SealingCosts
{
    private static readonly DateOnly Start = new(2025, 3, 3);

    public static async Task MeasureAsync(Table table, PostgresCluster? cluster, bool isQuick)
    {
        NewEntry[] entries = [.. Life.Of(3, Start, 365).Entries];
        var person = new PersonId(Guid.CreateVersion7());
        using var seal = new Seal(new byte[Seal.KeyLength]);
        byte[] BelongingOf(NewEntry entry) => AssociatedData.OfEntry(person, entry.Id, 3, entry.At.UtcTicks);
        byte[][] packed = [.. entries.Select(entry => EntryCompression.Pack(entry.Json.Span, entry.Id, entry.At))];
        byte[][] bodies = [.. entries.Select((entry, place) => seal.Close(packed[place], BelongingOf(entry)))];

        double Each(Action<int> work) => Timing.Microseconds(isQuick, pieces =>
        {
            for (var piece = 0; piece < pieces; piece++)
            {
                work(piece % entries.Length);
            }
        });

        var pack = Each(place => EntryCompression.Pack(entries[place].Json.Span, entries[place].Id, entries[place].At));
        var close = Each(place => seal.Close(packed[place], BelongingOf(entries[place])));
        var open = Each(place => seal.Open(bodies[place], BelongingOf(entries[place])));
        var unpack = Each(place => EntryCompression.Unpack(packed[place], entries[place].Id, entries[place].At));
        if (cluster is null)
        {
            table.Add("f", "an entry packed; sealed", $"{Table.Figure(pack, "µs")}; {Table.Figure(close, "µs")}");
            table.Add("f", "an entry opened; unpacked", $"{Table.Figure(open, "µs")}; {Table.Figure(unpack, "µs")}");
            AddBytes(table, "an entry", entries);
            AddBytes(table, "a set", [.. entries.Where(entry => entry.Kind == "set")]);
        }

        await using var place = await BenchPlace.MakeAsync(cluster);
        await using var store = await JournalStore.OpenAsync(place.Options);
        await FillAsync(store, new(Guid.CreateVersion7()), entries);
        var written = new List<double>();
        for (var round = 0; round < (isQuick ? 3 : 9); round++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            await FillAsync(store, person = new PersonId(Guid.CreateVersion7()), entries);
            written.Add((Process.GetCurrentProcess().TotalProcessorTime - before).TotalMicroseconds / entries.Length);
        }

        var append = Timing.Median(written);
        table.Add("f", $"{place.Engine}: processor time of an append in Footing, 64 at a time; share of packing and sealing", string.Create(
            CultureInfo.InvariantCulture, $"{Table.Figure(append, "µs")}; {(pack + close) / append:0%}"));
        var read = Timing.Microseconds(isQuick, () => store.ReadAsync(person)) / entries.Length;
        table.Add("f", $"{place.Engine}: an entry read; share of opening and unpacking", string.Create(
            CultureInfo.InvariantCulture, $"{Table.Figure(read, "µs")}; {(open + unpack) / read:0%}"));
    }

    private static void AddBytes(Table table, string what, NewEntry[] entries)
    {
        var packed = entries.Average(entry => EntryCompression.Pack(entry.Json.Span, entry.Id, entry.At).Length);
        table.Add("f", $"{what}: as JSON; packed; sealed", string.Create(
            CultureInfo.InvariantCulture, $"{entries.Average(entry => entry.Json.Length):0}; {packed:0}; {packed + Seal.Overhead:0} bytes"));
    }

    /// <summary>One entry per append, 64 at a time.</summary>
    private static async Task FillAsync(JournalStore store, PersonId person, NewEntry[] entries)
    {
        foreach (var some in entries.Chunk(64))
        {
            await Task.WhenAll(some.Select(entry => store.AppendAsync(person, [entry])));
        }
    }
}
