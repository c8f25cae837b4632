namespace Footing.Content;

/// <summary>How weekdays are written in data.</summary>
internal static class WeekdayIds
{
    internal const string All = "mon, tue, wed, thu, fri, sat, sun";

    internal static DayOfWeek? Find(string id) => id switch
    {
        "mon" => DayOfWeek.Monday,
        "tue" => DayOfWeek.Tuesday,
        "wed" => DayOfWeek.Wednesday,
        "thu" => DayOfWeek.Thursday,
        "fri" => DayOfWeek.Friday,
        "sat" => DayOfWeek.Saturday,
        "sun" => DayOfWeek.Sunday,
        _ => null,
    };
}
