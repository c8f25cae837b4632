using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Footing.Journal;

/// <summary>The members of one JSON object, read one by one; every problem is kept with its field's path.</summary>
internal sealed partial class Fields(JsonElement json, string prefix, List<Problem> problems)
{
    /// <summary>A text of at most this many characters is read; a longer one is a problem.</summary>
    private const int LongestName = 200;

    public JsonElement? Find(string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

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

    public T Word<T>(string name, ImmutableDictionary<string, T> words)
        where T : struct => Need(name) is null ? default : OptionalWord(name, words) ?? default;

    public T? OptionalWord<T>(string name, ImmutableDictionary<string, T> words)
        where T : struct
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (Text(value) is { } word && words.TryGetValue(word, out var found))
        {
            return found;
        }

        Add(name, $"expected one of {string.Join(", ", words.OrderBy(pair => pair.Value).Select(pair => pair.Key))}, found {Show(value)}");
        return null;
    }

    public int Whole(string name, int least, int most) => Need(name) is null ? least : OptionalWhole(name, least, most) ?? least;

    public int? OptionalWhole(string name, int least, int most) =>
        Find(name) is { } value ? Whole(value, name, least, most) : null;

    public int? Whole(JsonElement value, string name, int least, int most)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
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
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number >= least && number <= most)
        {
            return number;
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

        // Characters as the schema counts them: one outside the basic plane is one.
        if (Text(value) is { Length: > 0 } text && (text.Length <= LongestName || TypedInput.Length(text) <= LongestName))
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

        // Digits and hyphens first: the framework's own parsing takes spaces around, signs and 0x too.
        if (Text(value) is { } text && text.All(letter => letter == '-' || char.IsAsciiHexDigit(letter)) && Guid.TryParseExact(text, "D", out var id))
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

        // The pattern first: the framework's own parsing takes more than RFC 3339 allows.
        if (Text(value) is { } time && Rfc3339().IsMatch(time) &&
            DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) &&
            at.UtcDateTime.Year is > 1900 and < 9000)
        {
            return at;
        }

        Add(name, $"expected a time with an offset, such as 2026-01-05T09:30:00+00:00, found {Show(value)}");
        return default;
    }

    public Exercise Exercise(string name)
    {
        if (Need(name) is not { } value)
        {
            return default;
        }

        return Exercise(Text(value) ?? value.GetRawText(), name) ?? default;
    }

    public Exercise? Exercise(string id, string name)
    {
        var exercise = Exercises.Find(id);
        if (exercise is null)
        {
            Add(name, $"unknown exercise {Show(id)}; expected one of {string.Join(", ", Exercises.All.Select(known => known.Id()))}");
        }

        return exercise;
    }

    public ImmutableSortedDictionary<Exercise, int> RatingsByExercise(string name)
    {
        if (Find(name) is not { } value)
        {
            return ImmutableSortedDictionary<Exercise, int>.Empty;
        }

        var ratings = ImmutableSortedDictionary.CreateBuilder<Exercise, int>();
        if (value.ValueKind != JsonValueKind.Object)
        {
            Add(name, $"expected an object of exercise to 0-10, found {Show(value)}");
            return ratings.ToImmutable();
        }

        foreach (var member in value.EnumerateObject())
        {
            if (Exercise(member.Name, name) is { } exercise &&
                Whole(member.Value, $"{name}.{member.Name}", 0, 10) is { } rating &&
                !ratings.TryAdd(exercise, rating))
            {
                Add($"{name}.{member.Name}", "is given twice");
            }
        }

        return ratings.ToImmutable();
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

    /// <summary>The text of a JSON string; null for anything else, and for a string with half of a surrogate pair.</summary>
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

    public static string Show(JsonElement value) => Show(value.GetRawText());

    private static string Show(string text) => text.Length <= 40 ? text : text[..40] + "...";

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rfc3339();
}
