using System.Globalization;
using System.Text;

namespace Footing.Content;

/// <summary>
/// English made strange, so that pages can be seen as other languages will fill them, before anybody has translated: the tags
/// are those of the Unicode locale data, CLDR. Nobody is offered them; whoever asks for one by its tag gets it.
/// </summary>
public static class PseudoLanguage
{
    /// <summary>Letters with marks, and half as many again: a text is as long as other languages may need.</summary>
    public const string Long = "en-XA";

    /// <summary>Read from right to left.</summary>
    public const string Mirrored = "ar-XB";

    private const char Override = '\u202e', Pop = '\u202c';

    /// <summary>Whether the tag is one of the two.</summary>
    public static bool Is(string tag) => tag is Long or Mirrored;

    /// <summary>All texts of English in one of the two.</summary>
    internal static Texts Of(Texts english, string tag) => new(
        tag, english.Keys.ToImmutableDictionary(key => key, key => tag == Long ? Lengthen(english[key]) : Mirror(english[key])));

    /// <summary>
    /// The text with half as many letters again: a letter is marked, and a vowel stands as often as fills the room.
    /// What stands in braces is left as it is.
    /// </summary>
    public static string Lengthen(string text)
    {
        var longer = new StringBuilder(text.Length * 2);
        var (missing, inPlace) = (0.0, false);
        foreach (var letter in text)
        {
            inPlace = letter == '{' || (inPlace && longer[^1] != '}');
            var index = inPlace ? -1 : Plain.IndexOf(letter);
            var written = index < 0 ? letter : Marked[index];
            longer.Append(written);
            missing += inPlace ? 0 : 0.5;
            if (index >= 0 && "aeiouyAEIOUY".Contains(letter))
            {
                var more = (int)missing;
                longer.Append(char.ToLower(written, CultureInfo.InvariantCulture), more);
                missing -= more;
            }
        }

        return longer.ToString();
    }

    /// <summary>The text from right to left; what fills a place is part of it.</summary>
    public static string Mirror(string text) => $"{Override}{text}{Pop}";

    private const string Plain = "aceghilnorstuyzACEGHILNORSTUYZ";
    private const string Marked = "àçèğħïĺñôŕšŧûÿžÀÇÈĞĦÏĹÑÔŔŠŦÛŸŽ";
}
