using System.Net.Sockets;
using Npgsql;

namespace Footing.Storage.Postgres;

/// <summary>What PostgreSQL's errors mean to an operator. No sentence holds a password or personal data.</summary>
internal static class PostgresFaults
{
    /// <summary>Whether the connection is lost, or the server closed it because it stops or starts.</summary>
    internal static bool IsLostConnection(NpgsqlException cause) => cause is PostgresException answered
        ? answered.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
        : cause.InnerException is IOException or SocketException or TimeoutException or ObjectDisposedException;

    /// <summary>The fault behind an exception, with the remedy in a sentence; null for a bug in Footing.</summary>
    internal static StorageException? Explain(Exception cause, string place, NpgsqlConnectionStringBuilder settings) => cause switch
    {
        PostgresException answered => Explain(answered, place, settings),
        NpgsqlException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } =>
            new(StorageFault.Refused, $"There is no host \"{settings.Host}\": check the name in the connection string.", cause),
        NpgsqlException lost when IsLostConnection(lost) => Gone(place, cause),
        // No connection was free in time.
        NpgsqlException { Message: var message } when message.Contains("pool", StringComparison.Ordinal) => Locked(place, cause),
        NpgsqlException => Gone(place, cause),
        TimeoutException or SocketException => Gone(place, cause),
        _ => null,
    };

    internal static StorageException ReadOnly(string place, Exception? cause) => new(StorageFault.ReadOnly,
        $"The database {place} cannot be written: name the server that takes writes (not a standby), and let Footing's user write.", cause);

    private static StorageException? Explain(PostgresException answered, string place, NpgsqlConnectionStringBuilder settings) => answered.SqlState switch
    {
        PostgresErrorCodes.DiskFull => new(StorageFault.Full,
            $"There is no room left on the disk of the database {place}: free some, and Footing goes on by itself.", answered),
        PostgresErrorCodes.InvalidCatalogName => new(StorageFault.Refused,
            $"There is no database \"{settings.Database}\" on {settings.Host}:{settings.Port}: make it (CREATE DATABASE), or mend the connection string.", answered),
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => new(StorageFault.Refused,
            $"The database {place} does not let the user \"{settings.Username}\" in: check user and password of the connection string.", answered),
        PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.ReadOnlySqlTransaction => ReadOnly(place, answered),
        PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled
            or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure => Locked(place, answered),
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => new(StorageFault.Corrupt,
            $"The database {place} is damaged: stop Footing, keep a copy of it, and restore the last backup into an empty one.", answered),
        _ when IsLostConnection(answered) => Gone(place, answered),
        // I/O errors and other faults of the server itself.
        ['5', '8', ..] or ['5', '3', ..] or ['X', 'X', ..] => Gone(place, answered),
        _ => null,
    };

    private static StorageException Gone(string place, Exception cause) => new(StorageFault.Gone,
        $"The database {place} does not answer: start PostgreSQL there or check the way to it, and Footing goes on by itself.", cause);

    private static StorageException Locked(string place, Exception cause) => new(StorageFault.Locked,
        $"The database {place} is held or busy: end what holds it, or let it take more connections, then try again.", cause);
}
