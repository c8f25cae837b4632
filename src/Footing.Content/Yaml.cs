using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Footing.Content;

/// <summary>A node of a YAML file with its line, from 1.</summary>
internal abstract record YamlNode(int Line)
{
    /// <summary>The line of the node at a path such as <c>levels.2.dose</c>, or of its nearest parent.</summary>
    internal int LineAt(string path)
    {
        var (node, line) = (this, Line);
        foreach (var step in path.Split('.'))
        {
            switch (node)
            {
                case YamlMap map when map.Entries.FirstOrDefault(entry => entry.Key == step) is { } entry:
                    (node, line) = (entry.Value, entry.Line);
                    break;
                case YamlList list when int.TryParse(step, CultureInfo.InvariantCulture, out var i) && i >= 1 && i <= list.Items.Length:
                    node = list.Items[i - 1];
                    line = node.Line;
                    break;
                default:
                    return line;
            }
        }

        return line;
    }
}

/// <summary>A text, or a number: YAML's own guesses about types are not used.</summary>
internal sealed record YamlScalar(int Line, string Value) : YamlNode(Line);

internal sealed record YamlList(int Line, ImmutableArray<YamlNode> Items) : YamlNode(Line);

internal sealed record YamlMap(int Line, ImmutableArray<YamlEntry> Entries) : YamlNode(Line);

internal sealed record YamlEntry(string Key, int Line, YamlNode Value);

/// <summary>
/// Builds the tree of a YAML file from the parser's events, because YamlDotNet's own tree throws at the first duplicate
/// key, and a person who corrects a file wants to see everything at once.
/// </summary>
internal sealed partial class Yaml
{
    /// <summary>Deeper than any file needs, and shallow enough that no file can exhaust the stack.</summary>
    private const int Depth = 16;

    private readonly Parser _parser;
    private readonly string _file;
    private readonly ICollection<LintFinding> _findings;
    private readonly Dictionary<string, YamlNode> _anchors = [];

    private Yaml(string text, string file, ICollection<LintFinding> findings)
    {
        _parser = new(new StringReader(text));
        _file = file;
        _findings = findings;
    }

    /// <summary>The one document of a file; null if it cannot be parsed. Problems are added to the findings.</summary>
    internal static YamlNode? Parse(string text, string file, ICollection<LintFinding> findings)
    {
        if (Tabs(text, file, findings))
        {
            return null;
        }

        var yaml = new Yaml(text, file, findings);
        try
        {
            return yaml.Document();
        }
        catch (YamlException e)
        {
            findings.Add(new(file, Line(e.Start), "", "This is not YAML: " + e.Message.TrimEnd('.') + "."));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // The scanner lets its own exceptions through, such as for a bracket that is never closed.
            var line = yaml._parser.Current is { } last ? Line(last.End) : 1;
            findings.Add(new(file, line, "", "This is not YAML: a bracket, a brace or a quotation mark may not be closed."));
        }

        return null;
    }

    /// <summary>
    /// A tab makes the parser report something else, lines later; so tabs are looked for first.
    /// </summary>
    private static bool Tabs(string text, string file, ICollection<LintFinding> findings)
    {
        var found = false;
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.Contains('\t', StringComparison.Ordinal))
            {
                found = true;
                findings.Add(new(file, number, KeyOfLine().Match(line).Groups[1].Value, "There is a tab: use spaces."));
            }
        }

        return found;
    }

    private YamlNode? Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            _findings.Add(new(_file, 1, "", "The file is empty."));
            return null;
        }

        _parser.Consume<DocumentStart>();
        var root = Node("", 0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
        {
            _findings.Add(new(_file, Line(second.Start), "", "A second document begins here: a file holds one."));
        }

        return root;
    }

    private YamlNode Node(string path, int depth)
    {
        if (depth > Depth)
        {
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, $"the nesting is deeper than {Depth}");
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Aliased(alias, path);
        }

        // After an error of the scanner, such as at a control character, an end may be where a value is expected.
        if (_parser.Current is not NodeEvent start)
        {
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, "a value is missing here");
        }

        if (!start.Tag.IsEmpty)
        {
            _findings.Add(new(_file, Line(start.Start), path, $"The tag \"{start.Tag}\" is not used here: leave it out."));
        }

        YamlNode node = _parser.TryConsume<Scalar>(out var scalar) ? new YamlScalar(Line(scalar.Start), scalar.Value.Trim())
            : _parser.TryConsume<SequenceStart>(out var list) ? List(Line(list.Start), path, depth)
            : Map(Line(_parser.Consume<MappingStart>().Start), path, depth);
        if (!start.Anchor.IsEmpty)
        {
            _anchors[start.Anchor.Value] = node;
        }

        return node;
    }

    /// <summary>An alias repeats a text or a list of texts, not a map: a small file could become huge.</summary>
    private YamlNode Aliased(AnchorAlias alias, string path)
    {
        var line = Line(alias.Start);
        switch (_anchors.GetValueOrDefault(alias.Value.Value))
        {
            case YamlScalar scalar:
                return scalar with { Line = line };
            case YamlList list when list.Items.All(item => item is YamlScalar):
                return new YamlList(line, list.Items);
            default:
                _findings.Add(new(_file, line, path, $"\"*{alias.Value.Value}\" names no text or list of texts above it."));
                return new YamlScalar(line, alias.Value.Value);
        }
    }

    private YamlList List(int line, string path, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(Join(path, (items.Count + 1).ToString(CultureInfo.InvariantCulture)), depth + 1));
        }

        return new(line, items.ToImmutable());
    }

    private YamlMap Map(int line, string path, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var lines = new Dictionary<string, int>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var key))
            {
                throw new YamlException(_parser.Current!.Start, _parser.Current.End, "a key must be a plain text");
            }

            var at = Line(key.Start);
            var keyPath = Join(path, key.Value);
            var value = Node(keyPath, depth + 1);
            if (lines.TryAdd(key.Value, at))
            {
                entries.Add(new(key.Value, at, value));
            }
            else
            {
                _findings.Add(new(_file, at, keyPath, $"The key stands twice, first in line {lines[key.Value]}: keep one."));
            }
        }

        return new(line, entries.ToImmutable());
    }

    internal static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static int Line(Mark mark) => (int)Math.Min(mark.Line, int.MaxValue);

    [GeneratedRegex(@"^\s*(?:-\s+)?([A-Za-z0-9-]+)\s*:")]
    private static partial Regex KeyOfLine();
}
