using System.Globalization;
using System.Text.RegularExpressions;

namespace Footing.Content;

/// <summary>
/// Reads the texts of one language from every YAML file in a folder. Keys of nested maps are joined by dots; a list
/// gives <c>KEY.1</c>, <c>KEY.2</c>, ...
/// </summary>
public static partial class TextsReader
{
    /// <summary>The texts, or everything that makes them unreadable.</summary>
    /// <param name="files">The files.</param>
    /// <param name="folder">
    /// A folder that is named by its language, such as <c>texts/en</c>; or <c>texts/es-ES</c>, which is <c>texts/es</c> but
    /// for the differences in <c>texts/es-ES.yaml</c>, if there are any.
    /// </param>
    public static LintResult<Texts> Read(ContentFiles files, string folder)
    {
        var findings = new List<LintFinding>();
        var placed = new Dictionary<string, PlacedText>();
        Place(files, folder, placed, findings);
        return new(
            findings.Count == 0
                ? new(Locales.Tag(Language(folder)), placed.ToImmutableDictionary(text => text.Key, text => text.Value.Words))
                : null,
            [.. findings]);
    }

    /// <summary>The languages below a folder such as <c>texts</c>, in order.</summary>
    internal static ImmutableArray<string> Languages(ContentFiles files, string folder) =>
        [.. files.Under(folder).Select(path => path.Split('/')).Where(parts => parts.Length > 2).Select(parts => parts[1]).Distinct()];

    /// <summary>Adds each text of a folder with its place, and then what differs from it. A duplicate key keeps its first text.</summary>
    internal static void Place(
        ContentFiles files, string folder, Dictionary<string, PlacedText> placed, ICollection<LintFinding> findings)
    {
        var tag = Language(folder);
        PlaceFolder(files, folder[..^tag.Length] + Locales.Folder(tag), placed, findings);
        if (!Locales.Differs(tag))
        {
            return;
        }

        foreach (var (key, text) in Differences(files, folder + ".yaml", findings))
        {
            if (!placed.TryGetValue(key, out var was))
            {
                findings.Add(new(text.File, text.Line, key, $"There is no such text in {Locales.Folder(tag)}, so nothing can differ from it: is the key misspelt?"));
            }
            else if (was.Words == text.Words)
            {
                findings.Add(new(text.File, text.Line, key, $"These words are those of {Locales.Folder(tag)}: leave them out."));
            }

            placed[key] = text;
        }
    }

    /// <summary>What a file of differences says, such as <c>texts/es-ES.yaml</c>; nothing where it is missing.</summary>
    internal static Dictionary<string, PlacedText> Differences(ContentFiles files, string path, ICollection<LintFinding> findings)
    {
        var differences = new Dictionary<string, PlacedText>();
        if (files.Has(path))
        {
            PlaceFile(files, path, differences, findings);
        }

        return differences;
    }

    private static void PlaceFolder(
        ContentFiles files, string folder, Dictionary<string, PlacedText> placed, ICollection<LintFinding> findings)
    {
        if (!IsLanguage(Language(folder)))
        {
            findings.Add(new(files.Shown(folder), 0, "", $"\"{Language(folder)}\" is no language: use a tag such as \"en\"."));
        }

        foreach (var path in files.Under(folder))
        {
            PlaceFile(files, path, placed, findings);
        }
    }

    private static void PlaceFile(
        ContentFiles files, string path, Dictionary<string, PlacedText> placed, ICollection<LintFinding> findings)
    {
        var file = files.Shown(path);
        var root = files.Text(path, findings) is { } text ? Yaml.Parse(text, file, findings) : null;
        if (root is YamlMap)
        {
            Flatten(root, "", file, placed, findings);
        }
        else if (root is not null)
        {
            findings.Add(new(file, root.Line, "", "The file must hold keys with texts, such as \"title: Today\"."));
        }
    }

    private static string Language(string folder) => folder[(folder.LastIndexOf('/') + 1)..];

    private static bool IsLanguage(string tag)
    {
        try
        {
            return LanguageTag().IsMatch(tag) && CultureInfo.GetCultureInfo(tag, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static void Flatten(
        YamlNode node, string key, string file, Dictionary<string, PlacedText> placed, ICollection<LintFinding> findings)
    {
        switch (node)
        {
            case YamlMap map:
                foreach (var entry in map.Entries)
                {
                    var below = Yaml.Join(key, entry.Key);
                    if (Key().IsMatch(entry.Key))
                    {
                        Flatten(entry.Value, below, file, placed, findings);
                    }
                    else
                    {
                        findings.Add(new(file, entry.Line, below, "A key is made of letters, digits and hyphens."));
                    }
                }

                break;
            case YamlList list:
                for (var i = 0; i < list.Items.Length; i++)
                {
                    Flatten(list.Items[i], FormattableString.Invariant($"{key}.{i + 1}"), file, placed, findings);
                }

                break;
            case YamlScalar { Value.Length: 0 } empty:
                findings.Add(new(file, empty.Line, key, "The text is empty."));
                break;
            case YamlScalar scalar when !placed.TryAdd(key, new(scalar.Value, file, scalar.Line)):
                findings.Add(new(file, scalar.Line, key, $"The text stands already in {placed[key].File}:{placed[key].Line}."));
                break;
        }
    }

    [GeneratedRegex("^[A-Za-z0-9]+([-.][A-Za-z0-9]+)*$")]
    private static partial Regex Key();

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex LanguageTag();
}

/// <summary>Texts, and where they are.</summary>
internal sealed record PlacedText(string Words, string File, int Line);
