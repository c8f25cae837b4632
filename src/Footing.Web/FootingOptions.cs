using Footing.Storage;

namespace Footing.Web;

/// <summary>How a host of Footing is started.</summary>
public sealed record FootingOptions
{
    /// <summary>Where it listens: <c>http://</c>, a loopback address and a port; port 0 takes any free one.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>The folder that holds everything stored, unless told otherwise; made when it is not there.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The connection string of a PostgreSQL database to keep journals in; null for a file in the data folder.</summary>
    public string? Postgres { get; init; }

    /// <summary>The folder of the keyring; null for <c>keyring</c> in the data folder.</summary>
    public string? KeyringFolder { get; init; }

    /// <summary>The file of the installation key; null for one in the keyring's folder.</summary>
    public string? InstallationKeyFile { get; init; }

    /// <summary>Whether a browser must have opened the link with the key before it is served; see <see cref="HostLock"/>.</summary>
    public bool IsLocked { get; init; }

    /// <summary>The clock; tests give a fake one.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// The country whose emergency number is shown until the person has chosen one: ISO 3166-1 alpha-2,
    /// such as <c>GB</c>; null for the number that works in most countries.
    /// </summary>
    public string? Country { get; init; }

    /// <summary>
    /// The collector that gets metrics and traces by OTLP over HTTP, such as <c>http://127.0.0.1:4318</c>; null, and
    /// nothing of the environment, means that none is sent.
    /// </summary>
    public string? Otlp { get; init; }

    /// <summary>The zone for dates until the person has chosen one.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Local;

    /// <summary>Where the store lies, and what opens it.</summary>
    internal StoreOptions Store => new()
    {
        DataFolder = DataFolder,
        Postgres = Postgres,
        KeyringFolder = KeyringFolder,
        InstallationKeyFile = InstallationKeyFile,
        Clock = Clock,
    };
}

/// <summary>The host cannot start as asked; the message is one sentence with the remedy.</summary>
public sealed class HostingException(string message) : Exception(message);
