using System.Globalization;
using System.Text;

namespace Footing.Content;

/// <summary>
/// English in altered letters, to show before any translation how pages look in other languages: the tags
/// are those of the Unicode locale data, CLDR. They are in no list of languages, only available by their tag.
/// </summary>
public static class PseudoLanguage
{
    /// <summary>Letters with marks, and half as many again: as long as a text in another language may be.</summary>
    public const string Long = "en-XA";

    /// <summary>Right to left.</summary>
    public const string Mirrored = "ar-XB";

    private const char Override = '\u202e', Pop = '\u202c';

    /// <summary>Whether the tag is one of the two.</summary>
    public static bool Is(string tag) => tag is Long or Mirrored;

    /// <summary>All English texts in one of the two.</summary>
    internal static Texts Of(Texts english, string tag) => new(
        tag, english.Keys.ToImmutableDictionary(key => key, key => tag == Long ? Lengthen(english[key]) : Mirror(english[key])));

    /// <summary>
    /// The text with half as many letters again: letters get marks, and vowels are repeated to reach the length.
    /// What is in braces is left unchanged.
    /// </summary>
    public static string Lengthen(string text)
    {
        var longer = new StringBuilder(text.Length * 2);
        var (missing, inPlace) = (0.0, false);
        foreach (var letter in text)
        {
            inPlace = letter == '{' || (inPlace && longer[^1] != '}');
            var index = inPlace ? -1 : Plain.IndexOf(letter, StringComparison.Ordinal);
            var written = index < 0 ? letter : Marked[index];
            longer.Append(written);
            missing += inPlace ? 0 : 0.5;
            if (index >= 0 && "aeiouyAEIOUY".Contains(letter, StringComparison.Ordinal))
            {
                var more = (int)missing;
                longer.Append(char.ToLower(written, CultureInfo.InvariantCulture), more);
                missing -= more;
            }
        }

        return longer.ToString();
    }

    /// <summary>The text from right to left, with the values of its placeholders.</summary>
    public static string Mirror(string text) => $"{Override}{text}{Pop}";

    private const string Plain = "aceghilnorstuyzACEGHILNORSTUYZ";
    private const string Marked = "àçèğħïĺñôŕšŧûÿžÀÇÈĞĦÏĹÑÔŔŠŦÛŸŽ";
}
