using System.Data;
using Footing.Storage;
using Footing.Storage.Engines;
using Footing.Storage.Journals;
using Footing.Storage.Sealing;
using Footing.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Footing.Bench;

/// <summary>
/// The same rows as the store writes, with the same durability, written by a bare loop on one connection: the limit of
/// the disk and the engine.
/// </summary>
internal abstract class RawRows : IAsyncDisposable
{
    private static readonly byte[][] Bodies = MakeBodies();

    private readonly PersonId _person = new(Guid.CreateVersion7());
    private int _sequence;

    /// <summary>Opens a place that a store has used, so that its tables exist.</summary>
    public static async Task<RawRows> OpenAsync(BenchPlace place)
    {
        await (await JournalStore.OpenAsync(place.Options)).DisposeAsync();
        return place.Postgres is { } postgres ? await Postgres.OpenAsync(postgres) : Sqlite.Open(Path.Combine(place.Folder, "footing.db"));
    }

    /// <summary>Writes this many rows in one durable transaction.</summary>
    public async Task CommitAsync(int rows) => await CommitAsync([.. Enumerable.Range(0, rows).Select(_ =>
    {
        _sequence++;
        return new EntryRow(_person, _sequence, Guid.CreateVersion7(), DateTime.UtcNow.Ticks, 3, Bodies[_sequence % Bodies.Length]);
    })]);

    public abstract ValueTask DisposeAsync();

    protected abstract Task CommitAsync(EntryRow[] rows);

    private static byte[][] MakeBodies()
    {
        using var seal = new Seal(new byte[Seal.KeyLength]);
        return [.. Life.Of(1, new DateOnly(2025, 3, 3), 60).Entries.Where(entry => entry.Kind == "set").Select(entry =>
            seal.Close(EntryCompression.Pack(entry.Json.Span, entry.Id, entry.At), AssociatedData.OfEntry(default, entry.Id, 3, entry.At.UtcTicks)))];
    }

    private sealed class Sqlite : RawRows
    {
        private readonly SqliteConnection _connection;
        private readonly SqliteCommand _insert;

        private Sqlite(SqliteConnection connection, SqliteCommand insert)
        {
            _connection = connection;
            _insert = insert;
        }

        public static Sqlite Open(string file)
        {
            var connection = new SqliteConnection($"Data Source={file};Pooling=False");
            connection.Open();
            connection.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA secure_delete = ON");
            var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO entry (person, sequence, id, at, kind, body) VALUES ($1, $2, $3, $4, $5, $6)";
            for (var place = 1; place <= 6; place++)
            {
                insert.Parameters.Add(new SqliteParameter { ParameterName = $"${place}" });
            }

            return new(connection, insert);
        }

        public override async ValueTask DisposeAsync()
        {
            await _insert.DisposeAsync();
            await _connection.DisposeAsync();
        }

        protected override async Task CommitAsync(EntryRow[] rows)
        {
            if (rows.Length > 1)
            {
                _connection.Run("BEGIN IMMEDIATE");
            }

            foreach (var row in rows)
            {
                object[] values = [row.Person.Key(), row.Sequence, row.Id.Key(), row.At, row.Kind, row.Body];
                for (var place = 0; place < values.Length; place++)
                {
                    _insert.Parameters[place].Value = values[place];
                }

                await _insert.ExecuteNonQueryAsync();
            }

            if (rows.Length > 1)
            {
                _connection.Run("COMMIT");
            }
        }
    }

    private sealed class Postgres : RawRows
    {
        private const string Insert = "INSERT INTO footing.entry (person, sequence, id, at, kind, body) VALUES ($1, $2, $3, $4, $5, $6)";

        private readonly NpgsqlDataSource _source;
        private readonly NpgsqlConnection _connection;

        private Postgres(NpgsqlDataSource source, NpgsqlConnection connection)
        {
            _source = source;
            _connection = connection;
        }

        public static async Task<Postgres> OpenAsync(string postgres)
        {
            // Prepared after it was used a few times, as in the store.
            var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(postgres) { MaxAutoPrepare = 32 });
            return new(source, await source.OpenConnectionAsync());
        }

        public override async ValueTask DisposeAsync()
        {
            await _connection.DisposeAsync();
            await _source.DisposeAsync();
        }

        protected override async Task CommitAsync(EntryRow[] rows)
        {
            // One round trip, and one transaction on the server.
            await using var batch = new NpgsqlBatch(_connection);
            foreach (var row in rows)
            {
                batch.BatchCommands.Add(new NpgsqlBatchCommand(Insert)
                {
                    Parameters =
                    {
                        new NpgsqlParameter<Guid> { TypedValue = row.Person.Value },
                        new NpgsqlParameter<int> { TypedValue = (int)row.Sequence },
                        new NpgsqlParameter<Guid> { TypedValue = row.Id },
                        new NpgsqlParameter<long> { TypedValue = row.At },
                        new NpgsqlParameter<short> { TypedValue = row.Kind },
                        new NpgsqlParameter<byte[]> { TypedValue = row.Body },
                    },
                });
            }

            await batch.ExecuteNonQueryAsync();
        }
    }
}
