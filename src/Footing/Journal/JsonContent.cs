using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Footing.Journal;

/// <summary>Compares JSON by content, not by bytes.</summary>
public static class JsonContent
{
    private static readonly ByContent Values = new();

    /// <summary>
    /// Whether two entries have the same content: equal JSON values, whatever the order of members, the white space,
    /// the escapes in strings or the form of numbers (<c>1</c>, <c>1.0</c> and <c>1e0</c> are equal). Shape: UTF-8
    /// JSON, one value each, nested at most 64 deep. A string that is not valid text (half of a surrogate pair,
    /// escaped) equals only its own bytes.
    /// </summary>
    /// <exception cref="JsonException">One of them is not JSON.</exception>
    public static bool Same(ReadOnlyMemory<byte> one, ReadOnlyMemory<byte> other)
    {
        if (one.Span.SequenceEqual(other.Span))
        {
            return true;
        }

        using var first = JsonDocument.Parse(one);
        using var second = JsonDocument.Parse(other);
        return Same(first.RootElement, second.RootElement);
    }

    /// <summary>
    /// Whether two entries have the same content (<see cref="Same(ReadOnlyMemory{byte}, ReadOnlyMemory{byte})"/>)
    /// except for some members, which each may have or lack. Shape: UTF-8 JSON, an object each.
    /// </summary>
    /// <param name="one">An entry.</param>
    /// <param name="other">Another.</param>
    /// <param name="names">The members that are ignored.</param>
    /// <exception cref="JsonException">One of them is not JSON.</exception>
    /// <exception cref="InvalidOperationException">One of them is not an object.</exception>
    public static bool SameButFor(ReadOnlyMemory<byte> one, ReadOnlyMemory<byte> other, params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        using var first = JsonDocument.Parse(one);
        using var second = JsonDocument.Parse(other);
        return Same(ByName(first.RootElement, names), ByName(second.RootElement, names));
    }

    /// <summary>
    /// The same JSON on one line, for files with one entry per line: line breaks between its parts become spaces.
    /// Inside a string JSON has none, so nothing is lost. The very same bytes when there are none.
    /// </summary>
    public static ReadOnlyMemory<byte> OnOneLine(ReadOnlyMemory<byte> json)
    {
        if (!json.Span.ContainsAny((byte)'\r', (byte)'\n'))
        {
            return json;
        }

        var line = json.ToArray();
        line.AsSpan().Replace((byte)'\r', (byte)' ');
        line.AsSpan().Replace((byte)'\n', (byte)' ');
        return line;
    }

    // The framework's own comparison throws for numbers with a huge exponent and for strings that are not valid text.
    internal static bool Same(JsonElement one, JsonElement other) => one.ValueKind == other.ValueKind && one.ValueKind switch
    {
        JsonValueKind.Object => SameMembers(one, other),
        JsonValueKind.Array => one.EnumerateArray().SequenceEqual(other.EnumerateArray(), Values),
        JsonValueKind.Number => JsonNumber.Of(one) == JsonNumber.Of(other),
        JsonValueKind.String => LenientJson.Text(one) is { } text
            ? text == LenientJson.Text(other)
            : JsonMarshal.GetRawUtf8Value(one).SequenceEqual(JsonMarshal.GetRawUtf8Value(other)),
        _ => true,
    };

    private static bool SameMembers(JsonElement one, JsonElement other) => Same(ByName(one), ByName(other));

    /// <summary>The values of a name that is given more than once are compared in their order.</summary>
    private static bool Same(ILookup<string, JsonElement> first, ILookup<string, JsonElement> second) =>
        first.Count == second.Count && first.All(values => values.SequenceEqual(second[values.Key], Values));

    private static ILookup<string, JsonElement> ByName(JsonElement json, params string[] without) =>
        json.EnumerateObject().Where(member => !without.Contains(NameOf(member))).ToLookup(NameOf, member => member.Value, StringComparer.Ordinal);

    /// <summary>The name; where it is not valid text, its bytes after a mark that no valid text has.</summary>
    private static string NameOf(JsonProperty member) =>
        LenientJson.Name(member) ?? "\ud800" + Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member));

    private sealed class ByContent : IEqualityComparer<JsonElement>
    {
        public bool Equals(JsonElement one, JsonElement other) => Same(one, other);

        public int GetHashCode(JsonElement value) => (int)value.ValueKind;
    }
}
