using System.Data;
using Footing.Storage.Engines;
using Npgsql;
using NpgsqlTypes;

namespace Footing.Storage.Postgres;

/// <summary>People's journals in a PostgreSQL database, in their own schema.</summary>
internal sealed class PostgresEngine : IEngine
{
    private const string JournalColumns = "j.journal, j.key, j.last_sequence, j.id";
    private const string EntryColumns = "e.person, e.sequence, e.id, e.at, e.kind, e.body";

    private readonly PostgresDatabase _database;

    /// <summary>Null until it is bound.</summary>
    private Guid? _installation;

    /// <param name="connection">A connection string, as Npgsql reads it.</param>
    /// <exception cref="StorageException"><see cref="StorageFault.Refused"/>: it is no connection string.</exception>
    internal PostgresEngine(string connection) => _database = new PostgresDatabase(connection);

    internal PostgresDatabase Database => _database;

    /// <inheritdoc/>
    public Task OpenAsync(CancellationToken cancellation) => _database.OpenAsync(cancellation);

    /// <inheritdoc/>
    public Task<Guid?> InstallationAsync(CancellationToken cancellation) => _database.DoAsync(InstallationAsync, cancellation);

    /// <inheritdoc/>
    public Task<Guid> BindInstallationAsync(Guid installation, CancellationToken cancellation) => _database.DoAsync(
        async connection =>
        {
            await using var claim = connection.Command(
                "UPDATE footing.installation SET id = $1 WHERE id IS NULL", new NpgsqlParameter<Guid> { TypedValue = installation });
            await claim.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
            return (await InstallationAsync(connection).ConfigureAwait(false))!.Value;
        },
        cancellation);

    /// <inheritdoc/>
    public void Bind(Guid installation) => _installation = installation;

