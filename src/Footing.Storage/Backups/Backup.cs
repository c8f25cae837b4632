using Footing.Storage.Engines;
using Footing.Storage.Files;
using Footing.Storage.Journals;
using Footing.Storage.Sealing;

namespace Footing.Storage.Backups;

/// <summary>Writes the whole store to a file and restores it.</summary>
public static class Backup
{
    /// <summary>How many entries are written to the database at once.</summary>
    private const int AtOnce = 1000;

    /// <summary>Writes every journal as of one moment, sealed as stored. The store can be used meanwhile.</summary>
    /// <param name="store">The store.</param>
    /// <param name="output">The output, best buffered. It is written from its current position, and not closed.</param>
    /// <param name="cancellation">Checked between entries.</param>
    /// <exception cref="StorageException">The store has failed.</exception>
    public static async Task<BackupCount> WriteAsync(JournalStore store, Stream output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        using var writer = new BackupWriter(output);
        var erased = await store.Engine.ErasedAsync(cancellation).ConfigureAwait(false);
        await writer.BeginAsync(store.Keyring.Installation, store.Clock.GetUtcNow(), erased).ConfigureAwait(false);
        await store.Engine.ReadAllAsync(writer.JournalAsync, writer.EntryAsync, cancellation).ConfigureAwait(false);
        await writer.EndAsync().ConfigureAwait(false);
        await output.FlushAsync(cancellation).ConfigureAwait(false);
        return writer.Count;
    }

    /// <summary>Writes every journal to a file, replacing an earlier backup of this installation.</summary>
    /// <param name="store">The store.</param>
    /// <param name="file">The file to write.</param>
    /// <param name="cancellation">Checked between entries.</param>
    /// <exception cref="OutputException">
    /// It cannot be written there, or another kind of file is there; that is kept.
    /// </exception>
    /// <exception cref="StorageException">The store has failed.</exception>
    public static async Task<BackupCount> WriteAsync(JournalStore store, string file, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var output = OutputFile.At(file, store.Options);
        if (output.Exists && await new BackupReader(output.Path).InstallationAsync(cancellation).ConfigureAwait(false) != store.Keyring.Installation)
        {
            throw output.NotEarlier("a backup of this installation");
        }

        var count = default(BackupCount);
        await output.WriteAsync(async stream => count = await WriteAsync(store, stream, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
        return count;
    }

    /// <summary>
    /// Restores a backup into a store that holds no journal, on either engine. People erased after it was written are
    /// left out: their key is gone. All of it is restored or, on failure, nothing.
    /// </summary>
    /// <param name="options">Where the store is; the keyring of the backup's installation must be there.</param>
    /// <param name="file">The backup.</param>
    /// <param name="cancellation">Checked between entries.</param>
    /// <exception cref="BackupException">The backup or the target does not fit; nothing was changed.</exception>
    /// <exception cref="StorageException">
    /// The store failed, or its keyring is too old; nothing was restored.
    /// </exception>
    public static async Task<RestoreCount> RestoreAsync(StoreOptions options, string file, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var reader = new BackupReader(file);
        // Read completely before anything is changed, so that an incomplete backup is refused here.
        var installation = Guid.Empty;
        IReadOnlyList<ErasedJournal> erased = [];
        await reader.ReadAsync((id, gone) => Note((installation, erased) = (id, gone)), _ => Task.CompletedTask, _ => Task.CompletedTask, cancellation).ConfigureAwait(false);
        if (!File.Exists(options.KeyringFile))
        {
            throw new BackupException($"There is no keyring {options.KeyringFile}, and without it the backup cannot be read: "
                + "copy the file that the keyring was last saved to there, with its installation key, or name its folder with --keyring.");
        }

        await using var keyring = await Keyring.OpenAsync(options, null, cancellation).ConfigureAwait(false);
        if (keyring.Installation != installation)
        {
            throw new BackupException($"The keyring {options.KeyringFile} belongs to another installation than the backup: "
                + "put the right one in its place, or name its folder with --keyring.");
        }

        var keys = await keyring.AllAsync(cancellation).ConfigureAwait(false);
        await ProveAsync(reader, keyring, keys, cancellation).ConfigureAwait(false);
        await using var engine = JournalStore.NewEngine(options);
        await engine.OpenAsync(cancellation).ConfigureAwait(false);
        if (await engine.InstallationAsync(cancellation).ConfigureAwait(false) is { } other && other != installation)
        {
            throw new BackupException("The store belongs to another installation than the backup: restore into an empty folder or database.");
        }

        var count = await engine.WriteAsync(
            async writing =>
            {
                if (await writing.HasJournalsAsync().ConfigureAwait(false))
                {
                    throw new BackupException("The store holds journals already, and none is to be lost: restore into an empty folder or database.");
                }

                await writing.RecordErasedAsync(erased).ConfigureAwait(false);
                return await PutAsync(reader, keys, writing, cancellation).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
        await engine.BindInstallationAsync(installation, cancellation).ConfigureAwait(false);
        return count;
    }

    /// <summary>Checks that each entry opens with its key, before anything is changed.</summary>
    private static async Task ProveAsync(
        BackupReader reader, Keyring keyring, Dictionary<(PersonId Person, long Number), bool> keys, CancellationToken cancellation)
    {
        Seal? seal = null;
        try
        {
            await reader.ReadAsync(
                (_, _) => Task.CompletedTask,
                async journal =>
                {
                    seal?.Dispose();
                    seal = null;
                    // Throws for a key that the keyring has no record of: the keyring is older than the backup.
                    if (await keyring.FindAsync(journal.Person, journal.Key).ConfigureAwait(false) is { } key)
                    {
                        seal = new Seal(key.Bytes);
                    }
                },
                entry => Note(seal is null ? null : Prove(reader, entry, seal)),
                cancellation).ConfigureAwait(false);
        }
        finally
        {
            seal?.Dispose();
        }
    }

    private static StoredEntry Prove(BackupReader reader, EntryRow entry, Seal seal)
    {
        try
        {
            return SealedEntry.Open(entry, seal);
        }
        catch (StorageException fault) when (fault.Kind == StorageFault.Corrupt)
        {
            throw reader.DoesNotOpen(entry.Id);
        }
    }

    private static async Task<RestoreCount> PutAsync(
        BackupReader reader, Dictionary<(PersonId Person, long Number), bool> keys, IWriteTransaction writing, CancellationToken cancellation)
    {
        var batch = new List<EntryRow>(AtOnce);
        long people = 0, entries = 0, erased = 0;
        var isErased = false;
        await reader.ReadAsync(
            (_, _) => Task.CompletedTask,
            async journal =>
            {
                await FlushAsync().ConfigureAwait(false);
                isErased = !keys[(journal.Person, journal.Key)];
                if (isErased)
                {
                    erased++;
                    return;
                }

                people++;
                // A new number: an old cursor means the start, and skips no entry that was lost since.
                await writing.BeginAsync(journal with { Journal = Random.Shared.NextInt64() }).ConfigureAwait(false);
            },
            async entry =>
            {
                if (isErased)
                {
                    return;
                }

                entries++;
                batch.Add(entry);
                if (batch.Count == AtOnce)
                {
                    await FlushAsync().ConfigureAwait(false);
                }
            },
            cancellation).ConfigureAwait(false);
        await FlushAsync().ConfigureAwait(false);
        return new(new(people, entries), erased);

        async Task FlushAsync()
        {
            if (batch.Count > 0)
            {
                await writing.AddAsync(batch, []).ConfigureAwait(false);
                batch.Clear();
            }
        }
    }

    private static Task Note(object? seen) => Task.CompletedTask;
}
