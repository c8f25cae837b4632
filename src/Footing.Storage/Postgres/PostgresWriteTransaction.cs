using Footing.Storage.Engines;
using Npgsql;
using NpgsqlTypes;

namespace Footing.Storage.Postgres;

/// <summary>One write transaction on PostgreSQL: many rows in a statement, since each one is a round trip.</summary>
internal sealed class PostgresWriteTransaction(NpgsqlConnection connection) : IWriteTransaction
{
    /// <inheritdoc/>
    public async Task<Dictionary<PersonId, JournalRow>> HoldAsync(IReadOnlyCollection<PersonId> people)
    {
        await using var hold = connection.Command(
            "SELECT person, journal, key, last_sequence, id FROM footing.journal WHERE person = ANY ($1) ORDER BY person FOR UPDATE",
            Array([.. people.Select(person => person.Value)]));
        await using var reader = await hold.ExecuteReaderAsync().ConfigureAwait(false);
        var journals = new Dictionary<PersonId, JournalRow>();
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            var person = new PersonId(reader.GetGuid(0));
            journals.Add(person, new(person, reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetGuid(4)));
        }

        return journals;
    }

    /// <inheritdoc/>
    public async Task<JournalRow> BeginAsync(JournalRow journal)
    {
        await using var begin = connection.Command(
            // When two begin at once, the second waits here for the first, and uses the journal that the first created.
            """
            INSERT INTO footing.journal AS j (person, journal, key, last_sequence, id) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (person) DO UPDATE SET last_sequence = j.last_sequence
            RETURNING journal, key, last_sequence, id
            """,
            Uuid(journal.Person),
            Number(journal.Journal),
            Number(journal.Key),
            Number(journal.LastSequence),
            Uuid(journal.Id));
        await using var reader = await begin.ExecuteReaderAsync().ConfigureAwait(false);
        await reader.ReadAsync().ConfigureAwait(false);
        return new(journal.Person, reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetGuid(3));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<EntryRow>> FindAsync(IReadOnlyCollection<(PersonId Person, Guid Id)> ids)
    {
        await using var find = connection.Command(
            """
            SELECT e.person, e.sequence, e.id, e.at, e.kind, e.body FROM footing.entry e
            JOIN unnest($1, $2) AS wanted (person, id) ON e.person = wanted.person AND e.id = wanted.id
            """,
            Array([.. ids.Select(wanted => wanted.Person.Value)]),
            Array([.. ids.Select(wanted => wanted.Id)]));
        await using var reader = await find.ExecuteReaderAsync().ConfigureAwait(false);
        var found = new List<EntryRow>();
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            found.Add(PostgresEngine.EntryOf(reader, first: 0));
        }

        return found;
    }

    /// <inheritdoc/>
    public async Task AddAsync(IReadOnlyList<EntryRow> entries, IReadOnlyCollection<JournalRow> journals)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(
                    "INSERT INTO footing.entry (person, sequence, id, at, kind, body) SELECT * FROM unnest($1, $2, $3, $4, $5, $6)")
                {
                    Parameters =
                    {
                        Array([.. entries.Select(entry => entry.Person.Value)]),
                        new NpgsqlParameter<int[]> { TypedValue = [.. entries.Select(entry => checked((int)entry.Sequence))] },
                        Array([.. entries.Select(entry => entry.Id)]),
                        new NpgsqlParameter<long[]> { TypedValue = [.. entries.Select(entry => entry.At)] },
                        new NpgsqlParameter<short[]> { TypedValue = [.. entries.Select(entry => entry.Kind)] },
                        new NpgsqlParameter<byte[][]> { TypedValue = [.. entries.Select(entry => entry.Body)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea },
                    },
                },
                new NpgsqlBatchCommand(
                    """
                    UPDATE footing.journal AS j SET last_sequence = grown.last_sequence
                    FROM unnest($1, $2) AS grown (person, last_sequence) WHERE j.person = grown.person
                    """)
                {
                    Parameters =
                    {
                        Array([.. journals.Select(journal => journal.Person.Value)]),
                        new NpgsqlParameter<long[]> { TypedValue = [.. journals.Select(journal => journal.LastSequence)] },
                    },
                },
            },
        };
        await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<long> DeleteAsync(PersonId person)
    {
        await using var delete = connection.Command(
            """
            WITH r AS (INSERT INTO footing.erased_journal (id, erased_on)
                SELECT id, (now() AT TIME ZONE 'UTC')::date FROM footing.journal WHERE person = $1 ON CONFLICT DO NOTHING),
              e AS (DELETE FROM footing.entry WHERE person = $1 RETURNING 1),
              j AS (DELETE FROM footing.journal WHERE person = $1 RETURNING 1),
              d AS (DELETE FROM footing.draft WHERE person = $1 RETURNING 1),
              s AS (DELETE FROM footing.snapshot WHERE person = $1 RETURNING 1)
            SELECT (SELECT count(*) FROM e) + (SELECT count(*) FROM j) + (SELECT count(*) FROM d) + (SELECT count(*) FROM s)
            """,
            Uuid(person));
        return (long)(await delete.ExecuteScalarAsync().ConfigureAwait(false))!;
    }

    /// <inheritdoc/>
    public async Task RecordErasedAsync(IReadOnlyCollection<ErasedJournal> erased)
    {
        await using var record = connection.Command(
            "INSERT INTO footing.erased_journal (id, erased_on) SELECT * FROM unnest($1, $2) ON CONFLICT DO NOTHING",
            Array([.. erased.Select(journal => journal.Id)]),
            new NpgsqlParameter<DateOnly[]> { TypedValue = [.. erased.Select(journal => journal.On)] });
        await record.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<bool> HasJournalsAsync()
    {
        await using var any = connection.Command("SELECT EXISTS (SELECT 1 FROM footing.journal)");
        return (bool)(await any.ExecuteScalarAsync().ConfigureAwait(false))!;
    }

    /// <inheritdoc/>
    public async Task SaveDraftAsync(DraftRow draft, long now)
    {
        await using (var save = connection.Command(
            """
            INSERT INTO footing.draft (person, kind, expires_at, key, body) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (person, kind) DO UPDATE SET expires_at = excluded.expires_at, key = excluded.key, body = excluded.body
            """,
            Uuid(draft.Person),
            Text(draft.Kind),
            Number(draft.ExpiresAt),
            Number(draft.Key),
            Body(draft.Body)))
        {
            await save.ExecuteNonQueryAsync().ConfigureAwait(false);
        }

        await DeleteExpiredDraftsAsync(now).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteDraftAsync(PersonId person, string kind)
    {
        await using var delete = connection.Command("DELETE FROM footing.draft WHERE person = $1 AND kind = $2", Uuid(person), Text(kind));
        await delete.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteExpiredDraftsAsync(long now)
    {
        await using var delete = connection.Command("DELETE FROM footing.draft WHERE expires_at <= $1", Number(now));
        await delete.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task SaveSnapshotAsync(SnapshotRow snapshot)
    {
        await using var save = connection.Command(
            """
            INSERT INTO footing.snapshot (person, journal, through_sequence, from_sequence, body)
            SELECT person, journal, $3, $4, $5 FROM footing.journal WHERE person = $1 AND journal = $2
            ON CONFLICT (person) DO UPDATE SET journal = excluded.journal, through_sequence = excluded.through_sequence,
              from_sequence = excluded.from_sequence, body = excluded.body
            """,
            Uuid(snapshot.Person),
            Number(snapshot.Journal),
            Number(snapshot.Through),
            Number(snapshot.From),
            Body(snapshot.Body));
        await save.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    private static NpgsqlParameter<Guid> Uuid(Guid value) => new() { TypedValue = value };

    private static NpgsqlParameter<Guid> Uuid(PersonId person) => Uuid(person.Value);

    private static NpgsqlParameter<long> Number(long value) => new() { TypedValue = value };

    private static NpgsqlParameter<string> Text(string value) => new() { TypedValue = value };

    private static NpgsqlParameter<byte[]> Body(byte[] value) => new() { TypedValue = value };

    private static NpgsqlParameter<Guid[]> Array(Guid[] values) => new() { TypedValue = values };
}