    /// <inheritdoc/>
    public Task<(JournalRow? Journal, bool IsErased)> FindJournalAsync(PersonId person, Guid? id, CancellationToken cancellation) => _database.DoAsync(
        async connection =>
        {
            await using var find = connection.Command(
                $"""
                SELECT {JournalColumns}, EXISTS (SELECT 1 FROM footing.erased_journal WHERE id = $2)
                FROM (VALUES ($1)) AS p (person) LEFT JOIN footing.journal j ON j.person = p.person
                """,
                new NpgsqlParameter<Guid> { TypedValue = person.Value },
                new NpgsqlParameter { Value = id is { } named ? named : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
            await using var reader = await find.ExecuteReaderAsync(CancellationToken.None).ConfigureAwait(false);
            await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false);
            return (FindJournal(reader, person), reader.GetBoolean(4));
        },
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ErasedJournal>> ErasedAsync(CancellationToken cancellation) => _database.DoAsync(
        async connection =>
        {
            await using var find = connection.Command("SELECT id, erased_on FROM footing.erased_journal ORDER BY id");
            await using var reader = await find.ExecuteReaderAsync(CancellationToken.None).ConfigureAwait(false);
            var erased = new List<ErasedJournal>();
            while (await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false))
            {
                erased.Add(ErasedOf(reader));
            }

            return (IReadOnlyList<ErasedJournal>)erased;
        },
        cancellation);

    /// <inheritdoc/>
    public Task<T> WriteAsync<T>(Func<IWriteTransaction, Task<T>> work, CancellationToken cancellation) => _database.WriteAsync(
        async connection =>
        {
            // Checked each time: a database may be dropped and another restored in its place while a connection lasts.
            if (_installation is { } ours && await InstallationAsync(connection).ConfigureAwait(false) != ours)
            {
                throw NotTheSame();
            }

            return await work(new PostgresWriteTransaction(connection)).ConfigureAwait(false);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<PersonRows> ReadAsync(PersonId person, CancellationToken cancellation) => _database.DoAsync(
        connection => ReadAsync(
            connection,
            person,
            $"""
            SELECT {JournalColumns}, {EntryColumns} FROM footing.journal j
            LEFT JOIN footing.entry e ON e.person = j.person WHERE j.person = $1 ORDER BY e.at, e.id
            """),
        cancellation);

    /// <inheritdoc/>
    public Task<PersonRows> ReadPageAsync(PersonId person, JournalCursor? after, long limit, CancellationToken cancellation) => _database.DoAsync(
        connection => ReadAsync(
            connection,
            person,
            // One statement, so that journal and entries are seen at the same moment.
            $"""
            SELECT {JournalColumns}, {EntryColumns} FROM footing.journal j
            LEFT JOIN footing.entry e ON e.person = j.person AND e.sequence > CASE WHEN j.journal = $2 THEN $3 ELSE 0 END
            WHERE j.person = $1 ORDER BY e.sequence LIMIT $4
            """,
            new NpgsqlParameter<long> { TypedValue = after?.Journal ?? -1 },
            new NpgsqlParameter<long> { TypedValue = after?.Sequence ?? 0 },
            new NpgsqlParameter<long> { TypedValue = limit }),
        cancellation);

    /// <inheritdoc/>
    public Task<PersonRows> ReadRecentAsync(PersonId person, CancellationToken cancellation) => _database.DoAsync(
        async connection =>
        {
            // Two statements that must see the same moment.
            await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, CancellationToken.None).ConfigureAwait(false);
            SnapshotRow? snapshot = null;
            await using (var find = connection.Command(
                """
                SELECT s.journal, s.through_sequence, s.from_sequence, s.body FROM footing.snapshot s
                JOIN footing.journal j ON j.person = s.person AND j.journal = s.journal WHERE s.person = $1
                """,
                new NpgsqlParameter<Guid> { TypedValue = person.Value }))
            await using (var reader = await find.ExecuteReaderAsync(CancellationToken.None).ConfigureAwait(false))
            {
                if (await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false))
                {
                    snapshot = SnapshotOf(reader, person);
                }
            }

            var rows = await ReadAsync(
                connection,
                person,
                $"""
                SELECT {JournalColumns}, {EntryColumns} FROM footing.journal j
                LEFT JOIN footing.entry e ON e.person = j.person AND e.sequence >= $2 WHERE j.person = $1 ORDER BY e.sequence
                """,
                new NpgsqlParameter<long> { TypedValue = snapshot?.From ?? 0 }).ConfigureAwait(false);
            await moment.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            return rows with { Snapshot = snapshot };
        },
        cancellation);

    /// <inheritdoc/>
    public Task<DraftRow?> ReadDraftAsync(PersonId person, string kind, CancellationToken cancellation) => _database.DoAsync(
        async connection =>
        {
            await using var find = connection.Command(
                "SELECT expires_at, key, body FROM footing.draft WHERE person = $1 AND kind = $2",
                new NpgsqlParameter<Guid> { TypedValue = person.Value },
                new NpgsqlParameter<string> { TypedValue = kind });
            await using var reader = await find.ExecuteReaderAsync(CancellationToken.None).ConfigureAwait(false);
            return await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false)
                ? DraftOf(reader, person, kind)
                : null;
        },
        cancellation);

    /// <inheritdoc/>
    public Task ReadAllAsync(Func<JournalRow, Task> journal, Func<EntryRow, Task> entry, CancellationToken cancellation) => _database.DoAsync(
        async connection =>
        {
            await using var command = connection.Command(
                $"""
                SELECT {JournalColumns}, {EntryColumns}, j.person FROM footing.journal j
                LEFT JOIN footing.entry e ON e.person = j.person ORDER BY j.person, e.sequence
                """);
            // No time limit.
            command.CommandTimeout = 0;
            await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            PersonId? last = null;
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            {
                var person = new PersonId(reader.GetGuid(10));
                if (person != last)
                {
                    last = person;
                    await journal(JournalOf(reader, person)).ConfigureAwait(false);
                }

                if (!await reader.IsDBNullAsync(4, cancellation).ConfigureAwait(false))
                {
                    await entry(EntryOf(reader)).ConfigureAwait(false);
                }
            }

            return true;
        },
        cancellation,
        // Rows that were handed over already cannot be taken back.
        mayRepeat: false);

