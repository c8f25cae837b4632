using System.Text.Json;
using System.Text.Json.Serialization;
using Footing.Journal;

namespace Footing.Snapshots;

/// <summary>
/// Answers as an array in the order of the questions, null where there is none: a third of their size with names.
/// </summary>
internal sealed class AnswersConverter : JsonConverter<Answers>
{
    public override Answers Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var answers = new List<Answer?>(Question.All.Length);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            answers.Add(reader.TokenType switch
            {
                JsonTokenType.Number => Answer.Of(reader.GetInt32()),
                JsonTokenType.String => Answer.Of(reader.GetString()!),
                _ => null,
            });
        }

        return Answers.InOrder(answers);
    }

    public override void Write(Utf8JsonWriter writer, Answers value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var question in Question.All)
        {
            switch (value[question.Id])
            {
                case { Number: { } number }:
                    writer.WriteNumberValue(number);
                    break;
                case { Word: { } word }:
                    writer.WriteStringValue(word);
                    break;
                default:
                    writer.WriteNullValue();
                    break;
            }
        }

        writer.WriteEndArray();
    }
}
