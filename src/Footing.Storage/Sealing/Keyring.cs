using System.Collections.Concurrent;
using System.Security.Cryptography;
using Dapper;
using Footing.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Footing.Storage.Sealing;

/// <summary>The key that seals the data of one person.</summary>
/// <param name="Number">Its number in the keyring, random, 0 or more.</param>
/// <param name="Bytes">32 bytes.</param>
internal sealed record PersonKey(long Number, byte[] Bytes);

/// <summary>
/// People's keys, each sealed by the installation key, in a separate file outside the database. A key that is
/// destroyed here is gone: what it sealed cannot be read again, in any copy.
/// </summary>
/// <remarks>Every call throws <see cref="StorageException"/> when the file fails.</remarks>
internal sealed class Keyring : IAsyncDisposable
{
    /// <summary>With more than this many, the cached keys are dropped; they are read again when needed.</summary>
    private const int MostAtHand = 100_000;

    /// <summary>How often a checkpoint is tried after a key was destroyed, each time waiting for readers.</summary>
    private const int MostFolds = 5;

    private readonly SqliteDatabase _database;
    private readonly byte[] _installationKey;
    private readonly ConcurrentDictionary<PersonId, PersonKey> _atHand = new();

    private Keyring(SqliteDatabase database, byte[] installationKey, Guid installation, StoreOptions options)
    {
        _database = database;
        _installationKey = installationKey;
        Installation = installation;
        Saves = new KeyringSaves(database, options, installation);
    }

    /// <summary>Which installation it is.</summary>
    internal Guid Installation { get; }

    /// <summary>The files that it was saved to.</summary>
    internal KeyringSaves Saves { get; }

