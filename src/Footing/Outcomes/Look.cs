namespace Footing.Outcomes;

/// <summary>
/// A formal look: the only days on which something is said to be better or worse. Who looks every day and stops at the first good one
/// is fooled by chance.
/// </summary>
/// <param name="Week">4, 8, 12, 24, 36 and so on, counted after a week of settling in.</param>
public readonly record struct Look(int Week)
{
    private const int LastWeekOfFirstCourse = 12;
    private const int WeeksBetween = 12;

    /// <summary>The boundary of the last of the three first looks; found by simulation (docs/outcomes.md).</summary>
    private const double FirstBoundary = 1.9;

    /// <summary>The boundary of all looks after those; found in the same way.</summary>
    private const double LaterBoundary = 2.5;

    /// <summary>The days that a look after the first course compares with the baseline.</summary>
    public const int LaterDays = 84;

    /// <summary>The first look.</summary>
    public static Look First { get; } = new(4);

    /// <summary>The last of the three first looks.</summary>
    public static Look EndOfFirstCourse { get; } = new(LastWeekOfFirstCourse);

    /// <summary>Its day, counted from the measure's first check-in as day 0.</summary>
    public int Day => (Week + 1) * 7;

    /// <summary>Whether it is one of the three first, which read all from the first check-in on.</summary>
    public bool IsOfFirstCourse => Week <= LastWeekOfFirstCourse;

    /// <summary>The look after it.</summary>
    public Look Next => new(Week < LastWeekOfFirstCourse ? Week + 4 : Week + WeeksBetween);

    /// <summary>
    /// By how many standard errors a change has to stand out to be told. The first three have a boundary as by O'Brien and Fleming 1979
    /// (Biometrics 35:549): high at first, so that all three together are wrong as rarely as one.
    /// </summary>
    public double Boundary => IsOfFirstCourse ? FirstBoundary * Math.Sqrt((double)LastWeekOfFirstCourse / Week) : LaterBoundary;

    /// <summary>The looks whose day has come, earliest first.</summary>
    /// <param name="day">The days since the first check-in.</param>
    public static IEnumerable<Look> UpTo(int day)
    {
        for (var look = First; look.Day <= day; look = look.Next)
        {
            yield return look;
        }
    }

    /// <summary>The first look whose day is still to come.</summary>
    /// <param name="day">The days since the first check-in.</param>
    public static Look After(int day)
    {
        var look = First;
        while (look.Day <= day)
        {
            look = look.Next;
        }

        return look;
    }
}
