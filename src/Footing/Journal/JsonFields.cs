using System.Globalization;
using System.Text.Json;

namespace Footing.Journal;

/// <summary>The members of one JSON object, read one by one; every problem is kept with its field's path.</summary>
internal sealed class JsonFields(JsonElement json, string prefix, List<Problem> problems)
{
    /// <summary>A text of at most this many characters is read; a longer one is a problem.</summary>
    private const int LongestName = 200;

    public JsonElement? Find(string name) =>
        LenientJson.Member(json, name) is { ValueKind: not JsonValueKind.Null } value ? value : null;

    public void Add(string name, string message) => problems.Add(new(prefix + name, message));

    public JsonElement? Need(string name)
    {
        var value = Find(name);
        if (value is null)
        {
            Add(name, "is missing");
        }

        return value;
    }

    public T Word<T>(string name, ClosedVocabulary<T> words)
        where T : struct => Need(name) is null ? default : OptionalWord(name, words) ?? default;

    public T? OptionalWord<T>(string name, ClosedVocabulary<T> words)
        where T : struct
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (LenientJson.Text(value) is { } word && words.Find(word) is { } found)
        {
            return found;
        }

        Add(name, $"expected one of {string.Join(", ", words.ByValue)}, found {Show(value)}");
        return null;
    }

    /// <summary>A word where any other value is allowed too; null for that.</summary>
    public T? KnownWord<T>(string name, ClosedVocabulary<T> words)
        where T : struct => KnownText(name) is { } word ? words.Find(word) : null;

    /// <summary>A text where any other value is allowed too; null for that.</summary>
    public string? KnownText(string name) => Find(name) is { } value ? LenientJson.Text(value) : null;

    /// <summary>A text, or the texts of a list, where any other value is allowed too; empty for that.</summary>
    public ImmutableArray<string> KnownTexts(string name) => Find(name) is not { } value ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(LenientJson.Text).OfType<string>()]
        : LenientJson.Text(value) is { } text ? [text] : [];

    public int Whole(string name, int least, int most) => Need(name) is null ? least : OptionalWhole(name, least, most) ?? least;

    public int? OptionalWhole(string name, int least, int most) =>
        Find(name) is { } value ? Whole(value, name, least, most) : null;

    public int? Whole(JsonElement value, string name, int least, int most)
    {
        if (LenientJson.Whole(value) is { } number && number >= least && number <= most)
        {
            return number;
        }

        Add(name, $"expected a whole number from {least} to {most}, found {Show(value)}");
        return null;
    }

    public decimal? OptionalNumber(string name, decimal least, decimal most) =>
        Find(name) is { } value ? Number(value, name, least, most) : null;

    public decimal? Number(JsonElement value, string name, decimal least, decimal most)
    {
        if (value.ValueKind == JsonValueKind.Number && JsonNumber.Of(value) is var given &&
            given.CompareTo(JsonNumber.Of(least)) >= 0 && given.CompareTo(JsonNumber.Of(most)) <= 0)
        {
            return value.TryGetDecimal(out var number) ? number : given.ToDecimal();
        }

        Add(name, string.Create(CultureInfo.InvariantCulture, $"expected a number from {least} to {most}, found {Show(value)}"));
        return null;
    }

    public string Name(string name)
    {
        if (Need(name) is not { } value)
        {
            return "";
        }

        // Characters as the schema counts them: one outside the basic plane counts as one.
        if (LenientJson.Text(value) is { Length: > 0 } text && (text.Length <= LongestName || TypedInput.Length(text) <= LongestName))
        {
            return text;
        }

        Add(name, $"expected a text of 1 to {LongestName} characters, found {Show(value)}");
        return "";
    }

    public Guid Uuid(string name)
    {
        if (Need(name) is not { } value)
        {
            return Guid.Empty;
        }

        // Digits and hyphens first: the framework's own parsing also accepts spaces around, signs and 0x.
        if (LenientJson.Text(value) is { } text && text.All(letter => letter == '-' || char.IsAsciiHexDigit(letter)) && Guid.TryParseExact(text, "D", out var id))
        {
            return id;
        }

        Add(name, $"expected a UUID, found {Show(value)}");
        return Guid.Empty;
    }

    public DateTimeOffset Instant(string name)
    {
        if (Need(name) is not { } value)
        {
            return default;
        }

        if (LenientJson.Text(value) is { } text && Rfc3339.Find(text) is { } at)
        {
            return at;
        }

        Add(name, $"expected a time with an offset, such as 2026-01-05T09:30:00+00:00, found {Show(value)}");
        return default;
    }

    /// <summary>The id of an exercise, of whatever programme; the default, with a problem, for anything else.</summary>
    public ExerciseId Exercise(string name) => Need(name) is { } value ? Exercise(value, name) ?? default : default;

    public ExerciseId? Exercise(JsonElement value, string name)
    {
        var id = ExerciseId.Find(LenientJson.Text(value));
        if (id is null)
        {
            AddNoExerciseId(name, Show(value));
        }

        return id;
    }

    /// <summary>Ratings of exercises, in the order in which they are given.</summary>
    public PerExercise<int> RatingsByExercise(string name)
    {
        var ratings = PerExercise<int>.Empty;
        if (Find(name) is not { } value)
        {
            return ratings;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            Add(name, $"expected an object of exercise to 0-10, found {Show(value)}");
            return ratings;
        }

        foreach (var member in value.EnumerateObject())
        {
            if (ExerciseId.Find(LenientJson.Name(member)) is not { } exercise)
            {
                AddNoExerciseId(name, Show(member.ToString()));
            }
            else if (Whole(member.Value, $"{name}.{exercise}", 0, 10) is not { } rating)
            {
                // The problem is noted.
            }
            else if (ratings.ContainsKey(exercise))
            {
                Add($"{name}.{exercise}", "is given twice");
            }
            else
            {
                ratings = ratings.Add(exercise, rating);
            }
        }

        return ratings;
    }

    public ImmutableArray<JsonElement> List(string name)
    {
        if (Find(name) is not { } value)
        {
            return [];
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            return [.. value.EnumerateArray()];
        }

        Add(name, $"expected a list, found {Show(value)}");
        return [];
    }

    public static string Show(JsonElement value) => Show(value.GetRawText());

    /// <summary>At most 40 characters of a text, for a message.</summary>
    public static string Show(string text) => text.Length <= 40 ? text : text[..(char.IsHighSurrogate(text[39]) ? 39 : 40)] + "...";

    private void AddNoExerciseId(string name, string found) => Add(
        name,
        $"expected the id of an exercise, such as sit-to-stand: small letters, digits and single hyphens, at most {ExerciseId.Longest} characters; found {found}");
}
