using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Footing.Journal;

namespace Footing.Snapshots;

/// <summary>
/// A snapshot as JSON. The outer object has the format and build that wrote it and a digest of the inner one, so that
/// only what this build wrote is accepted. The inner one is <see cref="SnapshotContents"/>.
/// </summary>
internal static class SnapshotJson
{
    /// <summary>
    /// Raised when the same members are written in another shape. Format 1 was written by hand; format 2 held only the
    /// sum of a check-in's PEG items, and not all of its measures; format 3 knew no answers of edition 2.
    /// </summary>
    private const int Format = 4;

    public static byte[] Write(SnapshotContents snapshot)
    {
        var inner = JsonSerializer.SerializeToUtf8Bytes(snapshot, SnapshotContext.Default.SnapshotContents);
        var outer = new ArrayBufferWriter<byte>(inner.Length + 256);
        using (var json = new Utf8JsonWriter(outer))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteString("build", SnapshotFingerprints.Build);
            json.WriteString("digest", SnapshotFingerprints.Digest(inner));
            json.WritePropertyName("snapshot");
            json.WriteRawValue(inner, skipInputValidation: true);
            json.WriteEndObject();
        }

        return outer.WrittenSpan.ToArray();
    }

    public static SnapshotContents? Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var outer = document.RootElement;
            return outer.ValueKind == JsonValueKind.Object &&
                outer.TryGetProperty("format", out var format) && format.ValueKind == JsonValueKind.Number &&
                format.TryGetInt32(out var number) && number == Format &&
                outer.TryGetProperty("build", out var build) && LenientJson.Text(build) == SnapshotFingerprints.Build &&
                outer.TryGetProperty("digest", out var digest) && outer.TryGetProperty("snapshot", out var inner) &&
                LenientJson.Text(digest) == SnapshotFingerprints.Digest(JsonMarshal.GetRawUtf8Value(inner))
                    ? JsonSerializer.Deserialize(JsonMarshal.GetRawUtf8Value(inner), SnapshotContext.Default.SnapshotContents)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

}
