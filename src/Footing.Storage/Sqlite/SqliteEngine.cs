using System.Globalization;
using Dapper;
using Footing.Storage.Engines;
using Microsoft.Data.Sqlite;

namespace Footing.Storage.Sqlite;

/// <summary>People's journals in one SQLite file.</summary>
internal sealed class SqliteEngine : IEngine
{
    private const string JournalColumns = "j.journal, j.key, j.last_sequence, j.id";
    private const string EntryColumns = "e.person, e.sequence, e.id, e.at, e.kind, e.body";

    private readonly string _path;
    private readonly SqliteDatabase _database;

    /// <summary>Null until it is bound.</summary>
    private Guid? _installation;

    /// <param name="path">The database file.</param>
    /// <param name="busyTimeout">How long to wait for another program's lock.</param>
    internal SqliteEngine(string path, TimeSpan busyTimeout)
    {
        _path = path;
        _database = new(path, busyTimeout, SqliteSchema.Journals, EnsureOurs);
    }

    /// <inheritdoc/>
    public Task OpenAsync(CancellationToken cancellation) => CheckAsync(cancellation);

    /// <inheritdoc/>
    public Task<Guid?> InstallationAsync(CancellationToken cancellation) => _database.ReadAsync(Installation, cancellation);

    /// <inheritdoc/>
    public Task<Guid> BindInstallationAsync(Guid installation, CancellationToken cancellation) => _database.WriteAsync(
        connection =>
        {
            connection.Transact(() => connection.Execute(
                "INSERT INTO installation (only, id) VALUES (1, @id) ON CONFLICT DO NOTHING", new { id = installation.Key() }) > 0);
            return Installation(connection)!.Value;
        },
        cancellation);

    /// <inheritdoc/>
    // Checked whenever the file is opened: while it is open, no other file can replace it unnoticed.
    public void Bind(Guid installation) => _installation = installation;

