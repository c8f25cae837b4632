using System.Text.Json;

namespace Footing.Journal;

/// <summary>What two pieces of JSON have in common, whatever their bytes.</summary>
public static class JsonContent
{
    /// <summary>
    /// Whether two entries have the same content: equal JSON values, whatever the order of members, the
    /// white space, the escapes in strings or the form of numbers (<c>1</c>, <c>1.0</c> and <c>1e0</c> are
    /// equal). Shape: UTF-8 JSON, one value each, nested at most 64 deep. A string that is no text (half
    /// of a surrogate pair, escaped) equals only its own bytes.
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
        try
        {
            return JsonElement.DeepEquals(first.RootElement, second.RootElement);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>
    /// Whether two entries have the same content (<see cref="Same"/>) but for some members, which either may have or lack.
    /// Shape: UTF-8 JSON, an object each. An object with a name that is no text equals only its own bytes.
    /// </summary>
    /// <param name="one">An entry.</param>
    /// <param name="other">Another.</param>
    /// <param name="names">The members of the two objects that are passed over.</param>
    /// <exception cref="JsonException">One of them is not JSON.</exception>
    /// <exception cref="InvalidOperationException">One of them is no object.</exception>
    public static bool SameButFor(ReadOnlyMemory<byte> one, ReadOnlyMemory<byte> other, params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return one.Span.SequenceEqual(other.Span) || (Without(one, names), Without(other, names)) is ({ } first, { } second) && Same(first, second);
    }

    /// <summary>
    /// The same JSON on one line, for files with an entry a line: line breaks between its parts become
    /// spaces. Inside a string JSON has none, so nothing is lost. The very same bytes when there are none.
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

    /// <summary>An object without some members; null where it holds text that is none.</summary>
    private static byte[]? Without(ReadOnlyMemory<byte> json, string[] names)
    {
        using var document = JsonDocument.Parse(json);
        var members = document.RootElement.EnumerateObject();
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            try
            {
                foreach (var member in members)
                {
                    if (!names.Contains(member.Name))
                    {
                        member.WriteTo(writer);
                    }
                }
            }
            catch (InvalidOperationException)
            {
                return null;
            }

            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
