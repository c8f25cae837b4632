using System.Collections.Immutable;
using Footing.Programmes;
using Footing.Screening;
using Footing.Storage;
using Footing.Wording;

namespace Footing.Web;

/// <summary>The options of a Footing host.</summary>
public sealed record FootingOptions
{
    /// <summary>Where it listens: <c>http://</c>, a loopback address and a port; port 0 takes any free port.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>The folder of all stored data, except where other options say otherwise; created if missing.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The connection string of a PostgreSQL store; null for a file in the data folder.</summary>
    public string? Postgres { get; init; }

    /// <summary>The folder of the keyring; null for <c>keyring</c> in the data folder.</summary>
    public string? KeyringFolder { get; init; }

    /// <summary>The file of the installation key; null for one in the keyring's folder.</summary>
    public string? InstallationKeyFile { get; init; }

    /// <summary>Whether a browser must first open the link with the key; see <see cref="HostLock"/>.</summary>
    public bool IsLocked { get; init; }

    /// <summary>
    /// The programmes that people can follow, each with its words by language; the first is followed where a journal names
    /// none. Null for the shipped one.
    /// </summary>
    public ImmutableArray<(Programme Programme, Func<string, Texts> Texts)>? Programmes { get; init; }

    /// <summary>The conditions of the programmes beside those of this build, each with its words by language.</summary>
    public ImmutableArray<(Condition Condition, Func<string, Texts> Texts)> Conditions { get; init; } = [];

    /// <summary>The clock; tests use a fake one.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// The country whose emergency number is shown until the person has chosen one: ISO 3166-1 alpha-2,
    /// such as <c>GB</c>; null for the number that works in most countries.
    /// </summary>
    public string? Country { get; init; }

    /// <summary>
    /// The collector that gets metrics and traces by OTLP over HTTP, such as <c>http://127.0.0.1:4318</c>; null sends
    /// none, whatever the environment variables say.
    /// </summary>
    public string? Otlp { get; init; }

    /// <summary>The time zone for dates until the person has chosen one.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Local;

    /// <summary>Where the store is, and what opens it.</summary>
    internal StoreOptions Store => new()
    {
        DataFolder = DataFolder,
        Postgres = Postgres,
        KeyringFolder = KeyringFolder,
        InstallationKeyFile = InstallationKeyFile,
        Clock = Clock,
    };
}

/// <summary>The host cannot start as requested; the message is one sentence that says how to fix it.</summary>
public sealed class HostingException(string message) : Exception(message);
