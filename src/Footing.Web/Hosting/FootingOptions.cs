namespace Footing.Web.Hosting;

/// <summary>How a host of Footing is started.</summary>
public sealed record FootingOptions
{
    /// <summary>Where it listens: <c>http://</c>, a loopback address and a port; port 0 takes any free one.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>The folder that holds everything stored; made when it is not there.</summary>
    public required string DataFolder { get; init; }

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
}

/// <summary>The host cannot start as asked; the message is one sentence with the remedy.</summary>
public sealed class HostingException(string message) : Exception(message);
