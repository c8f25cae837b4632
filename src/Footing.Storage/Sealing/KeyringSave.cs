using Dapper;
using Footing.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Footing.Storage.Sealing;

/// <summary>The contents of a file that a keyring was saved to.</summary>
/// <param name="Installation">The installation of the keyring.</param>
/// <param name="Id">The id of the save; null for one from before saves had ids.</param>
/// <param name="Keys">Person and number of each key that was ever made.</param>
/// <param name="Destroyed">Those of the keys that were destroyed.</param>
internal sealed record KeyringSave(Guid Installation, Guid? Id, HashSet<string> Keys, HashSet<string> Destroyed)
{
    /// <summary>Reads a save without changing it; any file is allowed.</summary>
    /// <returns>Null when it is not a save, or is a keyring in use.</returns>
    internal static KeyringSave? Read(string file)
    {
        // A saved keyring has no log beside it; one in use has.
        if (!File.Exists(file) || File.Exists(file + "-wal") || File.Exists(file + "-shm"))
        {
            return null;
        }

        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                // Immutable: SQLite creates no file beside it and takes no lock.
                DataSource = new Uri(file).AbsoluteUri + "?immutable=1",
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString());
            connection.Open();
            SqliteSchema.Keyring.Examine(connection, file);
            return Guid.TryParse(connection.ExecuteScalar<string>("SELECT hex(id) FROM installation"), out var installation)
                ? new(installation, IdIn(connection), KeysIn(connection), DestroyedIn(connection))
                : null;
        }
        catch (Exception problem) when (problem is SqliteException or StorageException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether a keyring has all that this save has. If not, the save is in use elsewhere or later than the keyring:
    /// replacing it would lose a key, or undo an erasure.
    /// </summary>
    /// <param name="keyring">The keyring's own file.</param>
    internal bool IsEarlierThan(SqliteConnection keyring) => Keys.IsSubsetOf(KeysIn(keyring)) && Destroyed.IsSubsetOf(DestroyedIn(keyring));

    private static Guid? IdIn(SqliteConnection connection) =>
        connection.Ask("SELECT count(*) FROM sqlite_schema WHERE name = 'this_save'") > 0
        && Guid.TryParse(connection.ExecuteScalar<string>("SELECT hex(id) FROM this_save"), out var id)
            ? id
            : null;

    private static HashSet<string> KeysIn(SqliteConnection connection) =>
        [.. connection.Query<string>("SELECT hex(person) || ' ' || key FROM person_key", buffered: false)];

    private static HashSet<string> DestroyedIn(SqliteConnection connection) =>
        [.. connection.Query<string>("SELECT hex(person) || ' ' || key FROM person_key WHERE wrapped IS NULL", buffered: false)];
}
