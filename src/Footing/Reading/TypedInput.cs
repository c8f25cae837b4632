using System.Globalization;
using System.Text.RegularExpressions;

namespace Footing.Reading;

/// <summary>
/// Numbers and sentences as people type them into a form. The player reads numbers by the same grammar
/// (<c>player/src/form/typed.ts</c>); <c>contract/golden/typed.ndjson</c> checks that both give the same answers.
/// </summary>
public static partial class TypedInput
{
    // White space in both languages: their own definitions differ in these two characters.
    private const string Space = @"[\s\u0085\uFEFF]*";

    /// <summary>
    /// What was typed, without white space around it and with one line feed for each line break, however a browser
    /// sends it.
    /// </summary>
    public static string Normalize(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return Around().Replace(typed, "").ReplaceLineEndings("\n");
    }

    /// <summary>
    /// The length in characters (Unicode scalar values): an emoji outside the basic plane counts as one, and so does a
    /// normalized line break.
    /// </summary>
    public static int Length(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.EnumerateRunes().Count();
    }

    /// <summary>A whole number of at most four digits, also with its unit: "7", " 7 " and "7 seconds" alike.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="least">The least number that is accepted.</param>
    /// <param name="most">The largest.</param>
    /// <returns>The number; null for anything else, and outside of the range.</returns>
    public static int? Whole(string typed, int least, int most) =>
        Digits().Match(Normalize(typed)) is { Success: true } match
        && int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) is var number && number >= least && number <= most
            ? number
            : null;

    /// <summary>
    /// Degrees Celsius with up to two decimals after a point or a comma, also with their unit: "29.5", "29,5 °C".
    /// Nothing is rounded.
    /// </summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="least">The least degrees that are accepted.</param>
    /// <param name="most">The largest.</param>
    /// <returns>The degrees, without zeros at the end; null for anything else, and outside of the range.</returns>
    public static decimal? Degrees(string typed, int least, int most) =>
        Decimals().Match(Normalize(typed)) is { Success: true } match
        && int.Parse(match.Groups[1].Value + match.Groups[2].Value.PadRight(2, '0'), NumberStyles.None, CultureInfo.InvariantCulture) is var hundredths
        && hundredths >= least * 100 && hundredths <= most * 100
            ? hundredths / 100m
            : null;

    [GeneratedRegex($@"\A{Space}|{Space}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Around();

    [GeneratedRegex($@"\A([0-9]{{1,4}}){Space}\p{{L}}*\.?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex($@"\A([0-9]{{1,2}})(?:[.,]([0-9]{{1,2}}))?{Space}(?:[°º]{Space})?[Cc]?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Decimals();
}
