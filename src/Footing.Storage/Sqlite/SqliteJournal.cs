using Dapper;
using Footing.Journal;
using Microsoft.Data.Sqlite;

namespace Footing.Storage.Sqlite;

/// <summary>The journal's home in one SQLite file, <c>footing.db</c> in the data folder.</summary>
public sealed class SqliteJournal : IJournalStore
{
    private static readonly TimeSpan FurthestAhead = TimeSpan.FromHours(24);

    private readonly SqliteDatabase _database;
    private readonly TimeProvider _clock;

    private SqliteJournal(SqliteDatabase database, TimeProvider clock)
    {
        _database = database;
        _clock = clock;
        Drafts = new SqliteDrafts(database, clock);
    }

    /// <summary>Drafts in the same file.</summary>
    public IDraftStore Drafts { get; }

    /// <summary>
    /// Opens the store, making folder and file where there are none, and brings an older file up to date.
    /// Two processes may do so at once. Dispose it to fold the write-ahead log into the file.
    /// </summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="clock">Tells what is too far ahead and which drafts have expired.</param>
    /// <param name="busyTimeout">How long to wait for another program's lock; 5 seconds unless told.</param>
    /// <param name="cancellation">Heeded before work begins.</param>
    /// <exception cref="StorageException">It cannot be used; a file that is not ours or too new is left untouched.</exception>
    public static async Task<SqliteJournal> OpenAsync(
        string dataFolder, TimeProvider clock, TimeSpan? busyTimeout = null, CancellationToken cancellation = default)
    {
        var path = Path.Combine(Path.GetFullPath(dataFolder), "footing.db");
        var journal = new SqliteJournal(new SqliteDatabase(path, busyTimeout ?? TimeSpan.FromSeconds(5)), clock);
        try
        {
            await journal.CheckAsync(cancellation).ConfigureAwait(false);
            return journal;
        }
        catch
        {
            await journal.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Appended>> AppendAsync(
        Guid person, IReadOnlyList<NewEntry> entries, CancellationToken cancellation = default)
    {
        if (entries.Count == 0)
        {
            return [];
        }

        var latest = _clock.GetUtcNow() + FurthestAhead;
        return await _database.WriteAsync(
            connection =>
            {
                var outcomes = new Appended[entries.Count];
                connection.Transact(() => Append(connection, person.Key(), entries, latest, outcomes));
                return outcomes;
            },
            cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredEntry>> ReadAsync(Guid person, CancellationToken cancellation = default)
    {
        const string sql = "SELECT id, at, kind, sequence, json FROM entry WHERE person = @person ORDER BY at, id";
        return await _database.ReadAsync<StoredEntry[]>(
            connection => [.. connection.Query<EntryRow>(sql, new { person = person.Key() }).Select(row => row.ToEntry())],
            cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<JournalPage> ReadPageAsync(
        Guid person, JournalCursor? after, int limit, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        // One statement, so that journal and entries are seen at the same moment.
        const string sql = """
            SELECT e.id, e.at, e.kind, e.sequence, e.json, j.journal
            FROM journal j JOIN entry e ON e.person = j.person
              AND e.sequence > CASE WHEN j.journal = @journal THEN @sequence ELSE 0 END
            WHERE j.person = @person ORDER BY e.sequence LIMIT @limit
            """;
        var parameters = new
        {
            person = person.Key(),
            journal = after?.Journal ?? -1,
            sequence = after?.Sequence ?? 0,
            limit = (long)limit + 1,
        };
        var rows = await _database.ReadAsync(
            connection => connection.Query<EntryRow>(sql, parameters).AsList(), cancellation).ConfigureAwait(false);
        StoredEntry[] page = [.. rows.Take(limit).Select(row => row.ToEntry())];
        return new JournalPage(page, rows.Count > limit ? new JournalCursor(rows[0].Journal, page[^1].Sequence) : null);
    }

    /// <inheritdoc/>
    public async Task<bool> EraseAsync(Guid person, CancellationToken cancellation = default)
    {
        var parameters = new { person = person.Key() };
        return await _database.WriteAsync(
            connection =>
            {
                var erased = connection.Transact(() =>
                    connection.Execute("DELETE FROM entry WHERE person = @person", parameters)
                    + connection.Execute("DELETE FROM journal WHERE person = @person", parameters)
                    + connection.Execute("DELETE FROM draft WHERE person = @person", parameters) > 0);
                connection.FoldLog();
                return erased;
            },
            cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task CheckAsync(CancellationToken cancellation = default) => _database.WriteAsync(
        connection => connection.Transact(() => connection.Ask("SELECT count(*) FROM (SELECT 1 FROM journal LIMIT 1)") < 0),
        cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _database.DisposeAsync();

    /// <summary>Fills in the outcomes; true when there is something to commit.</summary>
    private static bool Append(
        SqliteConnection connection, byte[] person, IReadOnlyList<NewEntry> entries, DateTimeOffset latest, Appended[] outcomes)
    {
        var last = connection.QuerySingleOrDefault<long?>(
            "SELECT last_sequence FROM journal WHERE person = @person", new { person });
        var sequence = last ?? 0;
        for (var at = 0; at < entries.Count; at++)
        {
            var entry = entries[at];
            var outcome = Judge(connection, person, entry, latest);
            outcomes[at] = new Appended(entry.Id, outcome);
            if (outcome == AppendOutcome.Accepted)
            {
                sequence++;
                Insert(connection, person, entry, sequence);
            }
        }

        if (sequence == (last ?? 0))
        {
            return false;
        }

        connection.Execute(
            """
            INSERT INTO journal (person, journal, last_sequence) VALUES (@person, @journal, @sequence)
            ON CONFLICT (person) DO UPDATE SET last_sequence = excluded.last_sequence
            """,
            new { person, journal = Random.Shared.NextInt64(), sequence });
        return true;
    }

    /// <summary>What is kept goes before the clock: a retry gets the answer of the first time.</summary>
    private static AppendOutcome Judge(SqliteConnection connection, byte[] person, NewEntry entry, DateTimeOffset latest)
    {
        var kept = connection.QuerySingleOrDefault<byte[]>(
            "SELECT json FROM entry WHERE person = @person AND id = @id", new { person, id = entry.Id.Key() });
        return kept is null
            ? entry.At > latest ? AppendOutcome.TooFarAhead : AppendOutcome.Accepted
            : JsonContent.Same(kept, entry.Json) ? AppendOutcome.Duplicate : AppendOutcome.Conflict;
    }

    private static void Insert(SqliteConnection connection, byte[] person, NewEntry entry, long sequence) =>
        connection.Execute(
            "INSERT INTO entry (person, sequence, id, at, kind, json) VALUES (@person, @sequence, @id, @at, @kind, @json)",
            new
            {
                person,
                sequence,
                id = entry.Id.Key(),
                at = entry.At.UtcTicks,
                kind = entry.Kind,
                json = JsonContent.OnOneLine(entry.Json).ToArray(),
            });

    private sealed class EntryRow
    {
        public byte[] Id { get; set; } = [];

        public long At { get; set; }

        public string Kind { get; set; } = "";

        public long Sequence { get; set; }

        public byte[] Json { get; set; } = [];

        public long Journal { get; set; }

        public StoredEntry ToEntry() =>
            new(new Guid(Id, bigEndian: true), new DateTimeOffset(At, TimeSpan.Zero), Kind, Sequence, Json);
    }
}
