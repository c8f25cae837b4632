using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Footing.Tests.Journal;

/// <summary>
/// JSON Schema (draft 7) by the letter, as far as the contract uses it: numbers by their exact value, lengths in code
/// points, strings with half of a surrogate pair too. A keyword that it does not know is an error, so that nothing is
/// passed over in silence.
/// </summary>
internal sealed partial class DraftSevenSchema(JsonElement root)
{
    public static DraftSevenSchema Read(string file) => new(JsonDocument.Parse(File.ReadAllBytes(file)).RootElement);

    /// <summary>Whether the schema takes a value.</summary>
    public bool Takes(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Takes(root, document.RootElement);
    }

    private bool Takes(JsonElement schema, JsonElement value) => schema.TryGetProperty("$ref", out var reference)
        ? Takes(root.GetProperty("definitions").GetProperty(reference.GetString()!["#/definitions/".Length..]), value)
        : schema.EnumerateObject().All(keyword => Holds(keyword.Name, keyword.Value, schema, value));

    private bool Holds(string keyword, JsonElement rule, JsonElement schema, JsonElement value) => keyword switch
    {
        "$schema" or "$id" or "title" or "description" or "definitions" => true,
        "type" => rule.ValueKind == JsonValueKind.Array ? rule.EnumerateArray().Any(type => IsOf(type.GetString()!, value)) : IsOf(rule.GetString()!, value),
        "enum" => rule.EnumerateArray().Any(word => word.ValueKind == value.ValueKind && (value.ValueKind != JsonValueKind.String || Text(word) == Text(value))),
        "not" => !Takes(rule, value),
        "oneOf" => rule.EnumerateArray().Count(one => Takes(one, value)) == 1,
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(Text(value), rule.GetString()!),
        "minLength" => value.ValueKind != JsonValueKind.String || Length(value) >= rule.GetInt32(),
        "maxLength" => value.ValueKind != JsonValueKind.String || Length(value) <= rule.GetInt32(),
        "minimum" => value.ValueKind != JsonValueKind.Number || Compare(value, rule) >= 0,
        "maximum" => value.ValueKind != JsonValueKind.Number || Compare(value, rule) <= 0,
        "required" => value.ValueKind != JsonValueKind.Object || rule.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        "properties" => value.ValueKind != JsonValueKind.Object ||
            rule.EnumerateObject().All(property => !value.TryGetProperty(property.Name, out var member) || Takes(property.Value, member)),
        "patternProperties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(member =>
            rule.EnumerateObject().All(property => !Regex.IsMatch(member.Name, property.Name) || Takes(property.Value, member.Value))),
        "additionalProperties" when rule.ValueKind == JsonValueKind.False => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(member => IsNamed(schema, member.Name)),
        "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => Takes(rule, item)),
        "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.GetInt32(),
        "maxItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= rule.GetInt32(),
        "uniqueItems" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count() == value.GetArrayLength(),
        _ => throw new NotSupportedException($"The keyword {keyword} is not known here."),
    };

    private static bool IsNamed(JsonElement schema, string name) =>
        (schema.TryGetProperty("properties", out var named) && named.TryGetProperty(name, out _)) ||
        (schema.TryGetProperty("patternProperties", out var patterns) && patterns.EnumerateObject().Any(pattern => Regex.IsMatch(name, pattern.Name)));

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "integer" => value.ValueKind == JsonValueKind.Number && Rational(value) is var (above, below) && above % below == 0,
        "number" => value.ValueKind == JsonValueKind.Number,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => throw new NotSupportedException($"The type {type} is not known here."),
    };

    private static int Compare(JsonElement one, JsonElement other)
    {
        var ((above, below), (otherAbove, otherBelow)) = (Rational(one), Rational(other));
        return (above * otherBelow).CompareTo(otherAbove * below);
    }

    /// <summary>A number as a fraction. An exponent beyond a thousand is taken for a thousand: no bound of the contract is near.</summary>
    private static (BigInteger Above, BigInteger Below) Rational(JsonElement value)
    {
        var parts = Number().Match(value.GetRawText());
        var (whole, fraction) = (parts.Groups["whole"].Value, parts.Groups["fraction"].Value);
        var exponent = parts.Groups["exponent"].Value is { Length: > 0 } text ? BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        var shift = (int)BigInteger.Max(-1000, BigInteger.Min(1000, exponent)) - fraction.Length;
        var digits = BigInteger.Parse(whole + fraction, CultureInfo.InvariantCulture);
        return shift >= 0 ? (digits * BigInteger.Pow(10, shift), 1) : (digits, BigInteger.Pow(10, -shift));
    }

    private static int Length(JsonElement value)
    {
        var text = Text(value);
        return text.Length - Enumerable.Range(1, Math.Max(0, text.Length - 1)).Count(at => char.IsSurrogatePair(text[at - 1], text[at]));
    }

    /// <summary>A string as it is meant, halves of surrogate pairs too.</summary>
    private static string Text(JsonElement value)
    {
        var text = new StringBuilder();
        var raw = value.GetRawText().AsSpan()[1..^1];
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] != '\\')
            {
                text.Append(raw[at]);
            }
            else if (raw[++at] == 'u')
            {
                text.Append((char)int.Parse(raw.Slice(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += 4;
            }
            else
            {
                text.Append(raw[at] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var letter => letter });
            }
        }

        return text.ToString();
    }

    [GeneratedRegex(@"^(?<whole>-?[0-9]+)(\.(?<fraction>[0-9]+))?([eE](?<exponent>[+-]?[0-9]+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
