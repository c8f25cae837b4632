namespace Footing.Storage;

/// <summary>Where a store is, and the keys that open it.</summary>
public sealed record StoreOptions
{
    /// <summary>The folder that holds <c>footing.db</c> and, by default, the keyring.</summary>
    public required string DataFolder { get; init; }

    /// <summary>
    /// The connection string of a PostgreSQL database for people's journals, in Npgsql's format; null for
    /// <c>footing.db</c>. The keyring is a file in both cases.
    /// </summary>
    public string? Postgres { get; init; }

    /// <summary>The folder of <c>keyring.db</c>; null for <c>keyring</c> in the data folder.</summary>
    public string? KeyringFolder { get; init; }

    /// <summary>The file of the installation key; null for <c>installation.key</c> in the keyring's folder.</summary>
    public string? InstallationKeyFile { get; init; }

    /// <summary>Decides which entries are too far ahead and which drafts have expired.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long to wait for another program's lock.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    internal string DatabaseFile => Path.Combine(Path.GetFullPath(DataFolder), "footing.db");

    internal string KeyringFile => Path.Combine(Path.GetFullPath(KeyringFolder ?? Path.Combine(DataFolder, "keyring")), "keyring.db");

    /// <summary>The full path of the installation key's file.</summary>
    public string InstallationKey =>
        Path.GetFullPath(InstallationKeyFile ?? Path.Combine(Path.GetDirectoryName(KeyringFile)!, "installation.key"));
}
