using System.Text.Json;

namespace Footing.Journal;

/// <summary>One answer: a word, or a whole number; never both, never neither.</summary>
public readonly record struct Answer
{
    private readonly string? _word;

    private Answer(string? word, int? number, bool isAged = false)
    {
        _word = word;
        Number = number;
        IsAged = isAged;
    }

    /// <summary>The word, or null where the answer is a number.</summary>
    public string? Word => _word;

    /// <summary>The number, or null where the answer is a word.</summary>
    public int? Number { get; }

    /// <summary>
    /// Whether the number was found too long ago to show that all is well. Only judged answers say so; no entry does.
    /// </summary>
    public bool IsAged { get; }

    /// <summary>The same number, found too long ago.</summary>
    /// <exception cref="InvalidOperationException">It is a word.</exception>
    public Answer Aged() => new(null, Number ?? throw new InvalidOperationException("A word does not age."), true);

    /// <summary>A word as an answer.</summary>
    public static Answer Of(string word) => new(word, null);

    /// <summary>A number as an answer.</summary>
    public static Answer Of(int number) => new(null, number);

    /// <summary>The answer as it is written.</summary>
    public override string ToString() => _word ?? Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
}

/// <summary>
/// The answers of one screening. Every answer in it is valid for its question; a question may have no answer.
/// </summary>
public sealed class Answers : IEquatable<Answers>
{
    private readonly ImmutableDictionary<string, Answer> _byId;
    private readonly Func<string, Answer?>? _asked;

    private Answers(ImmutableDictionary<string, Answer> byId) => _byId = byId;

    private Answers(Func<string, Answer?> asked) : this(None._byId) => _asked = asked;

    /// <summary>No answers.</summary>
    public static Answers None { get; } = new(ImmutableDictionary<string, Answer>.Empty);

    /// <summary>The answer to a question, or null when it has none.</summary>
    /// <exception cref="ArgumentException">There is no such question.</exception>
    public Answer? this[string id] => Question.Find(id) is null
        ? throw new ArgumentException($"There is no question \"{id}\".", nameof(id))
        : Find(id);

    /// <summary>The questions that have an answer, in the order of the table.</summary>
    public IEnumerable<Question> Answered => Question.All.Where(question => Find(question.Id) is not null);

    /// <summary>The number that was answered, or null.</summary>
    /// <exception cref="ArgumentException">There is no such question.</exception>
    public int? Number(string id) => this[id]?.Number;

    /// <summary>Whether the answer is this word.</summary>
    /// <exception cref="ArgumentException">There is no such question.</exception>
    public bool Is(string id, string word) => this[id]?.Word == word;

    /// <summary>Whether the answer is a <em>flag</em>: yes or unsure. A missing answer is no flag.</summary>
    /// <exception cref="ArgumentException">There is no such question.</exception>
    public bool IsFlag(string id) => this[id]?.Word is "yes" or "unsure";

    /// <summary>The same answers with one more, or one changed.</summary>
    /// <returns>The answers, or the problem when the question does not allow the value.</returns>
    public Result<Answers> With(string id, Answer answer) =>
        Check(id, answer) is { } problem ? Result<Answers>.Failed([problem]) : Result<Answers>.Of(new(_byId.SetItem(id, answer)));

    /// <summary>
    /// The answers as the rules judge them: of a test that was done too long ago a good number counts as not done, and a
    /// bad one stays, marked as aged.
    /// </summary>
    /// <param name="aged">The questions whose tests were done too long ago.</param>
    /// <param name="isBad">Whether the number that answers a question holds the person back.</param>
    public Answers WithAged(IEnumerable<string> aged, Func<string, bool> isBad)
    {
        ArgumentNullException.ThrowIfNull(aged);
        ArgumentNullException.ThrowIfNull(isBad);
        return new(aged.Where(id => Number(id) is not null).Aggregate(
            _byId, (byId, id) => byId.SetItem(id, isBad(id) ? byId[id].Aged() : Answer.Of("not-done"))));
    }

    /// <summary>The same answers without marks of age.</summary>
    public Answers WithoutAge() => new(_byId.SetItems(_byId
        .Where(pair => pair.Value.IsAged)
        .Select(pair => KeyValuePair.Create(pair.Key, Answer.Of(pair.Value.Number!.Value)))));

    /// <summary>The same answers without one.</summary>
    public Answers Without(string id) => new(_byId.Remove(id));

    /// <summary>Reads a flat JSON object of answers.</summary>
    /// <param name="json">The object.</param>
    /// <param name="path">The path of the object in the input, put before each id in a problem's field.</param>
    /// <returns>The answers, or every problem, each naming the id.</returns>
    public static Result<Answers> From(JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Result<Answers>.Failed(path, "expected an object of answers");
        }

        var prefix = path.Length == 0 ? "" : path + ".";
        var problems = new List<Problem>();
        var byId = ImmutableDictionary.CreateBuilder<string, Answer>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            var name = LenientJson.Name(member) ?? JsonFields.Show(member.ToString());
            Answer? answer = member.Value.ValueKind switch
            {
                JsonValueKind.String when LenientJson.Text(member.Value) is { } word => Answer.Of(word),
                JsonValueKind.Number when LenientJson.Whole(member.Value) is { } number => Answer.Of(number),
                _ => null,
            };
            var problem = answer is { } given
                ? Check(name, given)
                : Question.Find(name) is { } question
                    ? new Problem(question.Id, $"expected {question.Expected}, found {JsonFields.Show(member.Value)}")
                    : Unknown(name);
            if (problem is { } found)
            {
                problems.Add(found with { Field = prefix + found.Field });
            }
            else if (!byId.TryAdd(name, answer!.Value))
            {
                problems.Add(new(prefix + name, "answered twice; keep one answer"));
            }
        }

        return problems.Count > 0 ? Result<Answers>.Failed(problems) : Result<Answers>.Of(new(byId.ToImmutable()));
    }

    /// <summary>Whether both give the same answer to every question.</summary>
    public bool Equals(Answers? other) => other is not null && Question.All.All(question => Find(question.Id) == other.Find(question.Id));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Answers);

    /// <inheritdoc/>
    public override int GetHashCode() => Question.All.Aggregate(0, (hash, question) => HashCode.Combine(hash, Find(question.Id)));

    /// <summary>
    /// Answers that a function gives one by one, to see which of them a rule reads. They cannot be changed.
    /// </summary>
    internal static Answers Asked(Func<string, Answer?> answer) => new(answer);

    /// <summary>Stored answers, in the order of the table; null for a question without an answer.</summary>
    internal static Answers InOrder(IEnumerable<Answer?> answers) => new(Question.All.Zip(answers)
        .Where(pair => pair.Second is not null)
        .ToImmutableDictionary(pair => pair.First.Id, pair => pair.Second!.Value, StringComparer.Ordinal));

    private Answer? Find(string id) => _asked is { } asked ? asked(id) : _byId.TryGetValue(id, out var answer) ? answer : null;

    private static Problem? Check(string id, Answer answer)
    {
        if (Question.Find(id) is not { } question)
        {
            return Unknown(id);
        }

        var fits = answer.Number is { } number
            ? number >= question.Least && number <= question.Most
            : question.Words.Contains(answer.Word ?? "");
        return fits ? null : new Problem(id, $"expected {question.Expected}, found {JsonFields.Show(answer.ToString())}");
    }

    private static Problem Unknown(string id) => new(id, "unknown question; the ids are those of the screening table");
}