    /// <inheritdoc/>
    public Task<(JournalRow? Journal, bool IsErased)> FindJournalAsync(PersonId person, Guid? id, CancellationToken cancellation) => _database.ReadAsync(
        connection =>
        {
            using var find = connection.CreateCommand();
            find.CommandText = $"""
                SELECT {JournalColumns}, EXISTS (SELECT 1 FROM erased_journal WHERE id = $id)
                FROM (SELECT $person AS person) p LEFT JOIN journal j ON j.person = p.person
                """;
            find.Parameters.AddWithValue("$person", person.Key());
            find.Parameters.AddWithValue("$id", id is { } named ? named.Key() : DBNull.Value);
            using var reader = find.ExecuteReader();
            reader.Read();
            return (reader.IsDBNull(0) ? null : JournalOf(reader, person), reader.GetBoolean(4));
        },
        cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ErasedJournal>> ErasedAsync(CancellationToken cancellation) => await _database.ReadAsync(
        connection => connection.Query<(byte[] Id, string On)>("SELECT id, erased_on FROM erased_journal ORDER BY id")
            .Select(row => new ErasedJournal(new Guid(row.Id, bigEndian: true), DateOnly.ParseExact(row.On, "yyyy-MM-dd", CultureInfo.InvariantCulture))).ToList(),
        cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public Task<T> WriteAsync<T>(Func<IWriteTransaction, Task<T>> work, CancellationToken cancellation) => _database.WriteAsync(
        connection =>
        {
            var result = default(T);
            connection.Transact(() =>
            {
                using var writing = new SqliteWriteTransaction(connection);
                // On a thread of the database's own: the longest wait here is for the keyring.
                result = work(writing).GetAwaiter().GetResult();
                return true;
            });
            return result!;
        },
        cancellation);

    /// <inheritdoc/>
    public Task<PersonRows> ReadAsync(PersonId person, CancellationToken cancellation) => ReadAsync(
        person,
        $"""
        SELECT {JournalColumns}, {EntryColumns} FROM journal j LEFT JOIN entry e ON e.person = j.person
        WHERE j.person = $person ORDER BY e.at, e.id
        """,
        null,
        cancellation);

    /// <inheritdoc/>
    public Task<PersonRows> ReadPageAsync(PersonId person, JournalCursor? after, long limit, CancellationToken cancellation) => ReadAsync(
        person,
        // One statement, so that journal and entries are read at the same moment.
        $"""
        SELECT {JournalColumns}, {EntryColumns} FROM journal j LEFT JOIN entry e ON e.person = j.person
          AND e.sequence > CASE WHEN j.journal = $journal THEN $sequence ELSE 0 END
        WHERE j.person = $person ORDER BY e.sequence LIMIT $limit
        """,
        command =>
        {
            command.Parameters.AddWithValue("$journal", after?.Journal ?? -1);
            command.Parameters.AddWithValue("$sequence", after?.Sequence ?? 0);
            command.Parameters.AddWithValue("$limit", limit);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<PersonRows> ReadRecentAsync(PersonId person, CancellationToken cancellation) => _database.ReadAsync(
        connection =>
        {
            // Two statements that must read the same moment.
            PersonRows? rows = null;
            connection.Run("BEGIN");
            try
            {
                var snapshot = connection.QuerySingleOrDefault<SnapshotData>(
                    """
                    SELECT s.journal AS Journal, s.through_sequence AS Through, s.from_sequence AS "From", s.body AS Body
                    FROM snapshot s JOIN journal j ON j.person = s.person AND j.journal = s.journal WHERE s.person = @person
                    """,
                    new { person = person.Key() });
                rows = Read(
                    connection,
                    person,
                    $"""
                    SELECT {JournalColumns}, {EntryColumns} FROM journal j
                    LEFT JOIN entry e ON e.person = j.person AND e.sequence >= $from WHERE j.person = $person ORDER BY e.sequence
                    """,
                    command => command.Parameters.AddWithValue("$from", snapshot?.From ?? 0));
                return snapshot is null ? rows : rows with { Snapshot = new(person, snapshot.Journal, snapshot.Through, snapshot.From, snapshot.Body) };
            }
            finally
            {
                connection.Run("ROLLBACK");
            }
        },
        cancellation);

    /// <inheritdoc/>
    public Task<DraftRow?> ReadDraftAsync(PersonId person, string kind, CancellationToken cancellation) => _database.ReadAsync(
        connection => connection.QuerySingleOrDefault<DraftData>(
            "SELECT expires_at AS ExpiresAt, key AS Key, body AS Body FROM draft WHERE person = @person AND kind = @kind",
            new { person = person.Key(), kind }) is { } row
            ? new DraftRow(person, kind, row.ExpiresAt, row.Key, row.Body)
            : null,
        cancellation);

    /// <inheritdoc/>
    public Task ReadAllAsync(Func<JournalRow, Task> journal, Func<EntryRow, Task> entry, CancellationToken cancellation) => _database.ReadAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"""
                SELECT {JournalColumns}, {EntryColumns}, j.person FROM journal j LEFT JOIN entry e ON e.person = j.person
                ORDER BY j.person, e.sequence
                """;
            using var reader = command.ExecuteReader();
            PersonId? last = null;
            while (reader.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                var person = new PersonId(Id(reader, 10));
                if (person != last)
                {
                    last = person;
                    journal(JournalOf(reader, person)).GetAwaiter().GetResult();
                }

                if (!reader.IsDBNull(4))
                {
                    entry(EntryOf(reader)).GetAwaiter().GetResult();
                }
            }

            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public Task CheckAsync(CancellationToken cancellation) => _database.WriteAsync(
        connection => connection.Transact(() => connection.Ask("SELECT count(*) FROM (SELECT 1 FROM journal LIMIT 1)") < 0),
        cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> CheckIntegrityAsync(CancellationToken cancellation) => await _database.ReadAsync(
        connection => connection.Query<string>("PRAGMA integrity_check").Where(line => line != "ok").Select(line => $"{_path}: {line}").ToList(),
        cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public Task CheckpointAsync(CancellationToken cancellation) => _database.WriteAsync(
        connection =>
        {
            connection.FoldLog();
            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public Task SealPlainRowsAsync(Func<PlainRows, Task<SealedRows>> seal, CancellationToken cancellation) => _database.WriteAsync(
        connection =>
        {
            const string isThere = "SELECT count(*) FROM sqlite_schema WHERE name = 'entry_plain'";
            if (connection.Ask(isThere) == 0)
            {
                return false;
            }

            // In one transaction with its removal: if killed in the middle, it is done again from the start.
            connection.Transact(() =>
            {
                if (connection.Ask(isThere) == 0)
                {
                    return false;
                }

                var rows = seal(PlainRows(connection)).GetAwaiter().GetResult();
                using var writing = new SqliteWriteTransaction(connection);
                foreach (var journal in rows.Journals)
                {
                    writing.Begin(journal);
                }

                writing.AddAsync(rows.Entries, rows.Journals).GetAwaiter().GetResult();
                foreach (var draft in rows.Drafts)
                {
                    writing.SaveDraftAsync(draft, 0).GetAwaiter().GetResult();
                }

                connection.Run("DROP TABLE entry_plain; DROP TABLE draft_plain; DROP TABLE journal_plain");
                return true;
            });
            connection.FoldLog();
            return true;
        },
        cancellation);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    /// <summary>From an id's 16 bytes, as they are written.</summary>
    internal static Guid Id(SqliteDataReader reader, int column) => new((byte[])reader.GetValue(column), bigEndian: true);

    /// <summary>The entry in six columns.</summary>
    internal static EntryRow EntryOf(SqliteDataReader reader, int first = 4) => new(
        new(Id(reader, first)),
        reader.GetInt64(first + 1),
        Id(reader, first + 2),
        reader.GetInt64(first + 3),
        reader.GetInt16(first + 4),
        (byte[])reader.GetValue(first + 5));

    private static JournalRow JournalOf(SqliteDataReader reader, PersonId person) =>
        new(person, reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), Id(reader, 3));

    /// <summary>Throws when the file belongs to an installation other than the one it was bound to.</summary>
    private void EnsureOurs(SqliteConnection connection)
    {
        if (_installation is { } ours
            && (connection.Ask("SELECT count(*) FROM sqlite_schema WHERE name = 'installation'") == 0 || Installation(connection) != ours))
        {
            throw new StorageException(StorageFault.Keys,
                $"Another database was put in the place of {_path}: it belongs to another installation than the keyring. Put the right one back.");
        }
    }

    private static Guid? Installation(SqliteConnection connection) =>
        connection.QuerySingleOrDefault<byte[]>("SELECT id FROM installation") is { } id ? new Guid(id, bigEndian: true) : null;

    private Task<PersonRows> ReadAsync(PersonId person, string sql, Action<SqliteCommand>? more, CancellationToken cancellation) =>
        _database.ReadAsync(connection => Read(connection, person, sql, more), cancellation);

    private static PersonRows Read(SqliteConnection connection, PersonId person, string sql, Action<SqliteCommand>? more)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$person", person.Key());
        more?.Invoke(command);
        using var reader = command.ExecuteReader();
        JournalRow? journal = null;
        var entries = new List<EntryRow>();
        while (reader.Read())
        {
            journal ??= JournalOf(reader, person);
            if (!reader.IsDBNull(4))
            {
                entries.Add(EntryOf(reader));
            }
        }

        return new(journal, entries);
    }

    private static PlainRows PlainRows(SqliteConnection connection) => new(
        [.. connection.Query<(byte[] Person, long Journal, long Last)>("SELECT person, journal, last_sequence FROM journal_plain")
            .Select(row => (new PersonId(new Guid(row.Person, bigEndian: true)), row.Journal, row.Last))],
        [.. connection.Query<(byte[] Person, long Sequence, byte[] Id, long At, string Kind, byte[] Json)>(
            "SELECT person, sequence, id, at, kind, json FROM entry_plain")
            .Select(row => (new PersonId(new Guid(row.Person, bigEndian: true)), row.Sequence, new Guid(row.Id, bigEndian: true), row.At, row.Kind, row.Json))],
        connection.Ask("SELECT count(*) FROM sqlite_schema WHERE name = 'draft_plain'") == 0
            ? []
            : [.. connection.Query<(byte[] Person, string Kind, long ExpiresAt, byte[] Json)>("SELECT person, kind, expires_at, json FROM draft_plain")
                .Select(row => (new PersonId(new Guid(row.Person, bigEndian: true)), row.Kind, row.ExpiresAt, row.Json))]);

    private sealed class SnapshotData
    {
        public long Journal { get; set; }

        public long Through { get; set; }

        public long From { get; set; }

        public byte[] Body { get; set; } = [];
    }

    private sealed class DraftData
    {
        public long ExpiresAt { get; set; }

        public long Key { get; set; }

        public byte[] Body { get; set; } = [];
    }
}