    /// <inheritdoc/>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        await _database.CheckAsync(cancellation).ConfigureAwait(false);
        if (_installation is { } ours && await InstallationAsync(cancellation).ConfigureAwait(false) != ours)
        {
            throw NotTheSame();
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> CheckIntegrityAsync(CancellationToken cancellation) => _database.DoAsync(
        async connection =>
        {
            // PostgreSQL's own check of indexes against tables, if its extension is installed and may be used.
            await using var find = connection.Command("SELECT count(*) FROM pg_extension WHERE extname = 'amcheck'");
            if ((long)(await find.ExecuteScalarAsync(cancellation).ConfigureAwait(false))! == 0)
            {
                return (IReadOnlyList<string>)[];
            }

            try
            {
                await using var check = connection.Command("SELECT bt_index_check('footing.entry_by_id', true), bt_index_check('footing.entry_pkey', true)");
                check.CommandTimeout = 0;
                await check.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
                return [];
            }
            catch (PostgresException problem) when (problem.SqlState is PostgresErrorCodes.IndexCorrupted or PostgresErrorCodes.DataCorrupted)
            {
                return [$"{_database.Place}: {problem.MessageText}"];
            }
            catch (PostgresException problem) when (problem.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                return [];
            }
        },
        cancellation);

    /// <inheritdoc/>
    /// <remarks>Deleted rows stay in the files until PostgreSQL vacuums; their key is destroyed.</remarks>
    public Task CheckpointAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    /// <remarks>PostgreSQL support began after entries were sealed.</remarks>
    public Task SealPlainRowsAsync(Func<PlainRows, Task<SealedRows>> seal, CancellationToken cancellation) => Task.CompletedTask;

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    /// <summary>The entry in six columns.</summary>
    internal static EntryRow EntryOf(NpgsqlDataReader reader, int first = 4) => new(
        new(reader.GetGuid(first)),
        reader.GetInt32(first + 1),
        reader.GetGuid(first + 2),
        reader.GetInt64(first + 3),
        reader.GetInt16(first + 4),
        reader.GetFieldValue<byte[]>(first + 5));

    // Columns are read without waiting: a row that was read is in memory completely.
    private static JournalRow JournalOf(NpgsqlDataReader reader, PersonId person) =>
        new(person, reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetGuid(3));

    private static JournalRow? FindJournal(NpgsqlDataReader reader, PersonId person) => reader.IsDBNull(0) ? null : JournalOf(reader, person);

    private static bool HoldsEntry(NpgsqlDataReader reader) => !reader.IsDBNull(4);

    private static ErasedJournal ErasedOf(NpgsqlDataReader reader) => new(reader.GetGuid(0), reader.GetFieldValue<DateOnly>(1));

    private static SnapshotRow SnapshotOf(NpgsqlDataReader reader, PersonId person) =>
        new(person, reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetFieldValue<byte[]>(3));

    private static DraftRow DraftOf(NpgsqlDataReader reader, PersonId person, string kind) =>
        new(person, kind, reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2));

    private StorageException NotTheSame() => new(StorageFault.Keys,
        $"Another database was put in the place of {_database.Place}: it belongs to another installation than the keyring. Put the right one back.");

    private static async Task<Guid?> InstallationAsync(NpgsqlConnection connection)
    {
        await using var find = connection.Command("SELECT id FROM footing.installation");
        return await find.ExecuteScalarAsync(CancellationToken.None).ConfigureAwait(false) as Guid?;
    }

    private static async Task<PersonRows> ReadAsync(NpgsqlConnection connection, PersonId person, string sql, params NpgsqlParameter[] more)
    {
        await using var command = connection.Command(sql, [new NpgsqlParameter<Guid> { TypedValue = person.Value }, .. more]);
        await using var reader = await command.ExecuteReaderAsync(CancellationToken.None).ConfigureAwait(false);
        JournalRow? journal = null;
        var entries = new List<EntryRow>();
        while (await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            journal ??= JournalOf(reader, person);
            if (HoldsEntry(reader))
            {
                entries.Add(EntryOf(reader));
            }
        }

        return new(journal, entries);
    }
}
