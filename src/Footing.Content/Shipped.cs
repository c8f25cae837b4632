using System.Collections.Concurrent;

namespace Footing.Content;

/// <summary>The programme inside the assembly.</summary>
public static class ShippedProgramme
{
    internal const string Place = "programmes/neuropathic-foot";

    private static readonly Lazy<Programme> Once = new(() => ProgrammeReader.Read(ContentFiles.Shipped(Place)).ValueOrThrow());

    /// <summary>The programme <c>neuropathic-foot</c>, read once.</summary>
    /// <exception cref="InvalidDataException">Its files are wrong: a bug of this build, which tests find.</exception>
    public static Programme Load() => Once.Value;
}

/// <summary>The texts inside the assembly: those of the pages and those of the programme.</summary>
public static class ShippedTexts
{
    private static readonly ConcurrentDictionary<string, Texts> Loaded = new();

    /// <summary>The available languages, as BCP 47 tags, in order.</summary>
    public static ImmutableArray<string> Languages { get; } =
        TextsReader.Languages(ContentFiles.Shipped(ShippedProgramme.Place), "texts");

    /// <summary>Whether there are texts in a language; also true for a <see cref="PseudoLanguage"/>.</summary>
    public static bool Has(string language) => Languages.Contains(language) || PseudoLanguage.Is(language);

    /// <summary>The language of a tag in an address, whose letters may be large or small; null when there are no texts in it.</summary>
    public static string? Find(string tag) =>
        Languages.AddRange(PseudoLanguage.Long, PseudoLanguage.Mirrored).FirstOrDefault(language => language.Equals(tag, StringComparison.OrdinalIgnoreCase));

    /// <summary>All texts of a language, read once.</summary>
    /// <exception cref="ArgumentException">There are none in this language.</exception>
    /// <exception cref="InvalidDataException">The files are wrong: a bug of this build, which tests find.</exception>
    public static Texts Load(string language) => Has(language)
        ? Loaded.GetOrAdd(language, static tag => PseudoLanguage.Is(tag)
            ? PseudoLanguage.Of(Load("en"), tag)
            : TextsReader.Read((ContentFiles.Shipped(ShippedProgramme.Place), "texts/" + tag), (ContentFiles.Shipped("texts"), tag)).ValueOrThrow())
        : throw new ArgumentException($"There are no texts in \"{language}\": the languages are {string.Join(", ", Languages)}.", nameof(language));
}
