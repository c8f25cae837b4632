namespace Footing.Cells;

/// <summary>The list of alterations that no test can notice, each with its reason.</summary>
internal static class KnownSurvivors
{
    /// <summary>The text between the parts of a line.</summary>
    public const string Separator = " ¦ ";

    /// <summary>Written instead of the direction if a number could not be altered at all.</summary>
    public const string Unaltered = "unaltered";

    /// <summary>Reads the list: the reason of each alteration by its key.</summary>
    /// <exception cref="FormatException">A line is not an alteration with a reason.</exception>
    public static Dictionary<string, string> Read(IEnumerable<string> lines)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.Length > 0 && !line.StartsWith('#')))
        {
            var parts = line.Split(Separator);
            if (parts.Length != 5 || string.IsNullOrWhiteSpace(parts[4]))
            {
                throw new FormatException($"eng/cells.survivors: not file, line, number, direction and reason: {line}");
            }

            known[string.Join(Separator, parts[..4])] = parts[4];
        }

        return known;
    }
}
