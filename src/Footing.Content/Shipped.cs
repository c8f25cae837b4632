using System.Collections.Concurrent;
using Footing.Conditions;

namespace Footing.Content;

/// <summary>The programme inside the assembly.</summary>
public static class ShippedProgramme
{
    internal const string Place = "programmes/neuropathic-foot";

    private static readonly Lazy<Programme> Once = new(() => ProgrammeReader.Read(ContentFiles.Shipped(Place)).ValueOrThrow());

    private static readonly ConcurrentDictionary<string, Texts> Loaded = new();

    /// <summary>The programme <c>neuropathic-foot</c>, read once.</summary>
    /// <exception cref="InvalidDataException">Its files are wrong: a bug of this build, which tests find.</exception>
    public static Programme Load() => Once.Value;

    /// <summary>The words of the programme in a language, read once.</summary>
    /// <exception cref="ArgumentException">There are none in this language.</exception>
    /// <exception cref="InvalidDataException">The files are wrong: a bug of this build, which tests find.</exception>
    public static Texts Texts(string language) => ShippedTexts.Read(Loaded, language, Place, "texts/");
}

/// <summary>The words of the shipped conditions: their rules, and what pages say of them.</summary>
public static class ShippedConditions
{
    private static readonly ConcurrentDictionary<string, ConcurrentDictionary<string, Texts>> Loaded = new();

    /// <summary>The words of a condition in a language, read once.</summary>
    /// <param name="condition">The condition's id.</param>
    /// <param name="language">The language.</param>
    /// <exception cref="ArgumentException">There are none in this language.</exception>
    /// <exception cref="InvalidDataException">The files are wrong: a bug of this build, which tests find.</exception>
    public static Texts Texts(string condition, string language) =>
        ShippedTexts.Read(Loaded.GetOrAdd(condition, static _ => new()), language, $"conditions/{condition}", "texts/");
}

/// <summary>The words of the pages, inside the assembly; apart from them those of the shipped conditions and programme.</summary>
public static class ShippedTexts
{
    private static readonly ConcurrentDictionary<string, Texts> Loaded = new();
    private static readonly ConcurrentDictionary<string, Texts> Whole = new();

    /// <summary>The available languages, as BCP 47 tags, in order.</summary>
    public static ImmutableArray<string> Languages { get; } = [.. Folders.SelectMany(folder => Locales.Of(folder))];

    /// <summary>The folders of texts: <c>es</c> is one, and <c>es-ES</c> and <c>es-419</c> are read from it.</summary>
    internal static ImmutableArray<string> Folders => TextsReader.Languages(ContentFiles.Shipped(ShippedProgramme.Place), "texts");

    /// <summary>
    /// The language of a tag in an address, a cookie or a command, whose letters may be large or small: <c>es-419</c> for <c>es</c>,
    /// a <see cref="PseudoLanguage"/> too; null when there are no texts in it.
    /// </summary>
    public static string? Find(string tag) =>
        Languages.AddRange(PseudoLanguage.Long, PseudoLanguage.Mirrored)
            .FirstOrDefault(language => language.Equals(Locales.Tag(tag), StringComparison.OrdinalIgnoreCase));

    /// <summary>The language for what a browser asks for: <c>es-419</c> for <c>es-MX</c>, <c>en</c> for <c>en-GB</c>; null when there is none.</summary>
    /// <param name="tag">A BCP 47 tag, or whatever a browser sends in its place.</param>
    public static string? Nearest(string tag) => Languages.FirstOrDefault(language => language == Locales.Nearest(tag))
        ?? Languages.FirstOrDefault(language => tag.Equals(language, StringComparison.OrdinalIgnoreCase)
            || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase));

    /// <summary>All texts of a language, read once.</summary>
    /// <exception cref="ArgumentException">There are none in this language.</exception>
    /// <exception cref="InvalidDataException">The files are wrong: a bug of this build, which tests find.</exception>
    public static Texts Load(string language) => Whole.GetOrAdd(
        Find(language) ?? language, static tag => ConditionLibrary.Shipped.Aggregate(
            Read(Loaded, tag, "texts", "").With(ShippedProgramme.Load().Id, ShippedProgramme.Texts(tag)),
            (texts, condition) => texts.WithCondition(condition.Id, ShippedConditions.Texts(condition.Id, tag))));

    /// <summary>The texts of one place, read once.</summary>
    internal static Texts Read(ConcurrentDictionary<string, Texts> loaded, string language, string place, string folder) => Find(language) is { } known
        ? loaded.GetOrAdd(known, tag => PseudoLanguage.Is(tag)
            ? PseudoLanguage.Of(Read(loaded, "en", place, folder), tag)
            : TextsReader.Read(ContentFiles.Shipped(place), folder + tag).ValueOrThrow())
        : throw new ArgumentException($"There are no texts in \"{language}\": the languages are {string.Join(", ", Languages)}.", nameof(language));
}
