using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Footing.Journal;

namespace Footing.Snapshots;

/// <summary>Dates of tests as an object, by question.</summary>
internal sealed class MeasuredDatesConverter : JsonConverter<MeasuredDates>
{
    public override MeasuredDates Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var measured = MeasuredDates.None;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var question = reader.GetString()!;
            reader.Read();
            measured = measured.With(question, DateOnly.ParseExact(reader.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return measured;
    }

    public override void Write(Utf8JsonWriter writer, MeasuredDates value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (question, on) in value.All)
        {
            writer.WriteString(question, on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        writer.WriteEndObject();
    }
}
