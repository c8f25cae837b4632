using System.Text.RegularExpressions;

namespace Footing.Content.Tests;

/// <summary>How easy sentences are to read, by formulas that count words and syllables; syllables by the spelling, so nearly.</summary>
internal static partial class ReadingEase
{
    /// <summary>
    /// The school grade that English sentences ask for (Kincaid, Fishburne, Rogers and Chissom, 1975): 6 is an age of about eleven.
    /// </summary>
    /// <param name="sentences">The words of each sentence.</param>
    public static double FleschKincaidGrade(IReadOnlyCollection<IReadOnlyList<string>> sentences)
    {
        var words = sentences.Sum(sentence => sentence.Count);
        return (0.39 * words / sentences.Count) + (11.8 * sentences.Sum(s => s.Sum(EnglishSyllables)) / words) - 15.59;
    }

    /// <summary>
    /// How easy Spanish sentences are: the perspicuity of Szigriszt Pazos (1993), read by the INFLESZ scale (Barrio-Cantalejo and
    /// others, 2008), where 65 to 80 is "quite easy" and 80 and up "very easy".
    /// </summary>
    /// <param name="sentences">The words of each sentence.</param>
    public static double Inflesz(IReadOnlyCollection<IReadOnlyList<string>> sentences)
    {
        var words = sentences.Sum(sentence => sentence.Count);
        return 206.835 - (62.3 * sentences.Sum(s => s.Sum(SpanishSyllables)) / words) - ((double)words / sentences.Count);
    }

    /// <summary>The words of each sentence of a text; what has fewer than three is a label and no sentence.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Sentences(string text) =>
    [
        .. End().Split(Place().Replace(text, "7"))
            .Select(sentence => (IReadOnlyList<string>)[.. Word().Matches(sentence).Select(match => match.Value)])
            .Where(words => words.Count > 2),
    ];

    public static int EnglishSyllables(string word)
    {
        var letters = word.ToLowerInvariant();
        return letters.Length <= 3 ? 1 : Math.Max(1, EnglishVowels().Count(SilentEnd().Replace(letters, "")));
    }

    /// <summary>Neighbouring strong or accented vowels are syllables of their own; the u of que, qui, gue and gui is not heard.</summary>
    public static int SpanishSyllables(string word)
    {
        var letters = SilentU().Replace(word.ToLowerInvariant(), "$1");
        return Math.Max(1, SpanishVowels().Matches(letters).Sum(group => Math.Max(1, group.Value.Count("aeoáéíóú".Contains))));
    }

    [GeneratedRegex(@"(?<=[.!?:])\s+")]
    private static partial Regex End();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"[\p{L}']+")]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouy]{1,2}")]
    private static partial Regex EnglishVowels();

    [GeneratedRegex("(?<=[^laeiouy])es$|(?<=[^td])ed$|(?<=[^laeiouy])e$")]
    private static partial Regex SilentEnd();

    [GeneratedRegex("[aeiouáéíóúüy]+")]
    private static partial Regex SpanishVowels();

    [GeneratedRegex("([qg])u(?=[eiéí])")]
    private static partial Regex SilentU();
}
