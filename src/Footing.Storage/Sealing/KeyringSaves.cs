using Dapper;
using Footing.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Footing.Storage.Sealing;

/// <summary>
/// The files that a keyring was saved to. A key that is destroyed in the keyring is destroyed in its save too: at once
/// where the file is there, else as soon as it is there again.
/// </summary>
/// <param name="database">The keyring's own file.</param>
/// <param name="installation">Which installation it is.</param>
internal sealed class KeyringSaves(SqliteDatabase database, Guid installation)
{
    private const string CountDestroyed = "SELECT count(*) FROM person_key WHERE wrapped IS NULL";

    /// <summary>
    /// Saves the keyring to a file, which takes the place of the save before it. The bytes of a file that is replaced are
    /// overwritten. It opens with the same installation key, which is not in it.
    /// </summary>
    /// <returns>The paths of earlier saves that lie elsewhere and still hold keys of people who were erased.</returns>
    /// <exception cref="IOException">It cannot be written there; the save before it stays.</exception>
    /// <exception cref="UnauthorizedAccessException">As before.</exception>
    internal async Task<IReadOnlyList<string>> SaveAsync(string file, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(file);
        var before = await database.ReadAsync(connection => connection.Query<SaveRow>(Select).ToList(), cancellation).ConfigureAwait(false);
        var replaced = before.Where(save => save.Path == path && IsThere(save)).Select(save => save.Number).ToList();
        var id = Guid.NewGuid();
        var destroyed = await CopyAsync(path, id, cancellation).ConfigureAwait(false);
        await database.WriteAsync(
            connection => connection.Transact(() =>
            {
                connection.Execute("UPDATE save SET is_last = 0");
                connection.Execute("DELETE FROM save WHERE number IN @replaced", new { replaced });
                // One that holds no key of an erased person is the operator's to destroy; nothing is owed there.
                connection.Execute($"DELETE FROM save WHERE destroyed >= ({CountDestroyed})");
                connection.Execute("INSERT INTO save (id, path, is_last, destroyed) VALUES (@id, @path, 1, @destroyed)", new { id = id.Key(), path, destroyed });
                return true;
            }),
            CancellationToken.None).ConfigureAwait(false);
        return [.. before.Where(save => save.Destroyed < destroyed && !replaced.Contains(save.Number)).Select(save => save.Path)];
    }

    /// <summary>Brings every save that still holds a destroyed key up to date, where it is there.</summary>
    internal async Task<SavesCaughtUp> CatchUpAsync()
    {
        var behind = await database.ReadAsync(
            connection => connection.Ask("SELECT count(*) FROM save") == 0
                ? []
                : connection.Query<SaveRow>($"{Select} WHERE destroyed < ({CountDestroyed})").ToList(),
            CancellationToken.None).ConfigureAwait(false);
        var done = new List<string>();
        string? missing = null;
        foreach (var save in behind)
        {
            if (await CatchUpAsync(save).ConfigureAwait(false))
            {
                done.Add(save.Path);
            }
            else if (save.IsLast)
            {
                missing = save.Path;
            }
        }

        return new(done, missing);
    }

    private async Task<bool> CatchUpAsync(SaveRow save)
    {
        if (!IsThere(save))
        {
            return false;
        }

        var id = save.Id is { } known ? new Guid(known, bigEndian: true) : Guid.NewGuid();
        long destroyed;
        try
        {
            destroyed = await CopyAsync(save.Path, id, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        await database.WriteAsync(
            connection => connection.Transact(() =>
            {
                connection.Execute(
                    save.IsLast ? "UPDATE save SET id = @id, destroyed = @destroyed WHERE number = @number" : "DELETE FROM save WHERE number = @number",
                    new { id = id.Key(), destroyed, number = save.Number });
                return true;
            }),
            CancellationToken.None).ConfigureAwait(false);
        return true;
    }

    /// <summary>Whether the file at a save's path is that save: no other save, no other installation's, and not missing.</summary>
    private bool IsThere(SaveRow save)
    {
        if (!File.Exists(save.Path))
        {
            return false;
        }

        try
        {
            using var file = Open(save.Path, SqliteOpenMode.ReadOnly);
            if (file.Ask("PRAGMA application_id") != SqliteSchema.Keyring.ApplicationId
                || file.QuerySingleOrDefault<byte[]>("SELECT id FROM installation") is not { } owner || new Guid(owner, bigEndian: true) != installation)
            {
                return false;
            }

            var id = file.Ask("SELECT count(*) FROM sqlite_schema WHERE name = 'this_save'") == 0
                ? null
                : file.QuerySingleOrDefault<byte[]>("SELECT id FROM this_save");
            return save.Id is null ? id is null : id is not null && id.AsSpan().SequenceEqual(save.Id);
        }
        catch (SqliteException)
        {
            // It cannot be read, or is no database.
            return false;
        }
    }

    /// <summary>Writes the keyring to a path under an id.</summary>
    /// <returns>How many destroyed keys the copy knows.</returns>
    private async Task<long> CopyAsync(string path, Guid id, CancellationToken cancellation)
    {
        var part = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
        try
        {
            // Made by us first, so that it is the owner's alone and a place that cannot be written says so.
            using (new FileStream(part, Folders.OwnersAlone(FileMode.CreateNew)))
            {
            }

            var destroyed = await database.WriteAsync(connection => Write(connection, part, path, id), cancellation).ConfigureAwait(false);
            using (var written = new FileStream(part, FileMode.Open, FileAccess.ReadWrite))
            {
                written.Flush(flushToDisk: true);
            }

            using var before = File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete) : null;
            File.Move(part, path, overwrite: true);
            before?.Write(new byte[before.Length]);
            before?.Flush(flushToDisk: true);
            return destroyed;
        }
        finally
        {
            if (File.Exists(part))
            {
                File.Delete(part);
            }
        }
    }

    private static long Write(SqliteConnection keyring, string part, string path, Guid id)
    {
        try
        {
            keyring.Execute("VACUUM INTO @part", new { part });
            using var copy = Open(part, SqliteOpenMode.ReadWrite);
            copy.Run("PRAGMA journal_mode = MEMORY");
            copy.Execute("INSERT INTO this_save (only, id) VALUES (1, @id) ON CONFLICT (only) DO UPDATE SET id = excluded.id", new { id = id.Key() });
            var destroyed = copy.Ask(CountDestroyed);
            // Used as the keyring one day, it knows the file that it came from, and that this is up to date.
            copy.Execute("UPDATE save SET is_last = 0");
            copy.Execute("DELETE FROM save WHERE id = @id OR destroyed >= @destroyed", new { id = id.Key(), destroyed });
            copy.Execute("INSERT INTO save (id, path, is_last, destroyed) VALUES (@id, @path, 1, @destroyed)", new { id = id.Key(), path, destroyed });
            return destroyed;
        }
        catch (SqliteException problem)
        {
            // None of these statements writes to the keyring: it is the copy's disk that is full or in trouble.
            throw new IOException(problem.Message, problem);
        }
    }

    private const string Select = "SELECT number AS Number, id AS Id, path AS Path, is_last AS IsLast, destroyed AS Destroyed FROM save";

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private sealed class SaveRow
    {
        public long Number { get; set; }

        public byte[]? Id { get; set; }

        public string Path { get; set; } = "";

        public bool IsLast { get; set; }

        public long Destroyed { get; set; }
    }
}
