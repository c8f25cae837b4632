using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Footing.Journal;

namespace Footing.Snapshots;

/// <summary>A retained entry as an array: its sequence, and its own bytes as they were accepted.</summary>
internal sealed class AcceptedEntryConverter : JsonConverter<AcceptedEntry>
{
    public override AcceptedEntry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Read();
        var sequence = reader.GetInt64();
        reader.Read();
        var json = JsonElement.ParseValue(ref reader);
        reader.Read();
        return EntryReader.From(json) is { Succeeded: true, Value: var entry }
            ? new(sequence, entry, JsonMarshal.GetRawUtf8Value(json).ToArray())
            : throw new JsonException("A retained entry cannot be read.");
    }

    public override void Write(Utf8JsonWriter writer, AcceptedEntry value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Sequence);
        writer.WriteRawValue(value.Json.Span, skipInputValidation: true);
        writer.WriteEndArray();
    }
}
