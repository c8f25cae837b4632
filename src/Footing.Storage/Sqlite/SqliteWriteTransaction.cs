using System.Globalization;
using Dapper;
using Footing.Storage.Engines;
using Microsoft.Data.Sqlite;

namespace Footing.Storage.Sqlite;

/// <summary>One write transaction on SQLite. It is the only writer, so what it reads is locked as well.</summary>
internal sealed class SqliteWriteTransaction(SqliteConnection connection) : IWriteTransaction, IDisposable
{
    /// <summary>Statements that run for each of many rows, by their text.</summary>
    private readonly Dictionary<string, SqliteCommand> _prepared = [];

    /// <inheritdoc/>
    public Task<Dictionary<PersonId, JournalRow>> HoldAsync(IReadOnlyCollection<PersonId> people)
    {
        var journals = new Dictionary<PersonId, JournalRow>();
        foreach (var person in people)
        {
            var find = Prepared("SELECT journal, key, last_sequence, id FROM journal WHERE person = $person", ("$person", person.Key()));
            using var reader = find.ExecuteReader();
            if (reader.Read())
            {
                journals.Add(person, new(person, reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), SqliteEngine.Id(reader, 3)));
            }
        }

        return Task.FromResult(journals);
    }

    /// <inheritdoc/>
    public Task<JournalRow> BeginAsync(JournalRow journal)
    {
        Begin(journal);
        return Task.FromResult(journal);
    }

    /// <summary>Begins a journal.</summary>
    internal void Begin(JournalRow journal) => Prepared(
        "INSERT INTO journal (person, journal, key, last_sequence, id) VALUES ($person, $journal, $key, $last, $id)",
        ("$person", journal.Person.Key()),
        ("$journal", journal.Journal),
        ("$key", journal.Key),
        ("$last", journal.LastSequence),
        ("$id", journal.Id.Key())).ExecuteNonQuery();

    /// <inheritdoc/>
    public Task<IReadOnlyList<EntryRow>> FindAsync(IReadOnlyCollection<(PersonId Person, Guid Id)> ids)
    {
        var found = new List<EntryRow>();
        foreach (var (person, id) in ids)
        {
            var find = Prepared(
                "SELECT person, sequence, id, at, kind, body FROM entry WHERE person = $person AND id = $id", ("$person", person.Key()), ("$id", id.Key()));
            using var reader = find.ExecuteReader();
            if (reader.Read())
            {
                found.Add(SqliteEngine.EntryOf(reader, first: 0));
            }
        }

        return Task.FromResult<IReadOnlyList<EntryRow>>(found);
    }

    /// <inheritdoc/>
    public Task AddAsync(IReadOnlyList<EntryRow> entries, IReadOnlyCollection<JournalRow> journals)
    {
        foreach (var entry in entries)
        {
            Prepared(
                "INSERT INTO entry (person, sequence, id, at, kind, body) VALUES ($person, $sequence, $id, $at, $kind, $body)",
                ("$person", entry.Person.Key()),
                ("$sequence", entry.Sequence),
                ("$id", entry.Id.Key()),
                ("$at", entry.At),
                ("$kind", entry.Kind),
                ("$body", entry.Body)).ExecuteNonQuery();
        }

        foreach (var journal in journals)
        {
            Prepared(
                "UPDATE journal SET last_sequence = $last WHERE person = $person",
                ("$last", journal.LastSequence),
                ("$person", journal.Person.Key())).ExecuteNonQuery();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<long> DeleteAsync(PersonId person)
    {
        connection.Execute(
            "INSERT INTO erased_journal (id, erased_on) SELECT id, date('now') FROM journal WHERE person = @person ON CONFLICT DO NOTHING",
            new { person = person.Key() });
        long deleted = 0;
        foreach (var table in (string[])["entry", "journal", "draft", "snapshot"])
        {
            deleted += connection.Execute($"DELETE FROM {table} WHERE person = @person", new { person = person.Key() });
        }

        return Task.FromResult(deleted);
    }

    /// <inheritdoc/>
    public Task RecordErasedAsync(IReadOnlyCollection<ErasedJournal> erased)
    {
        foreach (var (id, on) in erased)
        {
            connection.Execute(
                "INSERT INTO erased_journal (id, erased_on) VALUES (@id, @on) ON CONFLICT DO NOTHING",
                new { id = id.Key(), on = on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<bool> HasJournalsAsync() => Task.FromResult(connection.Ask("SELECT count(*) FROM (SELECT 1 FROM journal LIMIT 1)") > 0);

    /// <inheritdoc/>
    public Task SaveDraftAsync(DraftRow draft, long now)
    {
        connection.Execute(
            """
            INSERT INTO draft (person, kind, expires_at, key, body) VALUES (@person, @kind, @expires, @key, @body)
            ON CONFLICT (person, kind) DO UPDATE SET expires_at = excluded.expires_at, key = excluded.key, body = excluded.body
            """,
            new { person = draft.Person.Key(), kind = draft.Kind, expires = draft.ExpiresAt, key = draft.Key, body = draft.Body });
        return DeleteExpiredDraftsAsync(now);
    }

    /// <inheritdoc/>
    public Task DeleteDraftAsync(PersonId person, string kind)
    {
        connection.Execute("DELETE FROM draft WHERE person = @person AND kind = @kind", new { person = person.Key(), kind });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DeleteExpiredDraftsAsync(long now)
    {
        connection.Execute("DELETE FROM draft WHERE expires_at <= @now", new { now });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task SaveSnapshotAsync(SnapshotRow snapshot)
    {
        connection.Execute(
            """
            INSERT INTO snapshot (person, journal, through_sequence, from_sequence, body)
            SELECT @person, journal, @through, @from, @body FROM journal WHERE person = @person AND journal = @journal
            ON CONFLICT (person) DO UPDATE SET journal = excluded.journal, through_sequence = excluded.through_sequence,
              from_sequence = excluded.from_sequence, body = excluded.body
            """,
            new { person = snapshot.Person.Key(), journal = snapshot.Journal, through = snapshot.Through, from = snapshot.From, body = snapshot.Body });
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }
    }

    private SqliteCommand Prepared(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            _prepared[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in parameters)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = name });
            }
        }

        for (var at = 0; at < parameters.Length; at++)
        {
            command.Parameters[at].Value = parameters[at].Value;
        }

        return command;
    }
}
