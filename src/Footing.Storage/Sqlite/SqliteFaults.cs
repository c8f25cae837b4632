using Footing.Storage.Files;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Footing.Storage.Sqlite;

/// <summary>What SQLite's result codes mean to an operator.</summary>
internal static class SqliteFaults
{
    /// <summary>The index of the write-ahead log grows by 32 KiB at a time.</summary>
    private const long LeastRoom = 64 * 1024;

    /// <summary>The fault behind SQLite's exception, with the remedy in a sentence; null for our own bug.</summary>
    internal static StorageException? Explain(SqliteException cause, string path) => cause.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => Full(path, cause),
        // A file beside the database (the write-ahead log, its index) reports a full disk with other codes.
        raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN when File.Exists(path) && IsFull(path) => Full(path, cause),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL => new(StorageFault.Locked,
            $"{path} is held by another program: end the one that holds it (a second Footing, a database tool), then try again.",
            cause),
        _ when !Directory.Exists(Path.GetDirectoryName(path)) => Gone(path, cause),
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH or raw.SQLITE_CANTOPEN => ReadOnly(path, cause),
        raw.SQLITE_NOTADB => new(StorageFault.NotOurs,
            $"{path} is not a database: choose another data folder, or put the right file in its place.", cause),
        raw.SQLITE_CORRUPT => Corrupt(path, cause),
        raw.SQLITE_IOERR => new(StorageFault.Gone,
            $"{path} could not be read or written: check the disk and its connection.", cause),
        _ => null,
    };

    /// <summary>
    /// The fault behind SQLite's exception while it copied a database to another file: that file's disk is full or
    /// cannot be written. Null for a fault of the database itself.
    /// </summary>
    internal static IOException? OfOutput(SqliteException cause, string path) => cause.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => OutputFile.NoRoom(cause),
        raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN when IsFull(path) => OutputFile.NoRoom(cause),
        raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM => new IOException(cause.Message, cause),
        raw.SQLITE_IOERR when cause.SqliteExtendedErrorCode is not (raw.SQLITE_IOERR_READ or raw.SQLITE_IOERR_SHORT_READ) =>
            new IOException(cause.Message, cause),
        _ => null,
    };

    /// <summary>A file with content that the constraints of its tables forbid.</summary>
    internal static StorageException Corrupt(string path, Exception? cause = null) => new(StorageFault.Corrupt,
        $"{path} is damaged: stop Footing, keep a copy of the data folder, and restore the last backup into an empty one.", cause);

    internal static StorageException Full(string path, Exception? cause = null) => new(StorageFault.Full,
        $"There is no room left on the disk of {path}: free some, and Footing goes on by itself.", cause);

    internal static StorageException Gone(string path, Exception? cause = null) => new(StorageFault.Gone,
        $"{path} is no longer there: put the data folder back (or its disk), and Footing goes on by itself.", cause);

    internal static StorageException ReadOnly(string path, Exception? cause = null) => new(StorageFault.ReadOnly,
        $"{path} or its folder cannot be written: let the account that Footing runs under write there.", cause);

    private static bool IsFull(string path)
    {
        try
        {
            return new DriveInfo(path).AvailableFreeSpace < LeastRoom;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
