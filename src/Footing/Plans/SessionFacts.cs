using Footing.Journal;
using Footing.Screening;

namespace Footing.Plans;

/// <summary>
/// What the journal says about its sessions, at any place in it: the sets by session, how the next morning was, and the
/// foot checks before and after. A session is judged with all of it, whenever it arrived.
/// </summary>
internal sealed class SessionFacts
{
    private readonly Dictionary<string, List<SetEntry>> _sets = [];
    private readonly Dictionary<string, List<NextMorningEntry>> _mornings = [];
    private readonly List<(int Place, DateOnly On, bool IsClear)> _checks = [];
    private readonly List<int> _sessions = [];
    private readonly Dictionary<string, Guid> _first = [];

    /// <param name="entries">The effective entries, in the journal's order.</param>
    /// <param name="zone">The person's zone.</param>
    /// <param name="condition">The condition that says whose feet may not feel.</param>
    public SessionFacts(ImmutableArray<Entry> entries, TimeZoneInfo zone, Condition condition)
    {
        ScreeningEntry? screening = null;
        var doubtful = entries.OfType<UnreadableEntry>().Select(entry => entry.About?.Id).ToHashSet();
        for (var i = 0; i < entries.Length; i++)
        {
            switch (entries[i])
            {
                case ScreeningEntry made:
                    screening = made;
                    break;
                case SetEntry set:
                    (_sets.TryGetValue(set.Session, out var sets) ? sets : _sets[set.Session] = []).Add(set);
                    break;
                case NextMorningEntry morning:
                    (_mornings.TryGetValue(morning.Session, out var mornings) ? mornings : _mornings[morning.Session] = []).Add(morning);
                    break;
                case FootCheckEntry check:
                    _checks.Add((i, check.DateIn(zone), IsClear(check, screening?.Answers, condition) && !doubtful.Contains(check.Id)));
                    break;
                case UnreadableEntry unreadable when unreadable.MayBeAbout(EntryKind.FootCheck):
                    _checks.Add((i, unreadable.DateIn(zone), false));
                    break;
                case SessionEntry session:
                    _sessions.Add(i);
                    _first.TryAdd(session.Session, session.Id);
                    break;
            }
        }
    }

    /// <summary>The sets of a session entry; empty for a second entry of the same session.</summary>
    public IReadOnlyList<SetEntry> SetsOf(SessionEntry session) =>
        _first[session.Session] == session.Id && _sets.TryGetValue(session.Session, out var sets) ? sets : [];

    /// <summary>The first answer by which pain was raised the next morning; null when there is none.</summary>
    public Guid? RaisedNextMorning(SessionEntry session) =>
        _mornings.TryGetValue(session.Session, out var mornings) ? mornings.Find(morning => morning.IsRaised(session.PainBefore))?.Id : null;

    /// <summary>Whether the date has a foot check and all of that date are clear.</summary>
    public bool IsClearOn(DateOnly on)
    {
        var any = false;
        foreach (var check in _checks)
        {
            if (check.On == on)
            {
                if (!check.IsClear)
                {
                    return false;
                }

                any = true;
            }
        }

        return any;
    }

    /// <summary>
    /// Whether there is a clear foot check before the session on that day, and another one after it, before the next
    /// session (P7).
    /// </summary>
    /// <param name="place">The session's place among the entries.</param>
    /// <param name="on">Its date.</param>
    public bool IsBetweenClearChecks(int place, DateOnly on)
    {
        var next = SessionFrom(place + 1);
        return _checks.Exists(check => check.IsClear && check.Place < place && check.On == on) && HasClearCheck(place + 1, next);
    }

    /// <summary>The place of the first session at or after a place; after all places where there is none.</summary>
    public int SessionFrom(int place)
    {
        foreach (var session in _sessions)
        {
            if (session >= place)
            {
                return session;
            }
        }

        return int.MaxValue;
    }

    /// <summary>Whether there is a clear foot check at or after a place and before another.</summary>
    public bool HasClearCheck(int from, int before) =>
        _checks.Exists(check => check.IsClear && check.Place >= from && check.Place < before);

    private static bool IsClear(FootCheckEntry check, Answers? answers, Condition condition) =>
        Severity.SkinOf(check, answers, condition) == SkinFinding.Clear &&
        check is { Heat: YesNoUnsure.No, Swelling: YesNoUnsure.No, HasCalfFinding: false, HasTemperatureAsymmetry: false };
}
