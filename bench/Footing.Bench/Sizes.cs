using System.Globalization;
using Footing.Storage.Journals;
using Footing.Storage.Sqlite;
using Footing.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Footing.Bench;

/// <summary>The disk space of an entry, including its share of tables, indexes and half-filled pages.</summary>
internal static class Sizes
{
    private const int AimBytes = 200;

    private static readonly DateOnly Start = new(2021, 3, 1);

    public static async Task MeasureAsync(Table table, PostgresCluster? cluster, bool isQuick)
    {
        var (people, days) = isQuick ? (40, 60) : (200, 365);
        var alone = Life.Of(3, Start, isQuick ? 365 : 1826);
        Life[] many = [.. Enumerable.Range(1, people).Select(seed => Life.Of(seed, Start, days))];
        await MeasureAsync(table, cluster, [alone], $"one person, {(isQuick ? "1 year" : "5 years")}");
        await MeasureAsync(table, cluster, many, $"{people} people, {days} days each, day by day");
    }

    private static async Task MeasureAsync(Table table, PostgresCluster? cluster, IReadOnlyList<Life> lives, string whose)
    {
        foreach (var isSets in (bool[])[true, false])
        {
            await MeasureAsync(table, cluster, lives, whose, isSets);
        }
    }

    private static async Task MeasureAsync(Table table, PostgresCluster? cluster, IReadOnlyList<Life> lives, string whose, bool isSets)
    {
        await using var place = await BenchPlace.MakeAsync(cluster);
        var count = await FillAsync(place, lives, isSets);
        var (total, parts) = place.Postgres is null
            ? OfFile(Path.Combine(place.Folder, "footing.db"))
            : await OfDatabaseAsync(place.Postgres);
        var each = (double)total / count;
        var what = string.Create(CultureInfo.InvariantCulture, $"{place.Engine}: {whose}, {(isSets ? "sets alone" : "all kinds")} ({count:#,0} entries)");
        var made = string.Join(", ", parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Name} {(double)part.Bytes / count:0}")));
        var measured = string.Create(CultureInfo.InvariantCulture, $"{each:0} bytes each: {made}");
        if (isSets)
        {
            table.Add("e", what, measured, $"at most {AimBytes}", each <= AimBytes);
        }
        else
        {
            table.Add("e", what, measured);
        }
    }

    private static async Task<int> FillAsync(BenchPlace place, IReadOnlyList<Life> lives, bool isSets)
    {
        await using var store = await JournalStore.OpenAsync(place.Options);
        var days = lives
            .SelectMany(life => life.Entries.Where(entry => !isSets || entry.Kind == "set").Select(entry => (life.Person, Entry: entry)))
            .GroupBy(made => DateOnly.FromDateTime(made.Entry.At.UtcDateTime))
            .OrderBy(day => day.Key);
        var count = 0;
        foreach (var day in days)
        {
            // A session's entries are appended together; people come one after the other.
            await Task.WhenAll(day.GroupBy(made => made.Person).Select(person => store.AppendAsync(person.Key, [.. person.Select(made => made.Entry)])));
            count += day.Count();
        }

        return count;
    }

    /// <summary>The file when the store is closed, after a checkpoint of its log.</summary>
    private static (long Total, IReadOnlyList<(string Name, long Bytes)> Parts) OfFile(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        var pageSize = connection.Ask("PRAGMA page_size");
        // The pages that dropping the index would free: this SQLite has no table of them.
        connection.Run("BEGIN IMMEDIATE; DROP INDEX entry_by_id");
        var index = connection.Ask("PRAGMA freelist_count") * pageSize;
        connection.Run("ROLLBACK");
        var total = connection.Ask("PRAGMA page_count") * pageSize;
        return (total, [("rows", total - index), ("index by id", index)]);
    }

    private static async Task<(long Total, IReadOnlyList<(string Name, long Bytes)> Parts)> OfDatabaseAsync(string postgres)
    {
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        await using var ask = connection.CreateCommand();
        ask.CommandText = """
            SELECT pg_total_relation_size('footing.entry'), pg_table_size('footing.entry'),
              pg_relation_size('footing.entry_pkey'), pg_relation_size('footing.entry_by_id')
            """;
        await using var reader = await ask.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), [("rows", reader.GetInt64(1)), ("primary key", reader.GetInt64(2)), ("index by id", reader.GetInt64(3))]);
    }
}
