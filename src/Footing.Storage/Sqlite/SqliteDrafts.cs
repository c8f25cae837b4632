using Dapper;

namespace Footing.Storage.Sqlite;

/// <summary>Drafts in the journal's file.</summary>
internal sealed class SqliteDrafts(SqliteDatabase database, TimeProvider clock) : IDraftStore
{
    private const string Sweep = "DELETE FROM draft WHERE expires_at <= @now";

    public Task SaveAsync(
        Guid person, string kind, ReadOnlyMemory<byte> json, DateTimeOffset expiresAt, CancellationToken cancellation = default)
    {
        const string keep = """
            INSERT INTO draft (person, kind, expires_at, json) VALUES (@person, @kind, @expires, @json)
            ON CONFLICT (person, kind) DO UPDATE SET expires_at = excluded.expires_at, json = excluded.json
            """;
        var draft = new { person = person.Key(), kind, expires = expiresAt.UtcTicks, json = json.ToArray() };
        var expired = new { now = clock.GetUtcNow().UtcTicks };
        return database.WriteAsync(
            connection => connection.Transact(() =>
            {
                connection.Execute(keep, draft);
                connection.Execute(Sweep, expired);
                return true;
            }),
            cancellation);
    }

    public async Task<ReadOnlyMemory<byte>?> LoadAsync(Guid person, string kind, CancellationToken cancellation = default)
    {
        const string sql = "SELECT json, expires_at AS ExpiresAt FROM draft WHERE person = @person AND kind = @kind";
        var key = new { person = person.Key(), kind };
        var expired = new { now = clock.GetUtcNow().UtcTicks };
        var kept = await database.ReadAsync(
            connection => connection.QuerySingleOrDefault<DraftRow>(sql, key), cancellation).ConfigureAwait(false);
        if (kept is null)
        {
            return null;
        }

        if (kept.ExpiresAt > expired.now)
        {
            return kept.Json;
        }

        await database.WriteAsync(
            connection => connection.Transact(() => connection.Execute(Sweep, expired) > 0), cancellation).ConfigureAwait(false);
        return null;
    }

    public Task DeleteAsync(Guid person, string kind, CancellationToken cancellation = default)
    {
        const string sql = "DELETE FROM draft WHERE person = @person AND kind = @kind";
        var draft = new { person = person.Key(), kind };
        return database.WriteAsync(
            connection => connection.Transact(() => connection.Execute(sql, draft) > 0), cancellation);
    }

    private sealed class DraftRow
    {
        public long ExpiresAt { get; set; }

        public byte[] Json { get; set; } = [];
    }
}
