using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Journal;
using Footing.Journal.Corrections;
using Footing.Plans;
using Footing.Programmes;
using Footing.Screening;
using Footing.Storage.Journals;
using Footing.Web.Pages;
using Footing.Web.People;

namespace Footing.Web.JournalHistory;

/// <summary>A change of one entry before it is saved: what it would make of it, whether it may be, what it does to the plan.</summary>
/// <param name="TimelineItem">What is corrected.</param>
/// <param name="With">The entry's fields anew, whole; null takes it back.</param>
/// <param name="After">The entry as it would count; null when it is taken back.</param>
public sealed record Correction(TimelineItem TimelineItem, JsonObject? With, Entry? After)
{
    /// <summary>The entry's fields as they count now, but <c>id</c> and <c>kind</c>, and <c>at</c> unless a correction gave it; what is no text is left out.</summary>
    internal static JsonObject FieldsOf(TimelineItem record, JournalView view)
    {
        var corrections = EffectiveEntries.Corrections(view.Entries, view.Preference.Zone, null);
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
    /// <exception cref="ArgumentException">They are not that kind's fields: a fault of the caller, who checks forms first.</exception>
    internal static Correction To(TimelineItem record, JsonObject with)
    {
        using var json = JsonDocument.Parse(with.ToJsonString());
        var read = EntryReader.Corrected(record.First, json.RootElement.Clone());
        return read.Succeeded
            ? new(record, with, read.Value)
            : throw new ArgumentException(string.Join("; ", read.Problems), nameof(with));
    }

    /// <summary>The correction that takes an entry back.</summary>
    internal static Correction Void(TimelineItem record) => new(record, null, null);

    /// <summary>
    /// Whether it counts: a finding or a safety answer is made milder on its own day alone, or by a practitioner.
    /// </summary>
    internal bool MayBe(JournalView view) =>
        TimelineItem.Now is not { } before || DateOnly.FromDateTime(At(view).DateTime) == before.DateIn(view.Preference.Zone) || !IsMilder(before, view);

    /// <summary>
    /// The instant that it bears: now, or that of an entry ahead of the clock that it makes milder. The own day of such an
    /// entry has not come yet, and what counts on that day already holds exercise back.
    /// </summary>
    internal DateTimeOffset At(JournalView view) =>
        TimelineItem is { IsAhead: true, Now: { } before } && before.At - view.Now <= JournalStore.FurthestAhead && IsMilder(before, view)
            ? TimeZoneInfo.ConvertTime(before.At, view.Preference.Zone)
            : view.Now;

    private bool IsMilder(Entry before, JournalView view)
    {
        var screened = view.Everything.OfType<ScreeningEntry>().LastOrDefault(entry => Entry.Order.Compare(entry, before) < 0);
        return Severity.IsMilder(before, After, view.Preference.Zone, screened?.Answers);
    }

    /// <summary>The plan of today as it would be.</summary>
    internal Plan PlanAfter(JournalView view, Programme programme)
    {
        JsonElement? with = null;
        if (With is not null)
        {
            using var json = JsonDocument.Parse(With.ToJsonString());
            with = json.RootElement.Clone();
        }

        var entry = new CorrectionEntry(NewId.At(view.Now), At(view), TimelineItem.Id, with, false);
        return Planner.PlanFor([.. view.Entries, entry], programme, view.Today, view.Preference.Zone);
    }

    /// <summary>The fields of the entry that keeps it.</summary>
    internal JsonObject ToFields() => new() { ["of"] = TimelineItem.Id.ToString("D"), ["with"] = With is null ? "void" : With.DeepClone() };
}
