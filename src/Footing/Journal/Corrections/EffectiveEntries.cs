using Footing.Screening;

namespace Footing.Journal.Corrections;

/// <summary>
/// The effective entries of a journal: corrections applied, in the journal's order. The order in which entries arrive
/// makes no difference.
/// </summary>
public sealed class EffectiveEntries
{
    private readonly Condition _condition;
    private readonly TimeZoneInfo _zone;
    private readonly Dictionary<Guid, Entry> _originals;
    private readonly Dictionary<Guid, List<CorrectionEntry>> _effective = [];
    private readonly Dictionary<Guid, List<CorrectionEntry>> _waiting = [];
    private readonly HashSet<Guid> _tried = [];
    private readonly List<UnreadableEntry> _unreadable = [];

    private EffectiveEntries(IEnumerable<Entry> entries, Condition condition, TimeZoneInfo zone)
    {
        _condition = condition;
        _zone = zone;
        _originals = [];
        foreach (var entry in entries)
        {
            _originals.TryAdd(entry.Id, entry);
        }
    }

    /// <summary>
    /// The effective entries, without corrections, in the journal's order. What cannot be read becomes an
    /// <see cref="UnreadableEntry"/>, also a correction, and one with content that the corrected entry cannot have.
    /// </summary>
    /// <param name="entries">The journal, in any order; of equal ids the first is used.</param>
    /// <param name="condition">The condition whose rules say which correction is milder.</param>
    /// <param name="zone">The person's zone.</param>
    /// <param name="on">The last date that is read, also of corrections; null reads all.</param>
    public static ImmutableArray<Entry> Of(IEnumerable<Entry> entries, Condition condition, TimeZoneInfo zone, DateOnly? on)
    {
        var history = Read(entries, condition, zone, on);
        var effective = history._originals.Values
            .Where(entry => entry is not CorrectionEntry)
            .Select(entry => history.Effective(entry))
            .OfType<Entry>()
            .Concat(history._unreadable.Where(correction => history.LastEffective(correction.Id) is null))
            .Select(history.Known)
            .Where(entry => on is null || entry.DateIn(zone) <= on)
            .ToList();
        effective.Sort(Entry.Order);
        PutFootChecksFirst(effective);
        return [.. effective];
    }

    /// <summary>The last effective correction of each corrected entry, by the entry's id.</summary>
    /// <param name="entries">The journal, in any order; of equal ids the first is used.</param>
    /// <param name="condition">The condition whose rules say which correction is milder.</param>
    /// <param name="zone">The person's zone.</param>
    /// <param name="on">The last date that is read; null reads all.</param>
    /// <returns>Each correction with its own corrections applied. No key is the id of a correction.</returns>
    public static ImmutableDictionary<Guid, CorrectionEntry> Corrections(IEnumerable<Entry> entries, Condition condition, TimeZoneInfo zone, DateOnly? on)
    {
        var history = Read(entries, condition, zone, on);
        var applied = ImmutableDictionary.CreateBuilder<Guid, CorrectionEntry>();
        foreach (var of in history._effective.Keys)
        {
            if (history._originals[of] is not CorrectionEntry && history.LastEffective(of) is { } last)
            {
                applied.Add(of, last);
            }
        }

        return applied.ToImmutable();
    }

    /// <summary>
    /// The latest date after a date on which something is effective: then the date is wrong, or an entry has a wrong
    /// one. A voided entry is not effective, nor is its correction, even if that has a later date itself.
    /// </summary>
    /// <param name="entries">The journal, in any order; of equal ids the first is used.</param>
    /// <param name="condition">The condition whose rules say which correction is milder.</param>
    /// <param name="zone">The person's zone.</param>
    /// <param name="on">The date, in the person's zone.</param>
    /// <returns>Null when nothing effective has a later date.</returns>
    public static DateOnly? LastAfter(IEnumerable<Entry> entries, Condition condition, TimeZoneInfo zone, DateOnly on)
    {
        var history = Read(entries, condition, zone, null);
        DateOnly? last = null;
        foreach (var entry in history._originals.Values)
        {
            var effective = entry is CorrectionEntry correction
                ? CorrectionChain.RootOf(correction, history._originals, out _) is { } root && root.DateIn(zone) > on ? null : history.Corrected(correction)
                : history.Effective(entry);
            if (effective?.DateIn(zone) is { } date && date > on && !(last >= date))
            {
                last = date;
            }
        }

        return last;
    }

