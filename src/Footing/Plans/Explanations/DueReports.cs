using Footing.Journal;
using Footing.Programmes;

namespace Footing.Plans.Explanations;

/// <summary>What a person has not reported yet, and is still asked for.</summary>
public static class DueReports
{
    /// <summary>For so many days after a session its next morning is asked for.</summary>
    public const int DaysToAskForTheMorning = 3;

    private const int DaysToAskForTheSession = 7;
    private const int DaysBetweenWeeks = 7;

    /// <summary>
    /// The last session while its next morning is not reported: from the next day for some days. Null when there is
    /// nothing to ask.
    /// </summary>
    /// <param name="state">The state on the date.</param>
    /// <param name="effective">The effective entries since the last session.</param>
    /// <param name="today">The date.</param>
    public static SessionEntry? Morning(CareState state, IReadOnlyCollection<Entry> effective, DateOnly today) =>
        state.LastSession is { } last && today.DayNumber - last.On.DayNumber is >= 1 and <= DaysToAskForTheMorning
            ? WithoutMorning(state, effective)
            : null;

    /// <summary>The last session while its next morning is not reported, however long ago; null when there is none.</summary>
    /// <param name="state">The state on the date.</param>
    /// <param name="effective">The effective entries since the last session.</param>
    public static SessionEntry? WithoutMorning(CareState state, IReadOnlyCollection<Entry> effective)
    {
        if (state.LastSession is not { } last)
        {
            return null;
        }

        var session = effective.OfType<SessionEntry>().First(entry => entry.Id == last.Entry);
        return effective.OfType<NextMorningEntry>().Any(entry => entry.Session == session.Session) ? null : session;
    }

    /// <summary>Whether the check-in of the week is to be asked for: seven days after the last one, or when there was none.</summary>
    /// <param name="state">The state on the date.</param>
    /// <param name="today">The date.</param>
    /// <param name="zone">The person's zone.</param>
    public static bool IsWeekDue(CareState state, DateOnly today, TimeZoneInfo zone) =>
        state.Reports.Latest is not { } latest || today.DayNumber - latest.DateIn(zone).DayNumber >= DaysBetweenWeeks;

    /// <summary>The last set of a session of this week that was never fully reported; null if there is none.</summary>
    /// <param name="programme">The programme: a set of an exercise that it lacks makes no session.</param>
    /// <param name="effective">The effective entries.</param>
    /// <param name="today">The date.</param>
    /// <param name="zone">The person's zone.</param>
    /// <param name="isReported">Whether a session was ever reported, even if that was voided later.</param>
    public static SetEntry? Session(Programme programme, IEnumerable<Entry> effective, DateOnly today, TimeZoneInfo zone, Func<string, bool> isReported) =>
        effective.OfType<SetEntry>().LastOrDefault(set =>
            programme.Has(set.Exercise) &&
            today.DayNumber - set.DateIn(zone).DayNumber <= DaysToAskForTheSession && !isReported(set.Session));

    /// <summary>Whether the feet were looked at on a date, after any session of it.</summary>
    /// <param name="effective">The effective entries, in the journal's order.</param>
    /// <param name="today">The date.</param>
    /// <param name="zone">The person's zone.</param>
    public static bool AreFeetChecked(IEnumerable<Entry> effective, DateOnly today, TimeZoneInfo zone) =>
        effective.LastOrDefault(entry => entry is FootCheckEntry or SessionEntry) is FootCheckEntry last && last.DateIn(zone) == today;
}
