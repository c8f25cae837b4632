using Dapper;
using Footing.Storage.Files;
using Footing.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Footing.Storage.Sealing;

/// <summary>
/// The files that a keyring was saved to. A key that is destroyed in the keyring is destroyed in each of them too: at once
/// where the file is there, otherwise as soon as it is there again.
/// </summary>
/// <remarks>
/// A file that is not in its place may be on a stick that is away, or moved: that it is gone cannot be seen. Its record is
/// removed only when that very file was replaced, or when the operator says that it was destroyed.
/// </remarks>
/// <param name="database">The keyring's own file.</param>
/// <param name="options">Where the store is; no save replaces its own files.</param>
/// <param name="installation">The installation.</param>
internal sealed class KeyringSaves(SqliteDatabase database, StoreOptions options, Guid installation)
{
    private const string CountDestroyed = "SELECT count(*) FROM person_key WHERE wrapped IS NULL";

    private const string Select = "SELECT number AS Number, hex(id) AS Id, path AS Path, is_last AS IsLast, destroyed AS Destroyed FROM save";

    /// <summary>
    /// Saves the keyring to a file, in place of the save before it. The bytes of a replaced file are overwritten.
    /// The save opens with the same installation key, which is not in it.
    /// </summary>
    /// <returns>The state of the other saves, which are brought up to date where they are reached.</returns>
    /// <exception cref="OutputException">
    /// It cannot be written there, or the file there is no earlier save of this keyring; that file is kept.
    /// </exception>
    internal async Task<SavesCaughtUp> SaveAsync(string file, CancellationToken cancellation)
    {
        var output = OutputFile.At(file, options);
        if (output.Exists && !await IsEarlierAsync(KeyringSave.Read(output.Path), cancellation).ConfigureAwait(false))
        {
            throw output.NotEarlier("an earlier save of this keyring");
        }

        var path = Path.GetFullPath(file);
        var before = await database.ReadAsync(connection => connection.Query<SaveRow>(Select).ToList(), cancellation).ConfigureAwait(false);
        var replaced = new List<long>();
        foreach (var save in before)
        {
            if ((await FindAsync(save, cancellation).ConfigureAwait(false))?.Path == output.Path)
            {
                replaced.Add(save.Number);
            }
        }

        // Recorded first, so that every save has a record.
        var id = Guid.NewGuid();
        await NoteAsync(id, path).ConfigureAwait(false);
        long destroyed;
        try
        {
            destroyed = await CopyAsync(output, path, id, replaced, cancellation).ConfigureAwait(false);
        }
        catch
        {
            // The save before is still the last one, and is still kept up to date.
            await ForgetAsync(id, before.Find(save => save.IsLast)?.Number).ConfigureAwait(false);
            throw;
        }

        await database.WriteAsync(
            connection => connection.Transact(() =>
            {
                connection.Execute("DELETE FROM save WHERE number IN @replaced", new { replaced });
                connection.Execute("UPDATE save SET destroyed = @destroyed WHERE id = @id", new { id = id.Key(), destroyed });
                return true;
            }),
            CancellationToken.None).ConfigureAwait(false);
        return await CatchUpAsync().ConfigureAwait(false);
    }

    /// <summary>Removes the records of saves that the operator has destroyed.</summary>
    /// <param name="file">Their path, as it was told.</param>
    /// <returns>Whether there was such a record.</returns>
    /// <exception cref="OutputException">The one save that is known there is in its place: it is not destroyed.</exception>
    internal async Task<bool> ForgetDestroyedAsync(string file)
    {
        var path = Path.GetFullPath(file);
        var known = (await ReadAsync("").ConfigureAwait(false)).Where(save => save.Path == path).ToList();
        var gone = new List<long>();
        foreach (var save in known)
        {
            if (await FindAsync(save, CancellationToken.None).ConfigureAwait(false) is null)
            {
                gone.Add(save.Number);
            }
        }

        if (known.Count > 0 && gone.Count == 0)
        {
            throw new OutputException($"{file}: is there, and is kept in step; destroy it first if it is no longer wanted");
        }

        await database.WriteAsync(connection => connection.Execute("DELETE FROM save WHERE number IN @gone", new { gone }), CancellationToken.None).ConfigureAwait(false);
        return gone.Count > 0;
    }

    /// <summary>Updates every save that still holds a destroyed key, where the file is there.</summary>
    internal async Task<SavesCaughtUp> CatchUpAsync()
    {
        var (done, missing) = (new List<string>(), new List<string>());
        foreach (var save in await ReadAsync($"WHERE destroyed < ({CountDestroyed})").ConfigureAwait(false))
        {
            if (FileIdentity.Of(save.Path) is { } file && file == FileIdentity.Of(database.Path))
            {
                // It is in use as this keyring now, in which the key is destroyed already.
                await database.WriteAsync(connection => connection.Execute("DELETE FROM save WHERE number = @Number", save), CancellationToken.None).ConfigureAwait(false);
            }
            else if (await CatchUpAsync(save).ConfigureAwait(false))
            {
                done.Add(save.Path);
            }
            else if (!missing.Contains(save.Path))
            {
                // Several saves may have been made at one path, such as that of sticks used in turn.
                missing.Add(save.Path);
            }
        }

        return new(done, missing);
    }

