using System.Text.Json;
using System.Text.Json.Nodes;

namespace Footing.Journal;

/// <summary>
/// Reads JSON that was stored unchanged. What is missing or has another type is null. So is a string that is not valid
/// text: JSON can write half of a surrogate pair (<c>"\ud800"</c>), for which the framework's own reader throws.
/// Nothing here throws, whatever an entry holds.
/// </summary>
public static class LenientJson
{
    /// <summary>One JSON value; null where it is not JSON.</summary>
    public static JsonElement? Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text of a JSON string; null for anything else.</summary>
    public static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The text of an object's member; null where there is none.</summary>
    public static string? Text(JsonElement json, string member) => Member(json, member) is { } value ? Text(value) : null;

    /// <summary>A member of an object; null where there is none.</summary>
    public static JsonElement? Member(JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            return json.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            // The name of another member is not valid text.
            return json.EnumerateObject().Where(member => Name(member) == name).Select(member => (JsonElement?)member.Value).LastOrDefault();
        }
    }

    /// <summary>The name of an object's member; null where it is not valid text.</summary>
    public static string? Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>
    /// A whole number; null for anything else. Its form does not matter, as in JSON Schema: <c>5</c>, <c>5.0</c> and
    /// <c>5e0</c> are 5.
    /// </summary>
    public static int? Whole(JsonElement value) => value.ValueKind != JsonValueKind.Number ? null
        : value.TryGetInt32(out var number) ? number
        : JsonNumber.Of(value).ToInt32();

    /// <summary>
    /// A copy of an object's members, to change them; none for anything else. Invalid text is left out.
    /// </summary>
    public static JsonObject Fields(JsonElement json)
    {
        var fields = new JsonObject();
        if (json.ValueKind != JsonValueKind.Object)
        {
            return fields;
        }

        foreach (var member in json.EnumerateObject())
        {
            if (Name(member) is { } name && TryNode(member.Value, out var node))
            {
                fields[name] = node;
            }
        }

        return fields;
    }

    private static bool TryNode(JsonElement value, out JsonNode? node)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                node = Fields(value);
                return true;
            case JsonValueKind.Array:
                var items = new JsonArray();
                foreach (var item in value.EnumerateArray())
                {
                    if (TryNode(item, out var kept))
                    {
                        items.Add(kept);
                    }
                }

                node = items;
                return true;
            case JsonValueKind.String:
                node = Text(value) is { } text ? JsonValue.Create(text) : null;
                return node is not null;
            default:
                node = JsonValue.Create(value.Clone());
                return true;
        }
    }
}
