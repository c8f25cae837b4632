using System.Globalization;

namespace Footing.Storage;

/// <summary>
/// A position in one journal's order of acceptance. Clients get it as text and return it unchanged.
/// </summary>
/// <param name="Journal">
/// The journal's number: random, 0 or more, chosen when the journal begins. A journal that begins again (erased,
/// restored) has another number, so that a cursor into the old one cannot skip entries of the new one.
/// </param>
/// <param name="Sequence">The last entry that has been read, 0 or more.</param>
public readonly record struct JournalCursor(long Journal, long Sequence)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <returns>Null for anything else.</returns>
    public static JournalCursor? Find(string? text)
    {
        var dash = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        return dash > 0 && Number(text.AsSpan(0, dash)) is { } journal && Number(text.AsSpan(dash + 1)) is { } sequence
            ? new JournalCursor(journal, sequence)
            : null;
    }

    /// <summary>Both numbers in hexadecimal, such as <c>5f3a91c2-1a</c>: safe in a URL.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Journal:x}-{Sequence:x}");

    private static long? Number(ReadOnlySpan<char> digits) =>
        long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) && number >= 0
            ? number
            : null;
}
