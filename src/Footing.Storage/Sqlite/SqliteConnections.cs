using System.Runtime.InteropServices;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Footing.Storage.Sqlite;

/// <summary>Operations on a connection other than queries.</summary>
internal static class SqliteConnections
{
    /// <summary>SQLITE_FCNTL_HAS_MOVED: whether the open file is still the one at its path.</summary>
    private const int HasMovedCode = 20;

    /// <summary>SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE.</summary>
    private const int KeepLogCode = 1006;

    /// <summary>Runs statements without a result. Not by Dapper: it treats one word as a stored procedure.</summary>
    internal static void Run(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The single number that a statement returns.</summary>
    internal static long Ask(this SqliteConnection connection, string sql) => connection.ExecuteScalar<long>(sql);

    /// <summary>
    /// Does the work in one write transaction, which is committed when the work returns true. The lock is
    /// taken at the start, so that what the work reads does not change before it writes.
    /// </summary>
    internal static bool Transact(this SqliteConnection connection, Func<bool> work)
    {
        connection.Run("BEGIN IMMEDIATE");
        try
        {
            var wrote = work();
            connection.Run(wrote ? "COMMIT" : "ROLLBACK");
            return wrote;
        }
        finally
        {
            // After a fault: some faults end the transaction themselves (a full disk), some do not.
            if (connection.IsInTransaction())
            {
                connection.Run("ROLLBACK");
            }
        }
    }

    /// <summary>Whether a transaction is open.</summary>
    internal static bool IsInTransaction(this SqliteConnection connection) => raw.sqlite3_get_autocommit(connection.Handle!) == 0;

    /// <summary>
    /// Moves the write-ahead log into the file and empties it, as far as readers allow: erased data must not
    /// stay in the log. A failure here is no reason to refuse the erasure; a later checkpoint
    /// does it again.
    /// </summary>
    /// <returns>Whether the log is empty now.</returns>
    internal static bool FoldLog(this SqliteConnection connection)
    {
        try
        {
            return connection.Ask("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>Whether the last connection to close leaves the write-ahead log without a checkpoint.</summary>
    internal static void KeepLogOnClose(this SqliteConnection connection, bool keep) =>
        raw.sqlite3_db_config(connection.Handle!, KeepLogCode, keep ? 1 : 0, out _);

    /// <summary>A UUID as stored: 16 bytes in the order in which it is written, so that they sort like text.</summary>
    internal static byte[] Key(this Guid id) => id.ToByteArray(bigEndian: true);

    /// <summary>The same for a person's id.</summary>
    internal static byte[] Key(this PersonId person) => person.Value.Key();

    /// <summary>
    /// Whether the file was deleted, moved or replaced while it was open. On Unix an open file outlives its
    /// name: writing to it succeeds, and all is lost when it is closed. Other systems do not allow the deletion.
    /// </summary>
    internal static bool HasMoved(this SqliteConnection connection) =>
        FileControl(connection.Handle!, "main", HasMovedCode, out var moved) == raw.SQLITE_OK && moved != 0;

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int FileControl(
        sqlite3 database, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, int code, out int answer);
}
