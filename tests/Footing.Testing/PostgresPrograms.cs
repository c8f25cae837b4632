using System.Globalization;

namespace Footing.Testing;

/// <summary>The server programs of a PostgreSQL of this machine.</summary>
public static class PostgresPrograms
{
    private static readonly Lazy<string?> Found = new(Find);

    /// <summary>
    /// The folder of <c>initdb</c> and <c>postgres</c>: the one that FOOTING_POSTGRESQL names, or else Debian's newest,
    /// or else one of the PATH. Null if there is none.
    /// </summary>
    public static string? Folder => Found.Value;

    /// <summary>Why there is none, or null.</summary>
    public static string? Missing =>
        Folder is not null ? null
        : Named is { } named ? $"FOOTING_POSTGRESQL is {named}, which has no initdb and postgres."
        : "No PostgreSQL is found: install the package postgresql, or set FOOTING_POSTGRESQL to the folder of its initdb.";

    /// <summary>
    /// Why tests that need it are skipped, or null if they run. With CI=true they run, and fail if it is missing,
    /// because nobody reads there what was skipped.
    /// </summary>
    public static string? SkipReason => Environment.GetEnvironmentVariable("CI") == "true" ? null : Missing;

    private static string? Named => Environment.GetEnvironmentVariable("FOOTING_POSTGRESQL") is { Length: > 0 } named ? named : null;

    private static string? Find()
    {
        IEnumerable<string> places = Named is { } named ? [named] : [.. Debian(), .. Environment.GetEnvironmentVariable("PATH")?.Split(':') ?? []];
        return places.FirstOrDefault(place => File.Exists(Path.Combine(place, "initdb")) && File.Exists(Path.Combine(place, "postgres")));
    }

    private static IEnumerable<string> Debian()
    {
        var versions = new DirectoryInfo("/usr/lib/postgresql");
        return !versions.Exists ? [] :
            from version in versions.EnumerateDirectories()
            let number = int.TryParse(version.Name, CultureInfo.InvariantCulture, out var read) ? read : 0
            orderby number descending
            select Path.Combine(version.FullName, "bin");
    }
}
