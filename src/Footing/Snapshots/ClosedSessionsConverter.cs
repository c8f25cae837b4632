using System.Text.Json;
using System.Text.Json.Serialization;

namespace Footing.Snapshots;

/// <summary>The names of closed sessions as their bytes in Base64.</summary>
internal sealed class ClosedSessionsConverter : JsonConverter<ClosedSessions>
{
    public override ClosedSessions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ClosedSessions.From(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, ClosedSessions value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(value.ToBytes());
}
