using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Footing.Storage.Sqlite;

/// <summary>
/// Brings a database file to the schema of this build: numbered SQL files, each once, all in one
/// transaction. The number of the last one stands in the file (<c>user_version</c>), and whose file it is
/// (<c>application_id</c>), so a file says for itself whether we may touch it.
/// </summary>
internal static class SqliteMigrations
{
    /// <summary>"Foot" in ASCII.</summary>
    internal const int ApplicationId = 0x466F6F74;

    private const string Prefix = "migrations/sqlite/";

    private static readonly string[] Scripts = ReadScripts();

    /// <summary>The version that this build reads and writes: the number of its last migration.</summary>
    internal static int Version => Scripts.Length;

    /// <summary>
    /// Refuses a file that is not ours or too new. Reads only, so that a file that is refused stays as it is.
    /// </summary>
    /// <exception cref="StorageException"><see cref="StorageFault.NotOurs"/> or <see cref="StorageFault.NewerVersion"/>.</exception>
    internal static void Examine(SqliteConnection connection, string path)
    {
        // One statement, so that another process that migrates meanwhile is seen to have done all of it or nothing.
        var (owner, version, tables) = connection.QuerySingle<(long Owner, long Version, long Tables)>(
            "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema) FROM pragma_application_id, pragma_user_version");
        var isNew = owner == 0 && version == 0 && tables == 0;
        if (!isNew && owner != ApplicationId)
        {
            throw new StorageException(StorageFault.NotOurs,
                $"{path} is a database of another program, so Footing leaves it alone: choose another data folder.");
        }

        if (version > Version)
        {
            throw new StorageException(StorageFault.NewerVersion,
                $"{path} has version {version} and this Footing knows versions up to {Version}: "
                + "a newer Footing has written it, so run that one or a later one.");
        }
    }

    /// <summary>Applies what is missing. Safe to run again, and by two processes at once: one waits for the other.</summary>
    internal static void Apply(SqliteConnection connection, string path)
    {
        if (connection.Ask("PRAGMA user_version") == Version)
        {
            return;
        }

        connection.Transact(() =>
        {
            // Again, under the lock: another process may have come first.
            Examine(connection, path);
            for (var next = connection.Ask("PRAGMA user_version"); next < Version; next++)
            {
                connection.Run(Scripts[next]);
            }

            connection.Run(string.Create(CultureInfo.InvariantCulture,
                $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}"));
            return true;
        });
    }

    private static string[] ReadScripts()
    {
        var assembly = typeof(SqliteMigrations).Assembly;
        var names = assembly.GetManifestResourceNames()
            .Select(name => name.Replace('\\', '/'))
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToArray();
        for (var at = 0; at < names.Length; at++)
        {
            if (!names[at].StartsWith(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{at + 1:0000}-"), StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"Migrations are numbered 0001, 0002 and so on without a gap, and {names[at]} is not.");
            }
        }

        return [.. names.Select(name => Text(assembly, name))];
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
