namespace Footing.Storage;

/// <summary>Why the store does not work.</summary>
public enum StorageFault
{
    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>Another program holds the database for longer than the timeout.</summary>
    Locked,

    /// <summary>The database or its folder is no longer there, or its disk does not answer.</summary>
    Gone,

    /// <summary>The database or its folder cannot be written.</summary>
    ReadOnly,

    /// <summary>A newer Footing has written the database.</summary>
    NewerVersion,

    /// <summary>The file is not a database of Footing.</summary>
    NotOurs,

    /// <summary>The database is damaged.</summary>
    Corrupt,

    /// <summary>The keyring, the installation key or a person's key is missing, or of another installation.</summary>
    Keys,

    /// <summary>The database server refuses us: the connection string has a wrong database, user or password.</summary>
    Refused,
}

/// <summary>
/// The store cannot do what was asked. Nothing stored has changed. The message is a sentence for the
/// operator: what is wrong, where, and the remedy; it holds no personal data. Pages show their own words
/// by <see cref="Kind"/>.
/// </summary>
public sealed class StorageException : Exception
{
    /// <summary>A fault with its sentence, and the engine's exception.</summary>
    public StorageException(StorageFault kind, string message, Exception? cause = null)
        : base(message, cause) => Kind = kind;

    /// <summary>Why the store does not work.</summary>
    public StorageFault Kind { get; }
}
