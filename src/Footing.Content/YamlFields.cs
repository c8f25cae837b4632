using System.Globalization;

namespace Footing.Content;

/// <summary>
/// The fields of one map of a YAML file, read by name. What is missing or wrong is added to the findings and read as
/// null, so that reading continues; <see cref="Close"/> finds every key that was not read.
/// </summary>
internal sealed class YamlFields
{
    private readonly ImmutableDictionary<string, YamlEntry> _entries;
    private readonly HashSet<string> _asked = [];
    private readonly ICollection<LintFinding> _findings;
    private readonly YamlMap _map;
    private readonly string _path;

    private YamlFields(YamlMap map, string file, string path, ICollection<LintFinding> findings)
    {
        _entries = map.Entries.ToImmutableDictionary(entry => entry.Key);
        Keys = [.. map.Entries.Select(entry => entry.Key)];
        File = file;
        _map = map;
        _path = path;
        _findings = findings;
    }

    /// <summary>The name of the file in findings.</summary>
    internal string File { get; }

    /// <summary>All keys, in the order of the file.</summary>
    internal ImmutableArray<string> Keys { get; }

    /// <summary>The root map of a file; null, and a finding, when it is missing or not a map.</summary>
    internal static YamlFields? Open(ContentFiles files, string path, ICollection<LintFinding> findings)
    {
        var file = files.Shown(path);
        switch (files.Text(path, findings) is { } text ? Yaml.Parse(text, file, findings) : null)
        {
            case YamlMap map:
                return new(map, file, "", findings);
            case { } other:
                findings.Add(new(file, other.Line, "", "The file must hold keys with values, such as \"id: ball-roll\"."));
                return null;
            default:
                return null;
        }
    }

    internal bool Has(string key) => _entries.ContainsKey(key);

    /// <summary>Adds a finding.</summary>
    /// <param name="field">
    /// A key of this map or a path below it, such as <c>levels.2.dose</c>; its line is that of the nearest existing
    /// part. Empty for the map itself.
    /// </param>
    /// <param name="message">What was found and what is expected.</param>
    internal void Report(string field, string message) => _findings.Add(new(
        File,
        field.Length == 0 ? _map.Line : _map.LineAt(field),
        field.Length == 0 ? _path : Yaml.Join(_path, field),
        message));

    /// <summary>The text of a key; null, and a finding, when it is missing, empty or not text.</summary>
    internal string? Text(string key) => Needed(key) is { } node ? AsText(key, node) : null;