    /// <summary>
    /// The corrections with a later date than a date, of entries that have none: only because of them such an entry is ahead.
    /// </summary>
    /// <param name="entries">The journal, in any order; of equal ids the first is used.</param>
    /// <param name="condition">The condition whose rules say which correction is milder.</param>
    /// <param name="zone">The person's zone.</param>
    /// <param name="on">The date, in the person's zone.</param>
    /// <returns>Each with whether it was voided, and with the entry that it is about; null where that is not there.</returns>
    public static ImmutableArray<(CorrectionEntry Correction, bool IsVoided, Entry? Root)> CorrectionsAfter(IEnumerable<Entry> entries, Condition condition, TimeZoneInfo zone, DateOnly on)
    {
        var history = Read(entries, condition, zone, null);
        return
        [
            .. history._originals.Values.OfType<CorrectionEntry>().Where(correction => correction.DateIn(zone) > on)
                .Select(correction => (correction, history.Corrected(correction) is null, CorrectionChain.RootOf(correction, history._originals, out _)))
                .Where(one => one.Item3 is not { } root || root.DateIn(zone) <= on),
        ];
    }

    /// <summary>Whether a correction would be effective, by all rules of corrections.</summary>
    /// <param name="correction">The correction.</param>
    /// <param name="entries">The journal without it, in any order; of equal ids the first is used.</param>
    /// <param name="condition">The condition whose rules say which correction is milder.</param>
    /// <param name="zone">The person's zone.</param>
    public static bool WouldBeEffective(CorrectionEntry correction, IEnumerable<Entry> entries, Condition condition, TimeZoneInfo zone) =>
        Read([.. entries, correction], condition, zone, null)._effective.TryGetValue(correction.Of, out var effective) && effective.Contains(correction);

    private static EffectiveEntries Read(IEnumerable<Entry> entries, Condition condition, TimeZoneInfo zone, DateOnly? on)
    {
        var history = new EffectiveEntries(entries, condition, zone);
        CorrectionEntry[] corrections =
            [.. history._originals.Values.OfType<CorrectionEntry>().Where(entry => on is null || entry.DateIn(zone) <= on)];
        Array.Sort(corrections, Entry.Order);
        foreach (var correction in corrections)
        {
            history.Try(correction);
        }

        return history;
    }

    /// <summary>Applies a correction if it is allowed; it waits until its target has been tried.</summary>
    private void Try(CorrectionEntry correction)
    {
        if (!_originals.TryGetValue(correction.Of, out var target))
        {
            return;
        }

        if (target is CorrectionEntry && !_tried.Contains(target.Id))
        {
            List(_waiting, target.Id).Add(correction);
            return;
        }

        _tried.Add(correction.Id);
        if (CorrectionChain.RootOf(correction, _originals, out _) is { } root)
        {
            var before = Effective(root);
            // A correction that was not effective may become so once it is itself corrected.
            var revived = target is CorrectionEntry idle && Add(idle) ? idle : null;
            Add(correction);
            var problems = Problems(correction, target, root);
            if (!problems.IsEmpty)
            {
                _unreadable.Add(new(correction.Id, correction.At, EntryReader.KindOf(correction), problems) { Of = correction.Of });
            }

            if (!problems.IsEmpty || !MayBe(correction, before, Effective(root)))
            {
                _effective[correction.Of].Remove(correction);
                if (revived is not null)
                {
                    _effective[revived.Of].Remove(revived);
                }
            }
        }

        if (_waiting.Remove(correction.Id, out var late))
        {
            late.ForEach(Try);
        }
    }

    /// <summary>
    /// A change that makes a finding milder is valid only from the finding's own day or from a practitioner.
    /// </summary>
    private bool MayBe(CorrectionEntry correction, Entry? before, Entry? after) =>
        Severity.MayCorrect(before, after, correction.DateIn(_zone), correction.ByPractitioner, _zone, ScreenedBefore, _condition);

