namespace Footing.Reading;

/// <summary>What is wrong with a piece of input, and where.</summary>
/// <param name="Field">The field's path, such as <c>answers.touch-test</c>; empty for the whole.</param>
/// <param name="Message">One sentence for people: what was found and what is expected.</param>
public readonly record struct Problem(string Field, string Message)
{
    /// <summary>Field and message on one line.</summary>
    public override string ToString() => Field.Length == 0 ? Message : $"{Field}: {Message}";
}

/// <summary>
/// Something read from input: either a value, or every problem that kept it from being one. Bad input is
/// expected, so it is a value; a caller's mistake throws.
/// </summary>
public readonly record struct Result<T>
    where T : class
{
    private readonly T? _value;

    private Result(T? value, ImmutableArray<Problem> problems)
    {
        _value = value;
        Problems = problems;
    }

    /// <summary>What is wrong; empty when there is a value.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>Whether there is a value.</summary>
    public bool Succeeded => _value is not null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none; ask <see cref="Succeeded"/> first.</exception>
    public T Value => _value ?? throw new InvalidOperationException(
        "Nothing was read: " + string.Join("; ", Problems));

    /// <summary>A value that was read.</summary>
    public static Result<T> Of(T value) => new(value, []);

    /// <summary>Nothing, for at least one problem.</summary>
    /// <exception cref="ArgumentException">No problem is given.</exception>
    public static Result<T> Failed(IEnumerable<Problem> problems)
    {
        ImmutableArray<Problem> all = [.. problems];
        return all.IsEmpty ? throw new ArgumentException("At least one problem is needed.", nameof(problems)) : new(null, all);
    }

    /// <summary>Nothing, for one problem.</summary>
    public static Result<T> Failed(string field, string message) => new(null, [new Problem(field, message)]);
}
