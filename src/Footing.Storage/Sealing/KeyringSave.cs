using Dapper;
using Footing.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Footing.Storage.Sealing;

/// <summary>What a file that a keyring was saved to says of itself.</summary>
/// <param name="Installation">Whose keyring it is.</param>
/// <param name="Keys">Person and number of each key that was ever made, as <see cref="KeysIn"/> writes them.</param>
internal sealed record KeyringSave(Guid Installation, HashSet<string> Keys)
{
    /// <summary>Reads a save without touching it, whatever it may be.</summary>
    /// <returns>Null when it is none, or is a keyring in use.</returns>
    internal static KeyringSave? Read(string file)
    {
        // A saved keyring has no log beside it; one in use has.
        if (File.Exists(file + "-wal") || File.Exists(file + "-shm"))
        {
            return null;
        }

        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                // Immutable: SQLite makes no file beside it and takes no lock.
                DataSource = new Uri(file).AbsoluteUri + "?immutable=1",
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString());
            connection.Open();
            SqliteSchema.Keyring.Examine(connection, file);
            return Guid.TryParse(connection.ExecuteScalar<string>("SELECT hex(id) FROM installation"), out var installation)
                ? new(installation, KeysIn(connection))
                : null;
        }
        catch (Exception problem) when (problem is SqliteException or StorageException)
        {
            return null;
        }
    }

    /// <summary>Person and number of each key that was ever made.</summary>
    internal static HashSet<string> KeysIn(SqliteConnection connection) =>
        [.. connection.Query<string>("SELECT hex(person) || ' ' || key FROM person_key", buffered: false)];
}