    /// <summary>The answers of the last effective screening before an entry; read only for foot checks.</summary>
    private Answers? ScreenedBefore(Entry entry) => entry is not FootCheckEntry ? null : _originals.Values
        .OfType<ScreeningEntry>()
        .Select(Effective)
        .OfType<ScreeningEntry>()
        .Where(screening => Entry.Order.Compare(screening, entry) < 0)
        .Max(Comparer<ScreeningEntry>.Create(Entry.Order.Compare))?.Answers;

    /// <summary>The entry with the corrections so far; null when it is voided.</summary>
    private Entry? Effective(Entry original)
    {
        var last = LastEffective(original.Id);
        if (last is null)
        {
            return original;
        }

        if (last.With is not { } with)
        {
            return null;
        }

        // An unreadable correction can only be voided: new fields for it would not be applied.
        var read = EntryReader.Corrected(original, with);
        return !read.Succeeded ? null : original is UnreadableEntry && read.Value is CorrectionEntry ? original : read.Value;
    }

    private CorrectionEntry? LastEffective(Guid of)
    {
        if (!_effective.TryGetValue(of, out var corrections))
        {
            return null;
        }

        for (var i = corrections.Count - 1; i >= 0; i--)
        {
            if (Corrected(corrections[i]) is { } effective)
            {
                return effective;
            }
        }

        return null;
    }

    /// <summary>A correction with its own corrections applied; null when it is voided.</summary>
    private CorrectionEntry? Corrected(CorrectionEntry correction)
    {
        var last = LastEffective(correction.Id);
        if (last is null)
        {
            return correction;
        }

        return last.With is { } with && EntryReader.Corrected(correction, with) is { Succeeded: true, Value: CorrectionEntry read }
            ? correction with { With = read.With }
            : null;
    }

    /// <summary>
    /// Why the fields of a correction cannot be read; empty when they can. They must be fields of its target's kind,
    /// and the entry that results at the end of the chain must be readable too.
    /// </summary>
    private ImmutableArray<Problem> Problems(CorrectionEntry correction, Entry target, Entry root)
    {
        if (correction.With is { } with && EntryReader.Corrected(target, with) is { Succeeded: false } read)
        {
            return [.. read.Problems];
        }

        return LastEffective(root.Id)?.With is { } last && EntryReader.Corrected(root, last) is { Succeeded: false } left
            ? [.. left.Problems]
            : [];
    }

    /// <summary>An unreadable entry with the entry that it is about; any other entry unchanged.</summary>
    private Entry Known(Entry entry) => entry is UnreadableEntry { About: null } unreadable
        ? unreadable with { About = AboutOf(unreadable) }
        : entry;

    private (string Kind, Guid Id)? AboutOf(UnreadableEntry unreadable)
    {
        var seen = new HashSet<Guid>();
        Entry? at = unreadable;
        while (at is CorrectionEntry or UnreadableEntry { About: null })
        {
            var of = at is CorrectionEntry link ? link.Of : ((UnreadableEntry)at).Of;
            if (of is null || !seen.Add(at.Id) || !_originals.TryGetValue(of.Value, out at))
            {
                return null;
            }
        }

        return (EntryReader.KindOf(at), at.Id);
    }

    /// <summary>Inserts a correction in order among those of its target; false when it is already there.</summary>
    private bool Add(CorrectionEntry correction)
    {
        var list = List(_effective, correction.Of);
        if (list.Contains(correction))
        {
            return false;
        }

        var place = list.FindIndex(other => Entry.Order.Compare(other, correction) > 0);
        list.Insert(place < 0 ? list.Count : place, correction);
        return true;
    }

    private static List<CorrectionEntry> List(Dictionary<Guid, List<CorrectionEntry>> lists, Guid id)
    {
        if (!lists.TryGetValue(id, out var list))
        {
            lists[id] = list = [];
        }

        return list;
    }

    /// <summary>A foot check at the exact instant at which a session begins counts as before it.</summary>
    private static void PutFootChecksFirst(List<Entry> entries)
    {
        for (var i = 1; i < entries.Count; i++)
        {
            if (entries[i] is not FootCheckEntry check)
            {
                continue;
            }

            var session = i;
            for (var j = i - 1; j >= 0 && entries[j].Instant.UtcTicks == check.Instant.UtcTicks; j--)
            {
                session = entries[j] is SessionEntry ? j : session;
            }

            if (session < i)
            {
                entries.RemoveAt(i);
                entries.Insert(session, check);
            }
        }
    }
}
