using Footing.Journal;

namespace Footing.Simulation.Checking;

/// <summary>
/// The effective entries as the contract defines them. Corrections of corrections and
/// corrected answers do not occur in a simulation and are not read here.
/// </summary>
internal static class Counting
{
    /// <summary>The effective entries, in the journal's order.</summary>
    /// <param name="arrivals">All entries that have arrived.</param>
    /// <param name="condition">What the contract says of the condition.</param>
    public static List<Entry> Of(IEnumerable<Entry> arrivals, ConditionChecks condition)
    {
        var originals = new Dictionary<Guid, Entry>();
        foreach (var entry in arrivals)
        {
            originals.TryAdd(entry.Id, entry);
        }

        var effective = originals.Where(pair => pair.Value is not CorrectionEntry)
            .ToDictionary(pair => pair.Key, pair => (Entry?)pair.Value);
        foreach (var correction in originals.Values.OfType<CorrectionEntry>().Order(Order).Cast<CorrectionEntry>())
        {
            if (!effective.TryGetValue(correction.Of, out var before))
            {
                continue;
            }

            Entry? after = null;
            if (correction.With is { } with)
            {
                var read = EntryReader.Corrected(originals[correction.Of], with);
                if (!read.Succeeded)
                {
                    continue;
                }

                after = read.Value;
            }

            if (before is null || correction.ByPractitioner || Day(correction) == Day(before) ||
                !IsMilder(before, after, Screened(before, effective), condition))
            {
                effective[correction.Of] = after;
            }
        }

        var sorted = effective.Values.OfType<Entry>().ToList();
        sorted.Sort(Order);
        return sorted;
    }

    /// <summary>The instant that gives an entry's date and its place: of a session its start, where that is known.</summary>
    public static DateTimeOffset When(Entry entry) => entry is SessionEntry { Began: { } began } ? began : entry.At;

    /// <summary>An entry's date; simulated people live in UTC.</summary>
    public static DateOnly Day(Entry entry) => DateOnly.FromDateTime(When(entry).UtcDateTime);

    /// <summary>Whether a check counts as a finding because nobody looked and the feet may lack sensation.</summary>
    public static bool IsUnseen(FootCheckEntry check, Answers? screened, ConditionChecks condition) =>
        check.ObservedBy == Observer.Nobody && screened is not null && condition.MayNotFeel(screened);

    /// <summary>The journal's order: the instant, then the id as lower-case text.</summary>
    private static readonly Comparer<Entry> Order = Comparer<Entry>.Create(static (one, other) =>
        When(one).UtcTicks != When(other).UtcTicks
            ? When(one).UtcTicks.CompareTo(When(other).UtcTicks)
            : string.CompareOrdinal(one.Id.ToString(), other.Id.ToString()));

    private static Answers? Screened(Entry before, Dictionary<Guid, Entry?> effective) => before is not FootCheckEntry ? null : effective.Values
        .OfType<ScreeningEntry>().Where(screening => screening.At < before.At).MaxBy(screening => screening.At)?.Answers;

    private static bool IsMilder(Entry before, Entry? after, Answers? screened, ConditionChecks condition) => before switch
    {
        ScreeningEntry => true,
        SessionEntry was => was.StopReason is StopReason.Skin or StopReason.Dizzy && was.StopReason != (after as SessionEntry)?.StopReason,
        AdverseEventEntry was => was.Event != AdverseEvent.Cramp && (after is not AdverseEventEntry now || IsMilder(was.Event, now.Event)),
        FootCheckEntry was => IsMilder(was, after as FootCheckEntry, screened, condition),
        _ => false,
    };

    private static bool IsMilder(AdverseEvent was, AdverseEvent now) => was == AdverseEvent.SkinChange
        ? now != AdverseEvent.SkinChange
        : now is AdverseEvent.Cramp or AdverseEvent.SkinChange || now < was;

    private static bool IsMilder(FootCheckEntry was, FootCheckEntry? now, Answers? screened, ConditionChecks condition)
    {
        var (skin, isHot) = (SkinOf(was, screened, condition), IsFlag(was.Heat) || IsFlag(was.Swelling) || IsFlag(was.Calf));
        if (skin == SkinFinding.Clear && !isHot && !IsWarm(was))
        {
            return false;
        }

        return now is null || SkinOf(now, screened, condition) < skin || Less(now.Heat, was.Heat) || Less(now.Swelling, was.Swelling) || Less(now.Calf, was.Calf) ||
            (IsWarm(was) && Math.Abs(now.SideDifferenceC ?? 0) < Math.Abs(was.SideDifferenceC!.Value));
    }

    /// <summary>A difference of more than 2.2 °C in either direction.</summary>
    public static bool IsWarm(FootCheckEntry check) => Math.Abs(check.SideDifferenceC ?? 0) > 2.2m;

    /// <summary>Yes or unsure.</summary>
    public static bool IsFlag(YesNoUnsure? answer) => answer is YesNoUnsure.Yes or YesNoUnsure.Unsure;

    private static SkinFinding SkinOf(FootCheckEntry check, Answers? screened, ConditionChecks condition) =>
        check.Skin == SkinFinding.Clear && IsUnseen(check, screened, condition) ? SkinFinding.Mark : check.Skin;

    private static bool Less(YesNoUnsure? now, YesNoUnsure? was) => (now ?? YesNoUnsure.No) < (was ?? YesNoUnsure.No);
}
