using System.Globalization;
using Dapper;
using Footing.Storage.Engines;
using Microsoft.Data.Sqlite;

namespace Footing.Storage.Sqlite;

/// <summary>
/// Migrates a database file to the schema of this build: numbered SQL files, each once, all in one
/// transaction. The file has the number of the last one (<c>user_version</c>) and the program it belongs to
/// (<c>application_id</c>), so the file itself shows whether Footing may change it.
/// </summary>
internal sealed class SqliteSchema
{
    /// <summary>Of people's journals; "Foot" in ASCII.</summary>
    internal static readonly SqliteSchema Journals = new("sqlite", 0x466F6F74);

    /// <summary>Of keys; "Keys" in ASCII.</summary>
    internal static readonly SqliteSchema Keyring = new("keyring", 0x4B657973);

    private readonly string[] _scripts;
    private readonly int _applicationId;

    private SqliteSchema(string folder, int applicationId)
    {
        _scripts = MigrationScripts.Of(folder);
        _applicationId = applicationId;
    }

    /// <summary>The version that this build reads and writes: the number of its last migration.</summary>
    internal int Version => _scripts.Length;

    /// <summary>
    /// Refuses a file that is not Footing's or too new. Only reads, so that a refused file is unchanged.
    /// </summary>
    /// <exception cref="StorageException">
    /// <see cref="StorageFault.NotOurs"/>, <see cref="StorageFault.NewerVersion"/> or
    /// <see cref="StorageFault.Corrupt"/>.
    /// </exception>
    internal void Examine(SqliteConnection connection, string path)
    {
        // One statement, so that a migration by another process is seen completely or not at all.
        var (owner, version, tables) = connection.QuerySingle<(long Owner, long Version, long Tables)>(
            "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema) FROM pragma_application_id, pragma_user_version");
        var isNew = owner == 0 && version == 0 && tables == 0;
        if (!isNew && owner != _applicationId)
        {
            throw new StorageException(StorageFault.NotOurs,
                $"{path} is a database of another program, so Footing leaves it alone: choose another data folder.");
        }

        if (version < 0)
        {
            throw SqliteFaults.Corrupt(path);
        }

        if (version > Version)
        {
            throw new StorageException(StorageFault.NewerVersion,
                $"{path} has version {version} and this Footing knows versions up to {Version}: "
                + "a newer Footing has written it, so run that one or a later one.");
        }
    }

    /// <summary>Whether a file has the tables and indexes that its version has.</summary>
    internal bool IsKept(SqliteConnection connection)
    {
        var version = connection.Ask("PRAGMA user_version");
        if (version < 0 || version > Version)
        {
            return false;
        }

        using var fresh = new SqliteConnection("Data Source=:memory:");
        fresh.Open();
        foreach (var script in _scripts.Take((int)version))
        {
            fresh.Run(script);
        }

        // Rows from before version 3 are moved to tables that are dropped once the rows are sealed.
        const string tables = "SELECT coalesce(sql, name) FROM sqlite_schema WHERE name NOT LIKE '%\\_plain%' ESCAPE '\\' ORDER BY name";
        return connection.Query<string>(tables).SequenceEqual(fresh.Query<string>(tables));
    }

    /// <summary>Applies missing migrations. Safe to repeat, and in two processes at once: one waits.</summary>
    internal void Apply(SqliteConnection connection, string path)
    {
        if (connection.Ask("PRAGMA user_version") == Version)
        {
            return;
        }

        connection.Transact(() =>
        {
            // Again, under the lock: another process may have been first.
            Examine(connection, path);
            for (var next = connection.Ask("PRAGMA user_version"); next < Version; next++)
            {
                connection.Run(_scripts[next]);
            }

            connection.Run(string.Create(CultureInfo.InvariantCulture,
                $"PRAGMA application_id = {_applicationId}; PRAGMA user_version = {Version}"));
            return true;
        });
    }
}
