namespace Footing.Storage;

/// <summary>What keeps the store from working.</summary>
public enum StorageFault
{
    /// <summary>No room is left on the disk.</summary>
    Full,

    /// <summary>Another program holds the database for longer than we wait.</summary>
    Locked,

    /// <summary>The database or its folder is no longer there, or its disk does not answer.</summary>
    Gone,

    /// <summary>The database or its folder cannot be written.</summary>
    ReadOnly,

    /// <summary>A newer Footing has written the database.</summary>
    NewerVersion,

    /// <summary>The file is not a database of Footing's.</summary>
    NotOurs,

    /// <summary>The database is damaged.</summary>
    Corrupt,

    /// <summary>The keyring or the installation key is missing, is another installation's, or lacks a person's key.</summary>
    Keys,

    /// <summary>The database server does not let us in: the connection string names a wrong database, user or password.</summary>
    Refused,
}

/// <summary>
/// The store cannot do what was asked. Nothing stored has changed. The message is a sentence for whoever
/// runs Footing: what is wrong, where, and the remedy; it holds nothing of a person's. Pages show words of
/// their own by <see cref="Kind"/>.
/// </summary>
public sealed class StorageException : Exception
{
    /// <summary>A fault with its sentence, and what the engine said.</summary>
    public StorageException(StorageFault kind, string message, Exception? cause = null)
        : base(message, cause) => Kind = kind;

    /// <summary>What keeps the store from working.</summary>
    public StorageFault Kind { get; }
}
