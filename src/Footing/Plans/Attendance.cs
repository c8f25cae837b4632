namespace Footing.Plans;

/// <summary>How many of the due dates of two weeks had a session (P12).</summary>
internal static class Attendance
{
    private const int WindowDays = 14;

    /// <summary>The dates of the last two weeks and one more.</summary>
    public static ImmutableArray<AttendanceDay> With(ImmutableArray<AttendanceDay> dates, AttendanceDay date) =>
        [.. dates.Where(known => date.On.DayNumber - known.On.DayNumber < WindowDays), date];

    /// <summary>
    /// Whether 14 days or more have passed since the first session and under 70 % of the due dates among the 14 that
    /// end with <paramref name="last"/> had one.
    /// </summary>
    /// <param name="firstSession">The date of the first session; null before it.</param>
    /// <param name="on">The date for which it is checked.</param>
    /// <param name="dates">What is known about the dates.</param>
    /// <param name="last">The last date of the window.</param>
    public static bool IsLow(DateOnly? firstSession, DateOnly on, IEnumerable<AttendanceDay> dates, DateOnly last)
    {
        if (firstSession is not { } start || on.DayNumber - start.DayNumber < WindowDays)
        {
            return false;
        }

        int due = 0, had = 0;
        foreach (var date in dates)
        {
            if (date.WasDue && date.On <= last && last.DayNumber - date.On.DayNumber < WindowDays)
            {
                due++;
                had += date.HadSession ? 1 : 0;
            }
        }

        return had * 10 < due * 7;
    }
}
