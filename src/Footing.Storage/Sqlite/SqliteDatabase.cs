using System.Collections.Concurrent;
using System.Data;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Dapper;
using Footing.Storage.Files;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Footing.Storage.Sqlite;

/// <summary>
/// One database file: a single writing connection, used in turns, and a few reading ones, which the
/// write-ahead log lets work at the same time. Turns SQLite's errors into <see cref="StorageException"/>, and
/// opens the file again after an error that may mean that the file is gone, replaced or damaged.
/// </summary>
internal sealed class SqliteDatabase : IAsyncDisposable
{
    /// <summary>The limit for reading is the number of processors, not of people.</summary>
    private static readonly int Readers = Math.Max(2, Environment.ProcessorCount);

    private readonly string _path;
    private readonly TimeSpan _busyTimeout;
    private readonly SqliteSchema _schema;
    private readonly Action<SqliteConnection>? _examine;
    [SuppressMessage("Usage", "CA2213", Justification = "Callers may still wait for them, and are then told that the store is closed.")]
    private readonly SemaphoreSlim _writing = new(1, 1), _reading = new(Readers, Readers);
    private readonly ConcurrentBag<Lease> _idle = [];

    /// <summary>Null before the first opening and after a fault; replaced only while writing.</summary>
    private volatile Lease? _writer;
    private volatile int _generation;
    private bool _isFirst = true;
    private volatile bool _isDisposed;

    static SqliteDatabase() => Batteries_V2.Init();

    /// <param name="path">The file.</param>
    /// <param name="busyTimeout">How long to wait for another program's lock.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="examine">
    /// Checks each connection before anything is written or read by it, and throws when another file is in the place of
    /// the one that was opened first; null for no check.
    /// </param>
    internal SqliteDatabase(string path, TimeSpan busyTimeout, SqliteSchema schema, Action<SqliteConnection>? examine = null)
    {
        _path = path;
        _busyTimeout = busyTimeout;
        _schema = schema;
        _examine = examine;
    }

    /// <summary>Where the file is.</summary>
    internal string Path => _path;

    private sealed record Lease(SqliteConnection Connection, int Generation);

    /// <summary>Does work on the writing connection, one caller at a time.</summary>
    internal async Task<T> WriteAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return await Task.Run(() => Guard(() =>
            {
                var connection = Writer();
                EnsureInPlace(connection);
                var result = work(connection);
                // Checked again before anything is acknowledged: a commit into a deleted file succeeds.
                EnsureInPlace(connection);
                return result;
            }), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Does work on a reading connection, at the same time as others and the writer.</summary>
    internal async Task<T> ReadAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellation)
    {
        if (_writer?.Generation != _generation)
        {
            // Opening checks and migrates, and only the writer does that.
            await WriteAsync(_ => true, cancellation).ConfigureAwait(false);
        }

        await _reading.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return await Task.Run(() => Guard(() =>
            {
                var lease = Reader();
                try
                {
                    EnsureInPlace(lease.Connection);
                    return work(lease.Connection);
                }
                finally
                {
                    GiveBack(lease);
                }
            }), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _reading.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _writing.WaitAsync().ConfigureAwait(false);
        for (var reader = 0; reader < Readers; reader++)
        {
            await _reading.WaitAsync().ConfigureAwait(false);
        }

        _isDisposed = true;
        DiscardIdle();
        // Last, since the last connection to close moves the write-ahead log into the file.
        _writer?.Connection.Dispose();
        _writer = null;
        // Callers that still wait get their turn, and the error that the store is closed.
        _reading.Release(Readers);
        _writing.Release();
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException cause) when (SqliteFaults.Explain(cause, _path) is { } fault)
        {
            Forget(fault);
            throw fault;
        }
        catch (StorageException fault)
        {
            Forget(fault);
            throw;
        }
        catch (Exception cause) when (cause is SqliteException or DataException or InvalidCastException or ArgumentException
            or FormatException or OverflowException && IsDamaged())
        {
            var fault = SqliteFaults.Corrupt(_path, cause);
            Forget(fault);
            throw fault;
        }
    }

    /// <summary>
    /// Whether an error without its own fault is in the file: tables that differ from those of its version,
    /// or content that their constraints forbid. If not, it is a bug in Footing and is not called damage.
    /// </summary>
    private bool IsDamaged()
    {
        try
        {
            using var connection = Open(SqliteOpenMode.ReadOnly);
            return !_schema.IsKept(connection) || connection.ExecuteScalar<string>("PRAGMA quick_check(1)") != "ok";
        }
        catch (SqliteException)
        {
            return true;
        }
    }

