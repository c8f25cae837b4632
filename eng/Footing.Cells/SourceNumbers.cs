using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Footing.Cells;

/// <summary>A number as written in a source file.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Text">How it is written: digits, or the name of a constant.</param>
/// <param name="Value">Its value.</param>
internal sealed record SourceNumber(int Line, int Column, string Text, decimal Value);

/// <summary>The numbers of a source file outside comments and strings, as digits or as names of constants.</summary>
internal sealed partial class SourceNumbers
{
    private SourceNumbers(string[] lines, ImmutableArray<SourceNumber> all)
    {
        Lines = lines;
        All = all;
    }

    /// <summary>The file's lines.</summary>
    public string[] Lines { get; }

    /// <summary>Its numbers in the order of the text.</summary>
    public ImmutableArray<SourceNumber> All { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="constants">The value of each constant by its name.</param>
    public static SourceNumbers Read(string text, IReadOnlyDictionary<string, decimal> constants)
    {
        var lines = text.Split('\n');
        var numbers = ImmutableArray.CreateBuilder<SourceNumber>();
        // Comments and strings are replaced by blanks, so that columns stay.
        var code = Silent().Replace(text, silent => Regex.Replace(silent.Value, "[^\n]", " ")).Split('\n');
        for (var i = 0; i < code.Length; i++)
        {
            // A constant's number is altered where its name is read; an enum member's is not a number of a rule.
            if (Declaration().IsMatch(code[i]))
            {
                continue;
            }

            foreach (Match word in Word().Matches(code[i]))
            {
                if (constants.TryGetValue(word.Value[(word.Value.LastIndexOf('.') + 1)..], out var value) ||
                    decimal.TryParse(word.Value.TrimEnd('m', 'd', 'L').Replace("_", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out value))
                {
                    numbers.Add(new(i + 1, word.Index + 1, word.Value, value));
                }
            }
        }

        return new(lines, numbers.ToImmutable());
    }

    /// <summary>The constants that a file declares, by name.</summary>
    public static IEnumerable<KeyValuePair<string, decimal>> Constants(string text) =>
        from Match declared in Declared().Matches(text)
        select KeyValuePair.Create(declared.Groups[1].Value, decimal.Parse(declared.Groups[2].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\bconst \w+ (\w+) = (\d+(?:\.\d+)?)m?;")]
    private static partial Regex Declared();

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|\$?"(\\.|[^"\\\n])*"|'(\\.|[^'\\])'""", RegexOptions.Singleline)]
    private static partial Regex Silent();

    [GeneratedRegex(@"\bconst\s|^ *[A-Z][a-z]+ = \d,$")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(?<![\w.])((?:(?<=[(,=?:] ?)-)?\d[\d_]*(\.\d+)?[mdL]?|(\w+\.)?[A-Za-z_]\w*)\b")]
    private static partial Regex Word();
}
