using System.Globalization;
using System.Text.RegularExpressions;

namespace Footing.Journal;

/// <summary>Times as RFC 3339 writes them.</summary>
internal static partial class Rfc3339
{
    private const int DigitsOfTicks = 7;

    /// <summary>
    /// The time in a text; null where there is none. Always with an offset, of at most 14 hours; the years 1901 to
    /// 8999. Anything finer than 100 ns is cut, never rounded up: the last instant of a day stays in that day.
    /// </summary>
    public static DateTimeOffset? Find(string text)
    {
        if (!Pattern().IsMatch(text))
        {
            return null;
        }

        var (year, month, day) = (Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2));
        if (day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var zone = text.AsSpan().LastIndexOfAny("Zz+-");
        var fraction = zone > 19 ? text[20..zone] : "";
        var ticks = int.Parse(fraction.PadRight(DigitsOfTicks, '0').AsSpan(0, DigitsOfTicks), NumberStyles.None, CultureInfo.InvariantCulture);
        var offset = text[zone] is '+' or '-'
            ? new TimeSpan(Number(text, zone + 1, 2), Number(text, zone + 4, 2), 0)
            : TimeSpan.Zero;
        return new DateTimeOffset(
            year, month, day, Number(text, 11, 2), Number(text, 14, 2), Number(text, 17, 2), text[zone] == '-' ? -offset : offset).AddTicks(ticks);
    }

    private static int Number(string text, int start, int length) =>
        int.Parse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture);

    // Also in contract/entry.schema.json, for anyone who checks with that.
    [GeneratedRegex(
        @"^(190[1-9]|19[1-9][0-9]|[2-8][0-9]{3})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?([Zz]|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