    /// <summary>After a fault that may be in the open files themselves, these connections are not used again.</summary>
    private void Forget(StorageException fault)
    {
        if (fault.Kind is not (StorageFault.Full or StorageFault.Locked))
        {
            Interlocked.Increment(ref _generation);
        }
    }

    private void EnsureInPlace(SqliteConnection connection)
    {
        if (connection.HasMoved() || !File.Exists(_path + "-wal"))
        {
            throw SqliteFaults.Gone(_path);
        }
    }

    private SqliteConnection Writer()
    {
        var generation = _generation;
        // A transaction that could not be rolled back ends with its connection.
        if (_writer is { } held && held.Generation == generation && !held.Connection.IsInTransaction())
        {
            return held.Connection;
        }

        DiscardIdle();
        _writer?.Connection.Dispose();
        _writer = null;
        var connection = OpenAndMigrate();
        _writer = new Lease(connection, generation);
        _isFirst = false;
        return connection;
    }

    private SqliteConnection OpenAndMigrate()
    {
        if (_isFirst)
        {
            MakeFolder();
        }
        else if (!File.Exists(_path))
        {
            // A missing file is new only at the start. Later it is lost, and creating an empty one would hide that.
            throw SqliteFaults.Gone(_path);
        }

        if (_isFirst)
        {
            MakeFile();
        }

        var hadLog = File.Exists(_path + "-wal");
        var connection = Open(_isFirst ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite);
        try
        {
            if (hadLog)
            {
                // Until the file is known to be Footing's, closing it must not checkpoint another program's log.
                connection.KeepLogOnClose(true);
            }

            _schema.Examine(connection, _path);
            _examine?.Invoke(connection);
            connection.KeepLogOnClose(false);
            // SQLite opens a file that it may not write for reading, and reports it only here.
            if (raw.sqlite3_db_readonly(connection.Handle!, "main") == 1)
            {
                throw SqliteFaults.ReadOnly(_path);
            }

            // FULL: the log reaches the disk before a commit returns (docs/decisions/0003-sqlite-durability.md).
            connection.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA secure_delete = ON");
            _schema.Apply(connection, _path);
            // The log's file is created by the first read of the database.
            connection.Ask("SELECT count(*) FROM sqlite_schema");
            Restrict();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void MakeFolder()
    {
        try
        {
            Folders.Make(System.IO.Path.GetDirectoryName(_path)!);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw SqliteFaults.ReadOnly(_path, cause);
        }
    }

    /// <summary>An empty file that only its owner may read; SQLite gives the files beside it the same rights.</summary>
    private void MakeFile()
    {
        try
        {
            using (new FileStream(_path, Folders.OwnersAlone(FileMode.CreateNew)))
            {
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // It exists, or cannot be created: SQLite reports which.
        }
    }

    /// <summary>Only the owner may open the folder and the database files in it, no matter who created them.</summary>
    private void Restrict()
    {
        Folders.Restrict(System.IO.Path.GetDirectoryName(_path)!);
        Folders.RestrictFile(_path);
        Folders.RestrictFile(_path + "-wal");
        Folders.RestrictFile(_path + "-shm");
    }

    private Lease Reader()
    {
        var generation = _generation;
        while (_idle.TryTake(out var lease))
        {
            if (lease.Generation == generation)
            {
                return lease;
            }

            lease.Connection.Dispose();
        }

        return File.Exists(_path) ? new Lease(OpenToRead(), generation) : throw SqliteFaults.Gone(_path);
    }

    private SqliteConnection OpenToRead()
    {
        var connection = Open(SqliteOpenMode.ReadOnly);
        try
        {
            _examine?.Invoke(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void GiveBack(Lease lease)
    {
        if (lease.Generation == _generation)
        {
            _idle.Add(lease);
        }
        else
        {
            lease.Connection.Dispose();
        }
    }

    private void DiscardIdle()
    {
        while (_idle.TryTake(out var lease))
        {
            lease.Connection.Dispose();
        }
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            Mode = mode,
            Pooling = false,
            // SQLite's own waiting, set below, is finer; this is for the few steps for which it does not wait.
            DefaultTimeout = (int)Math.Ceiling(_busyTimeout.TotalSeconds),
        }.ToString());
        try
        {
            connection.Open();
            connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(int)_busyTimeout.TotalMilliseconds}"));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
