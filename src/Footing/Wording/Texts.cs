using System.Globalization;

namespace Footing.Wording;

/// <summary>
/// The words of one language, by key. No text for people is in code: code names a key, the files of <c>texts/</c> and
/// of conditions and programmes hold the words. The words of a programme are separate, by its id: two programmes may use
/// the same keys. The words of a condition are separate too, until <see cref="In"/> says which condition is meant.
/// </summary>
/// <remarks>
/// A text may hold places such as <c>{minutes}</c>. A text that depends on a number has the keys
/// <c>KEY.one</c> and <c>KEY.other</c>. A list has the keys <c>KEY.1</c>, <c>KEY.2</c>, ...
/// </remarks>
public sealed class Texts
{
    private readonly ImmutableDictionary<string, string> _byKey;
    private readonly ImmutableDictionary<string, Texts> _byProgramme;
    private readonly ImmutableDictionary<string, Texts> _byCondition;

    /// <param name="language">A BCP 47 tag, such as <c>en</c>.</param>
    /// <param name="byKey">The words by key, such as <c>today.title</c>.</param>
    public Texts(string language, ImmutableDictionary<string, string> byKey)
        : this(language, byKey, ImmutableDictionary<string, Texts>.Empty, ImmutableDictionary<string, Texts>.Empty)
    {
    }

    private Texts(
        string language, ImmutableDictionary<string, string> byKey, ImmutableDictionary<string, Texts> byProgramme, ImmutableDictionary<string, Texts> byCondition)
    {
        Language = language;
        Culture = CultureInfo.GetCultureInfo(language);
        _byKey = byKey;
        _byProgramme = byProgramme;
        _byCondition = byCondition;
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

    /// <summary>The words of a programme.</summary>
    /// <param name="programme">Its id.</param>
    /// <exception cref="KeyNotFoundException">They are not here.</exception>
    public Texts Of(string programme) => _byProgramme.TryGetValue(programme, out var texts)
        ? texts
        : throw new KeyNotFoundException($"No texts of the programme \"{programme}\" in language \"{Language}\".");

    /// <summary>A word of a programme, or else of another programme that has it; null where none has.</summary>
    /// <param name="programme">The id of the programme that is asked first.</param>
    /// <param name="key">The key.</param>
    public string? Find(string programme, string key) => _byProgramme
        .OrderBy(each => each.Key != programme).ThenBy(each => each.Key, StringComparer.Ordinal)
        .Select(each => each.Value._byKey.GetValueOrDefault(key))
        .FirstOrDefault(text => text is not null);

    /// <summary>These texts, and apart from them those of a programme in the same language.</summary>
    /// <param name="programme">The programme's id.</param>
    /// <param name="texts">Its words, by key such as <c>ball-roll.name</c>.</param>
    /// <exception cref="ArgumentException">The languages differ.</exception>
    public Texts With(string programme, Texts texts) => texts.Language == Language
        ? new(Language, _byKey, _byProgramme.SetItem(programme, texts), _byCondition.ToImmutableDictionary(each => each.Key, each => each.Value.With(programme, texts)))
        : throw Strange(texts);

    /// <summary>These texts as they are for people with a condition: its words among them.</summary>
    /// <param name="condition">The condition's id.</param>
    /// <exception cref="KeyNotFoundException">Its words are not here.</exception>
    public Texts In(string condition) => _byCondition.TryGetValue(condition, out var texts)
        ? texts
        : throw new KeyNotFoundException($"No texts of the condition \"{condition}\" in language \"{Language}\".");

    /// <summary>These texts, and apart from them those of a condition in the same language.</summary>
    /// <param name="condition">The condition's id.</param>
    /// <param name="texts">
    /// Its words, by key such as <c>rules.R1.title</c>. Where these texts have the same key, or a list of the same key, the
    /// condition's is meant.
    /// </param>
    /// <exception cref="ArgumentException">The languages differ.</exception>
    public Texts WithCondition(string condition, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (texts.Language != Language)
        {
            throw Strange(texts);
        }

        var words = _byKey.ToBuilder();
        foreach (var (key, text) in texts._byKey)
        {
            if (key.EndsWith(".1", StringComparison.Ordinal))
            {
                // The whole list is the condition's, also where it is the shorter one.
                var i = 1;
                while (words.Remove($"{key[..^2]}.{i}"))
                {
                    i++;
                }
            }
        }

        foreach (var (key, text) in texts._byKey)
        {
            words[key] = text;
        }

        return new(
            Language, _byKey, _byProgramme, _byCondition.SetItem(condition, new(Language, words.ToImmutable(), _byProgramme, ImmutableDictionary<string, Texts>.Empty)));
    }

    private ArgumentException Strange(Texts texts) =>
        new($"Texts of \"{texts.Language}\" cannot join those of \"{Language}\".", nameof(texts));
}
