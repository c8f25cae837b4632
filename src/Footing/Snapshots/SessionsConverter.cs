using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;
using Footing.Plans;

namespace Footing.Snapshots;

/// <summary>
/// Sessions as 20 bytes each (date, id), together in Base64: below an exercise's cap they may add up for years.
/// </summary>
internal sealed class SessionsConverter : JsonConverter<ImmutableArray<SessionReference>>
{
    private const int Size = sizeof(int) + 16;

    public override ImmutableArray<SessionReference> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var bytes = reader.GetBytesFromBase64();
        var sessions = ImmutableArray.CreateBuilder<SessionReference>(bytes.Length / Size);
        for (var at = 0; at < bytes.Length; at += Size)
        {
            sessions.Add(new(
                DateOnly.FromDayNumber(BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at))),
                new(bytes.AsSpan(at + sizeof(int), Size - sizeof(int)))));
        }

        return sessions.MoveToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<SessionReference> value, JsonSerializerOptions options)
    {
        var bytes = new byte[value.Length * Size];
        for (var i = 0; i < value.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(i * Size), value[i].On.DayNumber);
            value[i].Entry.TryWriteBytes(bytes.AsSpan((i * Size) + sizeof(int)));
        }

        writer.WriteBase64StringValue(bytes);
    }
}
