using System.Collections.Immutable;
using Footing.Journal;
using Footing.Journal.Corrections;
using Footing.Web.People;

namespace Footing.Web.JournalHistory;

/// <summary>A journal as the history page shows it: by month, the newest first.</summary>
internal sealed class JournalTimeline
{
    private readonly ImmutableArray<TimelineItem> _records;
    private readonly ImmutableDictionary<Guid, TimelineItem> _byId;

    private JournalTimeline(ImmutableArray<TimelineItem> records, ImmutableDictionary<Guid, TimelineItem> byId, IEnumerable<DateOnly> months)
    {
        (_records, _byId) = (records, byId);
        Months = [.. months];
    }

    /// <summary>The first days of the months with items, the newest first.</summary>
    public ImmutableArray<DateOnly> Months { get; }

    /// <summary>The history, including entries dated later than today: they block exercise and can be voided.</summary>
    public static JournalTimeline Of(JournalView view)
    {
        var zone = view.Preference.Zone;
        var corrections = EffectiveEntries.Corrections(view.Entries, view.Programme.Condition, zone, null);
        var effective = view.Everything.ToDictionary(entry => entry.Id);
        var sets = view.Everything.OfType<SetEntry>().ToLookup(set => set.Session);
        var ended = view.Entries.OfType<SessionEntry>().Select(session => session.Session).ToHashSet();
        var records = new List<TimelineItem>();
        var byId = ImmutableDictionary.CreateBuilder<Guid, TimelineItem>();
        // A correction that cannot be read is an item of its own.
        foreach (var entry in view.Entries.Where(entry => entry is not CorrectionEntry).Concat(view.Unreadable))
        {
            var isAhead = entry.DateIn(zone) > view.Today;
            if (!EntryWords.IsShown(entry) && !isAhead)
            {
                continue;
            }

            var now = effective.GetValueOrDefault(entry.Id);
            var record = new TimelineItem(
                entry.Id,
                entry,
                now,
                corrections.TryGetValue(entry.Id, out var correction) ? correction.DateIn(zone) : null,
                (now ?? entry).DateIn(zone))
            {
                IsAhead = isAhead,
            };
            if (entry is SessionEntry session)
            {
                record = record with { Sets = [.. sets[session.Session]] };
            }

            if (!byId.TryAdd(entry.Id, record))
            {
                continue;
            }

            // The sets of a session belong to its item; those of a session that never ended are items of their own.
            if (entry is not SetEntry set || !ended.Contains(set.Session))
            {
                records.Add(record);
            }
        }

        // A correction is part of what it is about, except where only the correction is dated later than today: then it blocks exercise.
        foreach (var (correction, isVoided, about) in EffectiveEntries.CorrectionsAfter(view.Entries, view.Programme.Condition, zone, view.Today))
        {
            var record = new TimelineItem(correction.Id, correction, isVoided ? null : correction, null, correction.DateIn(zone))
            {
                IsAhead = true,
                About = about is null ? null : (about, about.DateIn(zone)),
            };
            if (byId.TryAdd(correction.Id, record))
            {
                records.Add(record);
            }
        }

        // What a snapshot has closed it lists itself: here only some of those entries were read.
        var months = records.Where(record => !view.IsClosed(record.First)).Select(record => MonthOf(record.On))
            .Concat(view.ClosedMonths).Distinct().OrderDescending();
        return new([.. records.OrderByDescending(record => record.Shown, Entry.Order)], byId.ToImmutable(), months);
    }

    /// <summary>The first day of a date's month.</summary>
    public static DateOnly MonthOf(DateOnly date) => new(date.Year, date.Month, 1);

    /// <summary>One item; null when there is none with this id.</summary>
    public TimelineItem? Find(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>The items of a month, by date, the newest first.</summary>
    public IEnumerable<IGrouping<DateOnly, TimelineItem>> In(DateOnly month) =>
        _records.Where(record => MonthOf(record.On) == month).GroupBy(record => record.On);
}
