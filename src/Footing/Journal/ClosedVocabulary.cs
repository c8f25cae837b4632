namespace Footing.Journal;

/// <summary>A closed choice in data: each value has one word, and each word one value.</summary>
/// <typeparam name="T">The values: an enumeration, <see cref="bool"/> or <see cref="DayOfWeek"/>.</typeparam>
public sealed class ClosedVocabulary<T>
    where T : struct
{
    private readonly ImmutableDictionary<string, T> _values;
    private readonly ImmutableDictionary<T, string> _words;

    /// <summary>Makes it from a table.</summary>
    /// <param name="table">Every value with its word, in the order in which people choose.</param>
    /// <exception cref="ArgumentException">A word or a value is in the table twice, or an enumeration's value is not in it.</exception>
    internal ClosedVocabulary(params ReadOnlySpan<(string Word, T Value)> table)
    {
        var values = ImmutableDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        var words = ImmutableDictionary.CreateBuilder<T, string>();
        var order = ImmutableArray.CreateBuilder<string>(table.Length);
        foreach (var (word, value) in table)
        {
            values.Add(word, value);
            words.Add(value, word);
            order.Add(word);
        }

        if (typeof(T).IsEnum && Enum.GetValuesAsUnderlyingType(typeof(T)).Length != words.Count)
        {
            throw new ArgumentException($"Not every {typeof(T).Name} has a word.", nameof(table));
        }

        (_values, _words, Words) = (values.ToImmutable(), words.ToImmutable(), order.MoveToImmutable());
    }

    /// <summary>The words, in the order in which people choose.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>The word of a value.</summary>
    /// <exception cref="KeyNotFoundException">The value is no member of its enumeration.</exception>
    public string this[T value] => _words[value];

    /// <summary>The value of a word; null when the word is none of these.</summary>
    public T? Find(string word) => _values.TryGetValue(word, out var value) ? value : null;

    /// <summary>The words in the order of their values, as an error names them.</summary>
    internal IEnumerable<string> ByValue => _words.OrderBy(pair => pair.Key).Select(pair => pair.Value);
}