    /// <summary>The records of saves that a condition selects, the last save first.</summary>
    private Task<List<SaveRow>> ReadAsync(string where) => database.ReadAsync(
        connection => connection.Ask("SELECT count(*) FROM save") == 0
            ? []
            : connection.Query<SaveRow>($"{Select} {where} ORDER BY is_last DESC, number").ToList(),
        CancellationToken.None);

    private async Task<bool> CatchUpAsync(SaveRow save)
    {
        var id = save.Known ?? Guid.NewGuid();
        long destroyed;
        try
        {
            if (await FindAsync(save, CancellationToken.None).ConfigureAwait(false) is not { } output)
            {
                return false;
            }

            destroyed = await CopyAsync(output, save.Path, id, [save.Number], CancellationToken.None).ConfigureAwait(false);
        }
        catch (OutputException)
        {
            return false;
        }

        await database.WriteAsync(
            connection => connection.Execute(
                "UPDATE save SET id = @id, destroyed = @destroyed WHERE number = @number", new { id = id.Key(), destroyed, number = save.Number }),
            CancellationToken.None).ConfigureAwait(false);
        return true;
    }

    /// <summary>
    /// The file at a save's path if it is that save; null when it is missing, is another one, or was put into use as
    /// a keyring and has more than this one.
    /// </summary>
    private async Task<OutputFile?> FindAsync(SaveRow save, CancellationToken cancellation)
    {
        try
        {
            var output = OutputFile.At(save.Path, options);
            return KeyringSave.Read(output.Path) is { } found && found.Id == save.Known && await IsEarlierAsync(found, cancellation).ConfigureAwait(false)
                ? output
                : null;
        }
        catch (OutputException)
        {
            // A folder or a device is there now.
            return null;
        }
    }

    /// <summary>Whether a file is a save of this keyring, and holds nothing that this keyring does not have.</summary>
    private async Task<bool> IsEarlierAsync(KeyringSave? found, CancellationToken cancellation) =>
        found is not null && found.Installation == installation && await database.ReadAsync(found.IsEarlierThan, cancellation).ConfigureAwait(false);

    private async Task NoteAsync(Guid id, string path) => await database.WriteAsync(
        connection => connection.Transact(() =>
        {
            connection.Execute("UPDATE save SET is_last = 0");
            connection.Execute(
                $"INSERT INTO save (id, path, is_last, destroyed) VALUES (@id, @path, 1, ({CountDestroyed}))", new { id = id.Key(), path });
            return true;
        }),
        CancellationToken.None).ConfigureAwait(false);

    /// <summary>Removes the record of a save that was not written; the one before is the last again.</summary>
    private async Task ForgetAsync(Guid id, long? last) => await database.WriteAsync(
        connection => connection.Transact(() =>
        {
            connection.Execute("DELETE FROM save WHERE id = @id", new { id = id.Key() });
            connection.Execute("UPDATE save SET is_last = 1 WHERE number = @last", new { last });
            return true;
        }),
        CancellationToken.None).ConfigureAwait(false);

    /// <summary>Writes the keyring to a file under an id; the bytes of an earlier file there are overwritten.</summary>
    /// <param name="output">The file.</param>
    /// <param name="path">Its path, as it was told.</param>
    /// <param name="id">The id of the save.</param>
    /// <param name="replaced">The numbers of the records of the earlier file there.</param>
    /// <param name="cancellation">Checked before work begins.</param>
    /// <returns>How many destroyed keys the copy has recorded.</returns>
    private async Task<long> CopyAsync(OutputFile output, string path, Guid id, IReadOnlyList<long> replaced, CancellationToken cancellation)
    {
        long destroyed = 0;
        await output.PutAsync(
            async part => destroyed = await database.WriteAsync(connection => Write(connection, part, path, id, replaced), cancellation).ConfigureAwait(false),
            wipesEarlier: true).ConfigureAwait(false);
        return destroyed;
    }

    private static long Write(SqliteConnection keyring, string part, string path, Guid id, IReadOnlyList<long> replaced)
    {
        try
        {
            keyring.Execute("VACUUM INTO @part", new { part });
            using var copy = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = part, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
            copy.Open();
            copy.Run("PRAGMA journal_mode = MEMORY");
            copy.Execute("INSERT INTO this_save (only, id) VALUES (1, @id) ON CONFLICT (only) DO UPDATE SET id = excluded.id", new { id = id.Key() });
            var destroyed = copy.Ask(CountDestroyed);
            // If it is used as the keyring later, it has the record of its own file, as up to date.
            copy.Execute("UPDATE save SET is_last = 0");
            copy.Execute("DELETE FROM save WHERE id = @id OR number IN @replaced", new { id = id.Key(), replaced });
            copy.Execute("INSERT INTO save (id, path, is_last, destroyed) VALUES (@id, @path, 1, @destroyed)", new { id = id.Key(), path, destroyed });
            return destroyed;
        }
        catch (SqliteException cause) when (SqliteFaults.OfOutput(cause, part) is { } problem)
        {
            // The disk of the copy is full or has failed; any other fault is the keyring's.
            throw problem;
        }
    }

    private sealed class SaveRow
    {
        public long Number { get; set; }

        public string? Id { get; set; }

        public string Path { get; set; } = "";

        public bool IsLast { get; set; }

        public long Destroyed { get; set; }

        public Guid? Known => Guid.TryParse(Id, out var id) ? id : null;
    }
}
