using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Footing.Exercises;

/// <summary>
/// The id of an exercise, such as <c>calf-raise</c>: kebab-case, at most 64 characters. It has no order of its own:
/// lists of exercises are in the order of their programme.
/// </summary>
[JsonConverter(typeof(JsonText))]
public readonly partial record struct ExerciseId
{
    /// <summary>An id has at most this many characters.</summary>
    public const int Longest = 64;

    private readonly string? _text;

    private ExerciseId(string text) => _text = text;

    /// <summary>The id with this text.</summary>
    /// <exception cref="ArgumentException">The text is no id.</exception>
    public static ExerciseId Of(string text) =>
        Find(text) ?? throw new ArgumentException($"\"{text}\" is not the id of an exercise.", nameof(text));

    /// <summary>The id with this text; null where the text is no id.</summary>
    public static ExerciseId? Find(string? text) =>
        text is { Length: <= Longest } && KebabCase().IsMatch(text) ? new ExerciseId(text) : null;

    /// <summary>The text, as in data.</summary>
    public override string ToString() => Id();

    /// <summary>The text, as in data; under the name that positions, sides and dispositions have for it.</summary>
    public string Id() => _text ?? "";

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex KebabCase();

    internal sealed class JsonText : JsonConverter<ExerciseId>
    {
        public override ExerciseId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Find(reader.GetString()) ?? throw new JsonException("Expected the id of an exercise.");

        public override void Write(Utf8JsonWriter writer, ExerciseId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