    /// <summary>Opens the keyring, or creates one where a new one is allowed.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="installation">The installation that owns the database; null when none does.</param>
    /// <param name="cancellation">Cancels the waiting.</param>
    /// <exception cref="StorageException">
    /// <see cref="StorageFault.Keys"/>: it is missing or belongs to another installation; nothing has changed.
    /// </exception>
    internal static async Task<Keyring> OpenAsync(StoreOptions options, Guid? installation, CancellationToken cancellation)
    {
        var (file, keyFile) = (options.KeyringFile, options.InstallationKey);
        if (installation is not null && new FileInfo(file) is not { Exists: true, Length: > 0 })
        {
            throw Missing($"The keyring {file} is missing, and without it nothing that is stored can be read: "
                + "put it back (or the file that it was last saved to), or name its folder with --keyring.");
        }

        // Checked again after the mark: a process that starts at the same time makes its key first, then the mark.
        if (InstallationKey.Find(keyFile) is null && File.Exists(file) && await IsMarkedAsync(options, cancellation).ConfigureAwait(false)
            && InstallationKey.Find(keyFile) is null)
        {
            throw Missing($"The installation key {keyFile} is missing, and without it the keyring cannot be read: "
                + "put it back, or name it with --installation-key.");
        }

        var key = InstallationKey.Find(keyFile) ?? InstallationKey.Make(keyFile);
        Guid? marked = null;
        var database = new SqliteDatabase(file, options.BusyTimeout, SqliteSchema.Keyring, connection =>
        {
            // Opened before: the file must still be the same keyring.
            if (marked is { } known
                && (connection.Ask("SELECT count(*) FROM sqlite_schema") == 0 || FindMark(connection, key, known, file, keyFile) is null))
            {
                throw Missing($"The keyring {file} is empty, and the database has been sealed with another one: put the right one in its place.");
            }
        });
        try
        {
            marked = await database.WriteAsync(connection => Mark(connection, key, installation, file, keyFile), cancellation).ConfigureAwait(false);
            return new Keyring(database, key, marked.Value, options);
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The key for new data of a person; created, and durable, when there is none.</summary>
    /// <param name="person">The person.</param>
    /// <param name="isFresh">Whether to read the file: another process may have destroyed the cached key.</param>
    internal async Task<PersonKey> LiveAsync(PersonId person, bool isFresh = false)
    {
        if (!isFresh && _atHand.TryGetValue(person, out var atHand))
        {
            return atHand;
        }

        var key = await FindLiveAsync(person).ConfigureAwait(false)
            ?? await _database.WriteAsync(connection => Make(connection, person), CancellationToken.None).ConfigureAwait(false);
        return Keep(person, key);
    }

    /// <summary>A key by its number; null when it was destroyed.</summary>
    /// <exception cref="StorageException">
    /// <see cref="StorageFault.Keys"/>: the keyring has no record of it, so it is an older keyring.
    /// </exception>
    internal async Task<PersonKey?> FindAsync(PersonId person, long number)
    {
        if (_atHand.TryGetValue(person, out var atHand) && atHand.Number == number)
        {
            return atHand;
        }

        var row = await _database.ReadAsync(
            connection => connection.QuerySingleOrDefault<KeyRow>(
                "SELECT key AS Number, wrapped AS Wrapped FROM person_key WHERE person = @person AND key = @number",
                new { person = person.Key(), number }),
            CancellationToken.None).ConfigureAwait(false);
        return row switch
        {
            null => throw Missing($"The keyring {_database.Path} lacks a key that the database was sealed with, "
                + "so it is an older or another one: put the right one in its place."),
            { Wrapped: null } => null,
            _ => Keep(person, Unwrap(person, row)),
        };
    }

    /// <summary>Completes when the keyring can be read now and is still the one that was opened.</summary>
    internal Task CheckAsync(CancellationToken cancellation) =>
        _database.ReadAsync(connection => connection.Ask("SELECT count(*) FROM installation"), cancellation);

    /// <summary>Every key by person and number; false for those that were destroyed.</summary>
    internal Task<Dictionary<(PersonId Person, long Number), bool>> AllAsync(CancellationToken cancellation) => _database.ReadAsync(
        connection => connection
            .Query<KeyRow>("SELECT person AS Person, key AS Number, wrapped IS NOT NULL AS IsThere FROM person_key", buffered: false)
            .ToDictionary(row => (new PersonId(new Guid(row.Person, bigEndian: true)), row.Number), row => row.IsThere),
        cancellation);

    /// <summary>Destroys every key of a person, durably: what they sealed cannot be read again.</summary>
    /// <returns>Whether there was a key to destroy.</returns>
    internal async Task<bool> DestroyAsync(PersonId person)
    {
        var destroyed = await _database.WriteAsync(
            connection =>
            {
                var changed = 0;
                connection.Transact(() =>
                {
                    changed = connection.Execute(
                        "UPDATE person_key SET wrapped = NULL WHERE person = @person AND wrapped IS NOT NULL", new { person = person.Key() });
                    return changed > 0;
                });
                // The log still has the old page. Readers finish soon: looking up a key is fast.
                for (var attempt = 0; attempt < MostFolds && !connection.FoldLog(); attempt++)
                {
                }

                return changed > 0;
            },
            CancellationToken.None).ConfigureAwait(false);
        Forget(person);
        return destroyed;
    }

    /// <summary>Drops a cached key: another process has destroyed it.</summary>
    internal void Forget(PersonId person) => _atHand.TryRemove(person, out _);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    /// <summary>Whether the file has an installation's mark: then it needs the key that it was made with.</summary>
    private static async Task<bool> IsMarkedAsync(StoreOptions options, CancellationToken cancellation)
    {
        await using var database = new SqliteDatabase(options.KeyringFile, options.BusyTimeout, SqliteSchema.Keyring);
        return await database.ReadAsync(connection => connection.Ask("SELECT count(*) FROM installation") > 0, cancellation).ConfigureAwait(false);
    }

    /// <summary>Checks the mark, or sets it in a keyring that has none.</summary>
    private static Guid Mark(SqliteConnection connection, byte[] key, Guid? installation, string file, string keyFile)
    {
        using var seal = new Seal(key);
        var existing = Guid.Empty;
        connection.Transact(() =>
        {
            if (FindMark(connection, key, installation, file, keyFile) is { } found)
            {
                existing = found;
                return false;
            }

            if (installation is not null)
            {
                throw Missing($"The keyring {file} is empty, and the database has been sealed with another one: put the right one in its place.");
            }

            existing = Guid.NewGuid();
            connection.Execute(
                "INSERT INTO installation (only, id, mark) VALUES (1, @id, @mark)",
                new { id = existing.Key(), mark = seal.Close(existing.Key(), AssociatedData.OfInstallation(existing)) });
            return true;
        });
        return existing;
    }

    /// <summary>The installation of a keyring; null for one without a mark.</summary>
    /// <exception cref="StorageException">
    /// <see cref="StorageFault.Keys"/>: it belongs to another installation, or to another installation key.
    /// </exception>
    private static Guid? FindMark(SqliteConnection connection, byte[] key, Guid? installation, string file, string keyFile)
    {
        if (connection.QuerySingleOrDefault<MarkRow>("SELECT id AS Id, mark AS Mark FROM installation") is not { } row)
        {
            return null;
        }

        var existing = new Guid(row.Id, bigEndian: true);
        if (installation is { } asked && asked != existing)
        {
            throw Missing($"The keyring {file} belongs to another installation than the database: "
                + "put the right one in its place, or name its folder with --keyring.");
        }

        using var seal = new Seal(key);
        return seal.Open(row.Mark, AssociatedData.OfInstallation(existing)) is not null
            ? existing
            : throw Missing($"{keyFile} is not the key of the keyring {file}: put the right one in its place, or name it with --installation-key.");
    }

    private async Task<PersonKey?> FindLiveAsync(PersonId person)
    {
        var row = await _database.ReadAsync(connection => FindLive(connection, person), CancellationToken.None).ConfigureAwait(false);
        return row is null ? null : Unwrap(person, row);
    }

    private static KeyRow? FindLive(SqliteConnection connection, PersonId person) => connection.QueryFirstOrDefault<KeyRow>(
        "SELECT key AS Number, wrapped AS Wrapped FROM person_key WHERE person = @person AND wrapped IS NOT NULL", new { person = person.Key() });

    private PersonKey Make(SqliteConnection connection, PersonId person)
    {
        PersonKey? made = null;
        connection.Transact(() =>
        {
            // Again, under the lock: another process may have been first.
            if (FindLive(connection, person) is { } row)
            {
                made = Unwrap(person, row);
                return false;
            }

            made = new PersonKey(RandomNumberGenerator.GetInt32(int.MaxValue), RandomNumberGenerator.GetBytes(Seal.KeyLength));
            using var seal = new Seal(_installationKey);
            connection.Execute(
                "INSERT INTO person_key (person, key, wrapped) VALUES (@person, @number, @wrapped)",
                new { person = person.Key(), number = made.Number, wrapped = seal.Close(made.Bytes, AssociatedData.OfKey(Installation, person, made.Number)) });
            return true;
        });
        return made!;
    }

    private PersonKey Unwrap(PersonId person, KeyRow row)
    {
        using var seal = new Seal(_installationKey);
        return seal.Open(row.Wrapped, AssociatedData.OfKey(Installation, person, row.Number)) is { } key
            ? new PersonKey(row.Number, key)
            : throw new StorageException(StorageFault.Corrupt,
                $"A key in the keyring {_database.Path} is damaged: put the file that the keyring was last saved to in its place.");
    }

    private PersonKey Keep(PersonId person, PersonKey key)
    {
        if (_atHand.Count >= MostAtHand)
        {
            _atHand.Clear();
        }

        _atHand[person] = key;
        return key;
    }

    private static StorageException Missing(string sentence) => new(StorageFault.Keys, sentence);

    private sealed class KeyRow
    {
        public byte[] Person { get; set; } = [];

        public long Number { get; set; }

        public byte[]? Wrapped { get; set; }

        public bool IsThere { get; set; }
    }

    private sealed class MarkRow
    {
        public byte[] Id { get; set; } = [];

        public byte[] Mark { get; set; } = [];
    }
}
