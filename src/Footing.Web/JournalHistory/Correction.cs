using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Journal;
using Footing.Journal.Corrections;
using Footing.Plans;
using Footing.Programmes;
using Footing.Storage.Journals;
using Footing.Web.Pages;
using Footing.Web.People;

namespace Footing.Web.JournalHistory;

/// <summary>A correction before it is saved: its result, whether it is allowed, and its effect on the plan.</summary>
/// <param name="TimelineItem">The item to correct.</param>
/// <param name="With">All new fields of the entry; null voids it.</param>
/// <param name="After">The entry as it would be effective; null when it is voided.</param>
public sealed record Correction(TimelineItem TimelineItem, JsonElement? With, Entry? After)
{
    /// <summary>
    /// The entry's effective fields without <c>id</c>, <c>kind</c> and (unless a correction gave it) <c>at</c>; strings
    /// that are not valid text are left out.
    /// </summary>
    internal static JsonObject FieldsOf(TimelineItem record, JournalView view)
    {
        var corrections = EffectiveEntries.Corrections(view.Entries, view.Programme.Condition, view.Preference.Zone, null);
        if (corrections.TryGetValue(record.Id, out var correction) && correction.With is { } with)
        {
            return LenientJson.Fields(with);
        }

        var fields = LenientJson.Parse(view.Stored.First(entry => entry.Id == record.Id).Json) is { } json ? LenientJson.Fields(json) : [];
        foreach (var common in (string[])["id", "at", "kind"])
        {
            fields.Remove(common);
        }

        return fields;
    }

    /// <summary>The correction that gives an entry these fields.</summary>
    /// <exception cref="ArgumentException">Not fields of this kind: the caller must check forms first.</exception>
    internal static Correction To(TimelineItem record, JsonObject with)
    {
        var fields = JsonSerializer.SerializeToElement(with);
        var read = EntryReader.Corrected(record.First, fields);
        return read.Succeeded
            ? new(record, fields, read.Value)
            : throw new ArgumentException(string.Join("; ", read.Problems), nameof(with));
    }

    /// <summary>The correction that makes an entry this one; fields that no type has stay as they are.</summary>
    internal static Correction To(TimelineItem record, Entry after, JournalView view) => new(record, Merge(after, record, view), after);

    /// <summary>The fields of an entry with those of the item that no type has.</summary>
    internal static JsonElement Merge(Entry after, TimelineItem record, JournalView view) =>
        EntryWriter.Fields(after, record.Shown, JsonSerializer.SerializeToElement(FieldsOf(record, view)));

    /// <summary>The correction that voids an entry.</summary>
    internal static Correction Void(TimelineItem record) => new(record, null, null);

    /// <summary>
    /// Whether it is allowed: a finding or a safety answer becomes milder only on its own day, or by a practitioner. The domain
    /// is asked, because it also judges what a correction of a correction results in.
    /// </summary>
    internal bool MayBe(JournalView view) => IsEffective(At(view), view);

    /// <summary>
    /// The instant of the correction: now, or that of a future-dated entry that it makes milder. The own day of such an
    /// entry is still to come, and what is effective on that day already holds exercise back.
    /// </summary>
    internal DateTimeOffset At(JournalView view) =>
        TimelineItem is { IsAhead: true, Now: not (null or CorrectionEntry) } && TimelineItem.Now.At - view.Now <= JournalStore.FurthestAhead && !IsEffective(view.Now, view)
            ? TimeZoneInfo.ConvertTime(TimelineItem.Now.At, view.Preference.Zone)
            : view.Now;

    private bool IsEffective(DateTimeOffset at, JournalView view) =>
        EffectiveEntries.WouldBeEffective(new(NewId.At(view.Now), at, TimelineItem.Id, With), view.Entries, view.Programme.Condition, view.Preference.Zone);

    /// <summary>Today's plan with the correction.</summary>
    internal Plan PlanAfter(JournalView view) =>
        Planner.PlanFor([.. view.Entries, ToEntry(view)], view.Programme, view.Today, view.Preference.Zone);

    /// <summary>The entry that stores it.</summary>
    internal CorrectionEntry ToEntry(JournalView view) => new(NewId.At(view.Now), At(view), TimelineItem.Id, With);
}
