using System.Globalization;

namespace Footing.Wording;

/// <summary>
/// The words of one language, by key. No text for people is in code: code names a key, the files of <c>texts/</c> and
/// of the programme hold the words.
/// </summary>
/// <remarks>
/// A text may hold places such as <c>{minutes}</c>. A text that depends on a number has the keys
/// <c>KEY.one</c> and <c>KEY.other</c>. A list has the keys <c>KEY.1</c>, <c>KEY.2</c>, ...
/// </remarks>
public sealed class Texts
{
    private readonly ImmutableDictionary<string, string> _byKey;

    /// <param name="language">A BCP 47 tag, such as <c>en</c>.</param>
    /// <param name="byKey">The words by key, such as <c>ball-roll.name</c>.</param>
    public Texts(string language, ImmutableDictionary<string, string> byKey)
    {
        Language = language;
        Culture = CultureInfo.GetCultureInfo(language);
        _byKey = byKey;
    }

    /// <summary>The language's BCP 47 tag.</summary>
    public string Language { get; }

    /// <summary>How the language writes numbers and dates.</summary>
    public CultureInfo Culture { get; }

    /// <summary>All keys, in no order.</summary>
    public IEnumerable<string> Keys => _byKey.Keys;

    /// <summary>The text of a key.</summary>
    /// <exception cref="KeyNotFoundException">
    /// There is none: a fault of the files or of the code, not of the input.
    /// </exception>
    public string this[string key] => _byKey.TryGetValue(key, out var text)
        ? text
        : throw new KeyNotFoundException($"No text \"{key}\" in language \"{Language}\".");

    /// <summary>Whether the key has a text.</summary>
    public bool Has(string key) => _byKey.ContainsKey(key);

    /// <summary>The text of a key with its places filled.</summary>
    /// <param name="key">The text's key.</param>
    /// <param name="places">Name and value of each place, without the braces.</param>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string Say(string key, params ReadOnlySpan<(string Name, object Value)> places)
    {
        var text = this[key];
        foreach (var (name, value) in places)
        {
            text = text.Replace("{" + name + "}", Convert.ToString(value, Culture), StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>The text for a number: <c>KEY.one</c> for 1, else <c>KEY.other</c>; <c>{n}</c> is the number.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string Count(string key, int n, params ReadOnlySpan<(string Name, object Value)> places) =>
        Say(n == 1 && Has(key + ".one") ? key + ".one" : key + ".other", [("n", n), .. places]);

    /// <summary>The texts <c>KEY.1</c>, <c>KEY.2</c>, ... in order; empty when there is none.</summary>
    public ImmutableArray<string> List(string key)
    {
        var list = ImmutableArray.CreateBuilder<string>();
        for (var i = 1; _byKey.TryGetValue($"{key}.{i}", out var text); i++)
        {
            list.Add(text);
        }

        return list.ToImmutable();
    }

    /// <summary>These texts and those of another set of the same language.</summary>
    /// <exception cref="ArgumentException">The languages differ, or a key is in both with different words.</exception>
    public Texts With(Texts other) => other.Language == Language
        ? new(Language, _byKey.AddRange(other._byKey))
        : throw new ArgumentException($"Texts of \"{other.Language}\" cannot join those of \"{Language}\".", nameof(other));
}