    /// <summary>The text of a key; null without a finding when the key is missing.</summary>
    internal string? TextIfAny(string key) => Has(key) ? Text(key) : null;

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    internal int? Whole(string key, int least = int.MinValue, int most = int.MaxValue)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Report(key, $"\"{text}\" is not a whole number.");
            return null;
        }

        if (number < least || number > most)
        {
            Report(key, most == int.MaxValue
                ? $"{number} is too small: it must be {least} or more."
                : $"{number} is out of range: it must be {least} to {most}.");
            return null;
        }

        return number;
    }

    /// <summary>A number, such as <c>0.25</c>.</summary>
    internal double? Number(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        Report(key, $"\"{text}\" is not a number.");
        return null;
    }

    /// <summary>Yes or no, written <c>true</c> or <c>false</c>; false when the key is missing.</summary>
    internal bool Flag(string key)
    {
        var text = TextIfAny(key);
        if (text is not (null or "true" or "false"))
        {
            Report(key, $"\"{text}\" is neither true nor false.");
        }

        return text == "true";
    }

    /// <summary>One of a fixed set of ids.</summary>
    /// <param name="key">The key.</param>
    /// <param name="find">The value with an id, or null.</param>
    /// <param name="known">The valid ids, for the finding.</param>
    internal T? Choice<T>(string key, Func<string?, T?> find, IEnumerable<string> known)
        where T : struct
    {
        if (Text(key) is not { } id)
        {
            return null;
        }

        if (find(id) is { } value)
        {
            return value;
        }

        Report(key, NotKnown(id, known));
        return null;
    }

    /// <summary>The thing that a text names; null, and a finding, when nothing has that name.</summary>
    internal T? Named<T>(string key, Func<string, T?> find, IEnumerable<string> known)
        where T : class
    {
        if (Text(key) is not { } id)
        {
            return null;
        }

        if (find(id) is { } value)
        {
            return value;
        }

        Report(key, NotKnown(id, known));
        return null;
    }

    /// <summary>A list of texts; empty, and a finding, when it is missing or something else.</summary>
    internal ImmutableArray<string> Texts(string key)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var (place, node) in Items(key))
        {
            if (AsText(place, node) is { } text)
            {
                texts.Add(text);
            }
        }

        return texts.ToImmutable();
    }

    /// <summary>A list of texts; empty without a finding when the key is missing.</summary>
    internal ImmutableArray<string> TextsIfAny(string key) => Has(key) ? Texts(key) : [];

    /// <summary>A map below a key; null, and a finding, when it is missing or something else.</summary>
    internal YamlFields? Map(string key) => Needed(key) is { } node ? AsMap(key, node) : null;

    /// <summary>A list of maps; empty, and a finding, when it is missing or something else.</summary>
    internal ImmutableArray<YamlFields> Maps(string key)
    {
        var maps = ImmutableArray.CreateBuilder<YamlFields>();
        foreach (var (place, node) in Items(key))
        {
            if (AsMap(place, node) is { } map)
            {
                maps.Add(map);
            }
        }

        return maps.ToImmutable();
    }

    /// <summary>A list of maps; empty without a finding when the key is missing.</summary>
    internal ImmutableArray<YamlFields> MapsIfAny(string key) => Has(key) ? Maps(key) : [];

    /// <summary>Finds every key that was not read: usually a misspelt one.</summary>
    internal void Close()
    {
        foreach (var key in Keys)
        {
            if (!_asked.Contains(key))
            {
                Report(key, $"The key is not known here: the keys are {string.Join(", ", _asked)}.");
            }
        }
    }

    private YamlNode? Needed(string key)
    {
        _asked.Add(key);
        if (_entries.TryGetValue(key, out var entry))
        {
            return entry.Value;
        }

        Report(key, "The key is missing.");
        return null;
    }

    private IEnumerable<(string Place, YamlNode Node)> Items(string key)
    {
        switch (Needed(key))
        {
            case YamlList { Items.IsEmpty: false } list:
                return list.Items.Select((node, i) => (FormattableString.Invariant($"{key}.{i + 1}"), node));
            case { } other:
                Wrong(key, other, "a list of at least one");
                return [];
            default:
                return [];
        }
    }

    private string? AsText(string place, YamlNode node)
    {
        if (node is YamlScalar { Value.Length: > 0 } scalar)
        {
            return scalar.Value;
        }

        Wrong(place, node, "a text or a number");
        return null;
    }

    private YamlFields? AsMap(string place, YamlNode node)
    {
        if (node is YamlMap map)
        {
            return new(map, File, Yaml.Join(_path, place), _findings);
        }

        Wrong(place, node, "keys with values");
        return null;
    }

    private void Wrong(string place, YamlNode node, string expected)
    {
        var found = node switch
        {
            YamlScalar { Value.Length: 0 } => "nothing",
            YamlScalar scalar => $"\"{scalar.Value}\"",
            YamlList { Items.IsEmpty: true } => "an empty list",
            YamlList => "a list",
            _ => "keys with values",
        };
        _findings.Add(new(File, node.Line, Yaml.Join(_path, place), $"Here is {found}; expected is {expected}."));
    }

    private static string NotKnown(string id, IEnumerable<string> known) => $"\"{id}\" is not known: it must be one of {string.Join(", ", known)}.";
}
