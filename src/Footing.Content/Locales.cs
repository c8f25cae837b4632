namespace Footing.Content;

/// <summary>
/// Languages whose words differ between countries. The folder of texts is named by the language and has the words of one of
/// its locales; a file beside it, such as <c>es-ES.yaml</c>, has only what differs in another one.
/// </summary>
internal static class Locales
{
    private const string Spanish = "es", Spain = "es-ES", LatinAmerica = "es-419";

    /// <summary>Where Spanish is that of Spain, as in the Unicode locale data (CLDR): everywhere else it is es-419.</summary>
    private static readonly ImmutableArray<string> LikeSpain = ["ES", "EA", "IC", "GQ", "PH"];

    /// <summary>The tags in which texts of a folder can be read, in the order in which pages offer them.</summary>
    internal static ImmutableArray<string> Of(string folder) => folder == Spanish ? [Spain, LatinAmerica] : [folder];

    /// <summary>The exact tag: es means es-419, in journals, cookies and commands of earlier versions too.</summary>
    internal static string Tag(string language) =>
        language.Equals(Spanish, StringComparison.OrdinalIgnoreCase) ? LatinAmerica : language;

    /// <summary>The folder with the words of a tag, or with those that it differs from.</summary>
    internal static string Folder(string tag) => tag is Spain or LatinAmerica ? Spanish : tag;

    /// <summary>Whether its words are those of the folder, but for a file of differences.</summary>
    internal static bool Differs(string tag) => tag == Spain;

    /// <summary>The locale for a browser's tag, such as es-419 for es-MX; null for another language.</summary>
    internal static string? Nearest(string tag)
    {
        var parts = tag.Split('-');
        if (!parts[0].Equals(Spanish, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        // After a part of one letter come extensions, in which two letters are no region.
        var regions = parts.Skip(1).TakeWhile(part => part.Length > 1).Where(part => part.Length == 2);
        return regions.Any(region => LikeSpain.Contains(region, StringComparer.OrdinalIgnoreCase)) ? Spain : LatinAmerica;
    }
}
