using System.Globalization;
using Footing.Storage.Engines;
using Npgsql;

namespace Footing.Storage.Postgres;

/// <summary>
/// One PostgreSQL database: opens it, migrates its schema, and turns its errors into
/// <see cref="StorageException"/>. Connections are pooled. A lost one is dropped, and its work is done again on a new
/// one if nothing can have been committed.
/// </summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    /// <summary>How often work is tried again when two processes block each other.</summary>
    private const int MostAttempts = 4;

    /// <summary>"Foot" in ASCII: the process that migrates holds this advisory lock of the database.</summary>
    private const long MigrationLock = 0x466F6F74;

    private static readonly string[] Scripts = MigrationScripts.Of("postgres");

    private readonly NpgsqlConnectionStringBuilder _settings;
    private NpgsqlDataSource _source;

    /// <exception cref="StorageException"><see cref="StorageFault.Refused"/>: it is no connection string.</exception>
    internal PostgresDatabase(string connection)
    {
        try
        {
            _settings = new NpgsqlConnectionStringBuilder(connection);
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException)
        {
            // The message of the cause may quote a password.
            throw new StorageException(StorageFault.Refused,
                "The connection string of PostgreSQL cannot be read: give names and values such as "
                + "\"Host=127.0.0.1;Database=footing;Username=footing\".");
        }

        if (string.IsNullOrEmpty(_settings.Host) || string.IsNullOrEmpty(_settings.Database))
        {
            throw new StorageException(StorageFault.Refused,
                "The connection string of PostgreSQL names no host or no database: give both, such as "
                + "\"Host=127.0.0.1;Database=footing;Username=footing\".");
        }

        Set("Application Name", "footing");
        Set("Timeout", "5");
        Set("Command Timeout", "30");
        Set("Max Auto Prepare", "32");
        // The quoted values in a fault may be personal data.
        _settings.IncludeErrorDetail = false;
        _settings.IncludeFailedBatchedCommand = false;
        _source = NpgsqlDataSource.Create(_settings);

        void Set(string name, string value)
        {
            if (!_settings.ShouldSerialize(name))
            {
                _settings[name] = value;
            }
        }
    }

    /// <summary>The version that this build reads and writes: the number of its last migration.</summary>
    internal static int Version => Scripts.Length;

    /// <summary>Which database it is, for messages: no user, no password.</summary>
    internal string Place => string.Create(CultureInfo.InvariantCulture, $"{_settings.Database} on {_settings.Host}:{_settings.Port}");

    /// <summary>Opens it: refuses one that is not ours, newer or not durable, and applies missing migrations.</summary>
    internal async Task OpenAsync(CancellationToken cancellation)
    {
        await DoAsync(ExamineServerAsync, cancellation).ConfigureAwait(false);
        await WriteAsync(
            async connection =>
            {
                // One process migrates; the others wait for it and find it done.
                await RunAsync(connection, string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({MigrationLock})")).ConfigureAwait(false);
                var version = await VersionAsync(connection).ConfigureAwait(false);
                if (version > Version)
                {
                    throw new StorageException(StorageFault.NewerVersion,
                        $"The database {Place} has version {version} and this Footing knows versions up to {Version}: "
                        + "a newer Footing has written it, so run that one or a later one.");
                }

                if (version == Version)
                {
                    return true;
                }

                if (version == 0)
                {
                    await RunAsync(
                        connection,
                        """
                        CREATE SCHEMA footing;
                        -- "id" is null until a keyring has claimed the database.
                        CREATE TABLE footing.installation (
                          only_row boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (only_row),
                          version integer NOT NULL,
                          id uuid
                        );
                        INSERT INTO footing.installation (version) VALUES (0);
                        """).ConfigureAwait(false);
                }

                for (var next = version; next < Version; next++)
                {
                    await RunAsync(connection, Scripts[next]).ConfigureAwait(false);
                }

                await RunAsync(connection, string.Create(CultureInfo.InvariantCulture, $"UPDATE footing.installation SET version = {Version}")).ConfigureAwait(false);
                return true;
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Does work on its own connection, outside a transaction.</summary>
    /// <param name="work">The work.</param>
    /// <param name="cancellation">Cancels the waiting for a connection.</param>
    /// <param name="mayRepeat">Whether it may run once more from its start, when the connection is lost.</param>
    internal Task<T> DoAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation, bool mayRepeat = true) => GuardAsync(
        async () =>
        {
            await using var connection = await ConnectAsync(cancellation).ConfigureAwait(false);
            return await work(connection).ConfigureAwait(false);
        },
        () => mayRepeat);

    /// <summary>Does work in one transaction, durable when the task completes.</summary>
    internal Task<T> WriteAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation)
    {
        var isCommitting = false;
        return GuardAsync(
            async () =>
            {
                await using var connection = await ConnectAsync(cancellation).ConfigureAwait(false);
                await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None).ConfigureAwait(false);
                var result = await work(connection).ConfigureAwait(false);
                isCommitting = true;
                await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                return result;
            },
            // A commit whose answer was lost may have succeeded: the caller gets an error, and asks again.
            () => !isCommitting);
    }

    /// <summary>Completes when the database can be read and written now; writes nothing.</summary>
    internal Task CheckAsync(CancellationToken cancellation) => DoAsync(
        async connection =>
        {
            await using var ask = connection.Command(
                "SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean, version FROM footing.installation");
            await using var reader = await ask.ExecuteReaderAsync(CancellationToken.None).ConfigureAwait(false);
            return await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false) && !reader.GetBoolean(0)
                ? true
                : throw PostgresFaults.ReadOnly(Place, null);
        },
        cancellation);

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    private static async Task<object?> AskAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync().ConfigureAwait(false);
    }

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellation) =>
        await _source.OpenConnectionAsync(cancellation).ConfigureAwait(false);

    private async Task<T> GuardAsync<T>(Func<Task<T>> work, Func<bool> mayBeginAgain)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work().ConfigureAwait(false);
            }
            catch (PostgresException cause) when (
                cause.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure && attempt < MostAttempts)
            {
                // All of it was rolled back because of another process, which has continued.
            }
            catch (NpgsqlException cause) when (PostgresFaults.IsLostConnection(cause) && attempt == 1 && mayBeginAgain())
            {
                // Usually a pooled connection from before the server was restarted: the others are lost too.
                _source.Clear();
            }
            catch (Exception cause) when (PostgresFaults.Explain(cause, Place, _settings) is { } fault)
            {
                _source.Clear();
                throw fault;
            }
        }
    }

    /// <summary>
    /// Refuses a server that can lose acknowledged commits, and requests durable ones if not the default.
    /// </summary>
    private async Task<bool> ExamineServerAsync(NpgsqlConnection connection)
    {
        if ((string)(await AskAsync(connection, "SELECT current_setting('fsync')").ConfigureAwait(false))! == "off")
        {
            throw new StorageException(StorageFault.Refused,
                $"The PostgreSQL of {Place} runs with \"fsync = off\": a power cut would lose what it has acknowledged. Set it to on.");
        }

        if ((string)(await AskAsync(connection, "SELECT current_setting('synchronous_commit')").ConfigureAwait(false))! == "off")
        {
            _settings.Options = $"{_settings.Options} -c synchronous_commit=on".Trim();
            await _source.DisposeAsync().ConfigureAwait(false);
            _source = NpgsqlDataSource.Create(_settings);
        }

        return true;
    }

    /// <summary>The schema's version; 0 for an empty database.</summary>
    private async Task<int> VersionAsync(NpgsqlConnection connection)
    {
        if (await AskAsync(connection, "SELECT to_regclass('footing.installation')::text").ConfigureAwait(false) is string)
        {
            return (int)(await AskAsync(connection, "SELECT version FROM footing.installation").ConfigureAwait(false) ?? throw NotOurs());
        }

        const string others = """
            SELECT EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\_%')
              OR EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = 'footing')
            """;
        return (bool)(await AskAsync(connection, others).ConfigureAwait(false))! ? throw NotOurs() : 0;
    }

    private StorageException NotOurs() => new(StorageFault.NotOurs,
        $"The database {Place} holds tables of another program, so Footing leaves it alone: make a database of its own for Footing and name that.");
}

/// <summary>Commands with positional parameters.</summary>
internal static class PostgresCommands
{
    /// <summary>A command with its parameters: <c>$1</c>, <c>$2</c> and so on.</summary>
    internal static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
