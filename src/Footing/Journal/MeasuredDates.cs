using System.Text.Json;

namespace Footing.Journal;

/// <summary>When the tests that a screening gives numbers of were done: by question, a date. A test without one was done on the screening's date.</summary>
public sealed class MeasuredDates : IEquatable<MeasuredDates>
{
    private readonly ImmutableSortedDictionary<string, DateOnly> _byId;

    private MeasuredDates(ImmutableSortedDictionary<string, DateOnly> byId) => _byId = byId;

    /// <summary>No dates: all were done on the screening's date.</summary>
    public static MeasuredDates None { get; } = new(ImmutableSortedDictionary.Create<string, DateOnly>(StringComparer.Ordinal));

    /// <summary>The dates by question, in the order of the ids.</summary>
    public IEnumerable<KeyValuePair<string, DateOnly>> All => _byId;

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _byId.IsEmpty;

    /// <summary>When a test was done, as of a screening's date: a date after it counts as that date.</summary>
    /// <param name="question">The id of the question that the test answers.</param>
    /// <param name="screenedOn">The date of the screening.</param>
    public DateOnly Of(string question, DateOnly screenedOn) =>
        _byId.TryGetValue(question, out var on) && on < screenedOn ? on : screenedOn;

    /// <summary>The same dates with one more, or one changed.</summary>
    /// <exception cref="ArgumentException">The question asks for no test.</exception>
    public MeasuredDates With(string question, DateOnly on) => Question.Find(question) is { IsTest: true }
        ? new(_byId.SetItem(question, on))
        : throw new ArgumentException($"\"{question}\" asks for no test.", nameof(question));

    /// <summary>The same dates without one: the test was done on the screening's date.</summary>
    public MeasuredDates Without(string question) => new(_byId.Remove(question));

    /// <summary>Reads a flat JSON object of dates.</summary>
    /// <param name="json">The object.</param>
    /// <param name="path">The path of the object in the input, put before each id in a problem's field.</param>
    /// <returns>The dates, or every problem, each naming the id.</returns>
    public static Result<MeasuredDates> From(JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Result<MeasuredDates>.Failed(path, "expected an object of dates");
        }

        var problems = new List<Problem>();
        var byId = None._byId.ToBuilder();
        foreach (var member in json.EnumerateObject())
        {
            var name = LenientJson.Name(member) ?? JsonFields.Show(member.ToString());
            if (Question.Find(name) is not { IsTest: true })
            {
                problems.Add(new($"{path}.{name}", $"no test; the tests are {string.Join(", ", Question.All.Where(question => question.IsTest).Select(question => question.Id))}"));
            }
            else if (LenientJson.Text(member.Value) is not { } text || !TryDate(text, out var on))
            {
                problems.Add(new($"{path}.{name}", $"expected a date such as 2026-03-04, found {JsonFields.Show(member.Value)}"));
            }
            else if (!byId.TryAdd(name, on))
            {
                problems.Add(new($"{path}.{name}", "dated twice; keep one date"));
            }
        }

        return problems.Count > 0 ? Result<MeasuredDates>.Failed(problems) : Result<MeasuredDates>.Of(new(byId.ToImmutable()));
    }

    /// <summary>Reads a date as it is written in data: <c>2026-03-04</c>.</summary>
    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out date);

    /// <inheritdoc/>
    public bool Equals(MeasuredDates? other) => other is not null && _byId.SequenceEqual(other._byId);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MeasuredDates);

    /// <inheritdoc/>
    public override int GetHashCode() => _byId.Aggregate(0, HashCode.Combine);
}
