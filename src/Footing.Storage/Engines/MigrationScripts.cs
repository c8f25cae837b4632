using System.Globalization;
using System.Reflection;

namespace Footing.Storage.Engines;

/// <summary>
/// The numbered SQL files of one kind of database: <c>0001-*.sql</c>, <c>0002-*.sql</c> and so on without a gap.
/// </summary>
internal static class MigrationScripts
{
    /// <summary>The files of a folder of <c>Migrations/</c>, in their order.</summary>
    /// <exception cref="InvalidOperationException">A number is missing or occurs twice.</exception>
    internal static string[] Of(string folder)
    {
        var assembly = typeof(MigrationScripts).Assembly;
        var prefix = $"migrations/{folder}/";
        var names = assembly.GetManifestResourceNames()
            .Select(name => (Name: name, Path: name.Replace('\\', '/')))
            .Where(file => file.Path.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToArray();
        for (var at = 0; at < names.Length; at++)
        {
            if (!names[at].Path.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{prefix}{at + 1:0000}-"), StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"Migrations are numbered 0001, 0002 and so on without a gap, and {names[at].Path} is not.");
            }
        }

        return [.. names.Select(file => Text(assembly, file.Name))];
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
