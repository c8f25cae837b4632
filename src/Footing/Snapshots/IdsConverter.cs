using System.Text.Json;
using System.Text.Json.Serialization;

namespace Footing.Snapshots;

/// <summary>Ids as 16 bytes each, together in Base64: half the size of their text.</summary>
internal sealed class IdsConverter : JsonConverter<ImmutableArray<Guid>>
{
    private const int Size = 16;

    public override ImmutableArray<Guid> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var bytes = reader.GetBytesFromBase64();
        var ids = ImmutableArray.CreateBuilder<Guid>(bytes.Length / Size);
        for (var at = 0; at < bytes.Length; at += Size)
        {
            ids.Add(new(bytes.AsSpan(at, Size)));
        }

        return ids.MoveToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<Guid> value, JsonSerializerOptions options)
    {
        var bytes = new byte[value.Length * Size];
        for (var i = 0; i < value.Length; i++)
        {
            value[i].TryWriteBytes(bytes.AsSpan(i * Size));
        }

        writer.WriteBase64StringValue(bytes);
    }
}
