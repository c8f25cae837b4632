using System.Globalization;
using Footing.Wording;

namespace Footing.Web.Pages;

/// <summary>Dates in plain words.</summary>
internal static class Dates
{
    /// <summary>Such as "Wednesday 4 March"; with the year if it is not this year.</summary>
    public static string InWords(this Texts texts, DateOnly date, DateOnly today) =>
        date.ToString(texts[date.Year == today.Year ? "dates.day" : "dates.day-and-year"], texts.Culture);

    /// <summary>Such as "4 March"; with the year if it is not this year.</summary>
    public static string Shortly(this Texts texts, DateOnly date, DateOnly today) =>
        date.ToString(texts[date.Year == today.Year ? "dates.short" : "dates.short-and-year"], texts.Culture);

    /// <summary>Such as "4 March 2026".</summary>
    public static string WithYear(this Texts texts, DateOnly date) => date.ToString(texts["dates.short-and-year"], texts.Culture);

    /// <summary>Several dates in order, each once, such as "30 March, 2 and 4 April"; grouped by month.</summary>
    public static string Shortly(this Texts texts, IEnumerable<DateOnly> dates, DateOnly today) => string.Join(
        ", ",
        dates.Distinct().Order().GroupBy(date => (date.Year, date.Month)).Select(month => month.Count() == 1
            ? texts.Shortly(month.First(), today)
            : texts.Join([.. month.SkipLast(1).Select(date => date.Day.ToString(texts.Culture)), texts.Shortly(month.Last(), today)])));

    /// <summary>Such as "March 2026".</summary>
    public static string MonthInWords(this Texts texts, DateOnly month) => month.ToString(texts["dates.month"], texts.Culture);

    /// <summary>Items as a list within a sentence.</summary>
    public static string Join(this Texts texts, IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : texts.Say("dates.and", ("first", string.Join(", ", items.Take(items.Count - 1))), ("last", items[^1]));

    /// <summary>The time of day, such as "09:30".</summary>
    public static string TimeOf(this DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);
}
