using System.Security.Cryptography;
using System.Text;

namespace Footing.Content;

/// <summary>
/// Finds outdated translations. For each language but English, <c>translated/LANGUAGE.yaml</c> beside the texts has
/// the mark of the English text that each text was made from. If the English text has changed since, the mark differs.
/// What differs between countries, such as <c>es-ES.yaml</c>, was made from the words of its folder, so its marks are of those.
/// </summary>
public static class Translations
{
    private const string Source = "en";

    /// <summary>Texts in other languages that were not reviewed since the English text changed.</summary>
    /// <param name="directory">A programme's folder, or one that has a folder of texts for each language.</param>
    public static ImmutableArray<LintFinding> Check(string directory)
    {
        var findings = new List<LintFinding>();
        Check(ContentFiles.Below(directory), findings);
        return [.. findings];
    }

    /// <summary>Records that texts of a language fit the current English ones.</summary>
    /// <param name="directory">A programme's folder, or one that has a folder of texts for each language.</param>
    /// <param name="language">Their language.</param>
    /// <param name="keys">Only these texts; all when empty.</param>
    /// <returns>How many marks were written or changed; removed marks of deleted texts are not counted.</returns>
    /// <exception cref="ArgumentException">There are no texts in the language, or none with such a key.</exception>
    /// <exception cref="InvalidDataException">The files are wrong.</exception>
    public static int Record(string directory, string language, IReadOnlyCollection<string> keys)
    {
        var files = ContentFiles.Below(directory);
        var findings = new List<LintFinding>();
        language = Locales.Differs(language) ? language : Locales.Folder(language);
        var (source, other) = (Texts(files, SourceOf(language), findings), Texts(files, language, findings));
        var known = files.Has(Path(language)) ? Marks(files, language, findings) : [];
        if (findings.Count > 0)
        {
            throw new InvalidDataException(string.Join(Environment.NewLine, findings));
        }

        if (language == Source || !Languages(files).Contains(language))
        {
            throw new ArgumentException($"There are no texts in \"{language}\": the languages are {string.Join(", ", Languages(files).Where(tag => tag != Source))}.");
        }

        if (keys.FirstOrDefault(key => !other.ContainsKey(key)) is { } missing)
        {
            throw new ArgumentException($"There is no text \"{missing}\" in \"{language}\".");
        }

        var written = 0;
        var lines = new StringBuilder($"# Which {Words(language)} each text was {Made(language)} from: their mark. Written by: footing translated DIR ").Append(language).Append('\n');
        foreach (var key in other.Keys.Where(source.ContainsKey).Order(StringComparer.Ordinal))
        {
            var was = known.TryGetValue(key, out var mark) ? mark.Mark : null;
            var now = keys.Count == 0 || keys.Contains(key) ? Mark(source[key].Words) : was;
            written += now == was ? 0 : 1;
            lines.Append(now is null ? "" : $"{key}: {now}\n");
        }

        var path = System.IO.Path.Combine(directory, Path(language));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        WholeFile.Write(path, Encoding.UTF8.GetBytes(lines.ToString()));
        return written;
    }

    internal static void Check(ContentFiles files, ICollection<LintFinding> findings)
    {
        foreach (var language in Languages(files).Where(tag => tag != Source))
        {
            if (Locales.Differs(language))
            {
                // No folder has these: where they differ from nothing is found only with the words that they differ from.
                TextsReader.Place(files, Root(files) + language, [], findings);
            }

            // What is wrong with the other texts themselves is reported when they are read.
            var (source, other) = (Texts(files, SourceOf(language), []), Texts(files, language, []));
            var marks = Marks(files, language, findings);
            var command = $"footing translated DIR {language}";
            foreach (var (key, text) in other.Where(text => source.ContainsKey(text.Key)))
            {
                if (!marks.TryGetValue(key, out var mark))
                {
                    findings.Add(new(text.File, text.Line, key, $"It is not written down which {Words(language)} this was {Made(language)} from: see that it says the same, then run {command} {key}."));
                }
                else if (mark.Mark != Mark(source[key].Words))
                {
                    findings.Add(new(text.File, text.Line, key, $"The {Words(language)} have changed since this was {Made(language)}: mend it, then run {command} {key}."));
                }
            }

            foreach (var (key, mark) in marks.Where(mark => !other.ContainsKey(mark.Key)))
            {
                findings.Add(new(files.Shown(Path(language)), mark.Line, key, $"There is no such text any more: run {command}."));
            }
        }
    }

    /// <summary>The folder with the words that texts of a language are made from.</summary>
    private static string SourceOf(string language) => Locales.Differs(language) ? Locales.Folder(language) : Source;

    private static string Words(string language) => Locales.Differs(language) ? $"words in {Locales.Folder(language)}" : "English words";

    private static string Made(string language) => Locales.Differs(language) ? "changed" : "translated";

    private static string Mark(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..8];

    private static string Path(string language) => $"translated/{language}.yaml";

    /// <summary>A programme has its texts in a folder of that name, pages directly in the directory.</summary>
    private static string Root(ContentFiles files) => files.Under("texts").Any() ? "texts/" : "";

    private static IEnumerable<string> Languages(ContentFiles files) => Folders(files)
        .Concat(Folders(files).SelectMany(folder => Locales.Of(folder)).Where(tag => Locales.Differs(tag) && files.Has(Root(files) + tag + ".yaml")));

    private static IEnumerable<string> Folders(ContentFiles files) => files.Paths
        .Where(path => path.StartsWith(Root(files), StringComparison.Ordinal))
        .Select(path => path[Root(files).Length..].Split('/'))
        .Where(parts => parts.Length > 1 && parts[0] != "translated").Select(parts => parts[0]).Distinct();

    private static Dictionary<string, PlacedText> Texts(ContentFiles files, string language, List<LintFinding> findings)
    {
        if (Locales.Differs(language))
        {
            return TextsReader.Differences(files, $"{Root(files)}{language}.yaml", findings);
        }

        var texts = new Dictionary<string, PlacedText>();
        TextsReader.Place(files, Root(files) + language, texts, findings);
        return texts;
    }

    private static Dictionary<string, (string Mark, int Line)> Marks(ContentFiles files, string language, ICollection<LintFinding> findings)
    {
        var path = Path(language);
        var root = files.Has(path) && files.Text(path, findings) is { } text ? Yaml.Parse(text, files.Shown(path), findings) : null;
        return root is YamlMap map
            ? map.Entries.Where(entry => entry.Value is YamlScalar).ToDictionary(entry => entry.Key, entry => (((YamlScalar)entry.Value).Value, entry.Line))
            : [];
    }
}
