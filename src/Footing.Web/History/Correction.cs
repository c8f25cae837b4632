using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;
using Footing.Screening;
using Footing.Storage;
using Footing.Web.Sync;

namespace Footing.Web.Histories;

/// <summary>A change of one entry before it is saved: what it would make of it, whether it may be, what it does to the plan.</summary>
/// <param name="Record">What is corrected.</param>
/// <param name="With">The entry's fields anew, whole; null takes it back.</param>
/// <param name="After">The entry as it would count; null when it is taken back.</param>
public sealed record Correction(Record Record, JsonObject? With, Entry? After)
{
    /// <summary>The entry's fields as they count now, but <c>id</c> and <c>kind</c>, and <c>at</c> unless a correction gave it; what is no text is left out.</summary>
    internal static JsonObject FieldsOf(Record record, Known known)
    {
        var corrections = Footing.Screening.History.Corrections(known.Entries, known.Preference.Zone, null);
        if (corrections.TryGetValue(record.Id, out var correction) && correction.With is { } with)
        {
            return LenientJson.Fields(with);
        }

        var fields = LenientJson.Parse(known.Stored.First(entry => entry.Id == record.Id).Json) is { } json ? LenientJson.Fields(json) : [];
        foreach (var common in (string[])["id", "at", "kind"])
        {
            fields.Remove(common);
        }

        return fields;
    }

    /// <summary>The correction that gives an entry these fields.</summary>
    /// <exception cref="ArgumentException">They are not that kind's fields: a fault of the caller, who checks forms first.</exception>
    internal static Correction To(Record record, JsonObject with)
    {
        using var json = JsonDocument.Parse(with.ToJsonString());
        var read = EntryReader.Corrected(record.First, json.RootElement.Clone());
        return read.Succeeded
            ? new(record, with, read.Value)
            : throw new ArgumentException(string.Join("; ", read.Problems), nameof(with));
    }

    /// <summary>The correction that takes an entry back.</summary>
    internal static Correction Void(Record record) => new(record, null, null);

    /// <summary>
    /// Whether it counts: a finding or a safety answer is made milder on its own day alone, or by a practitioner.
    /// </summary>
    internal bool MayBe(Known known) =>
        Record.Now is not { } before || DateOnly.FromDateTime(At(known).DateTime) == before.DateIn(known.Preference.Zone) || !IsMilder(before, known);

    /// <summary>
    /// The instant that it bears: now, or that of an entry ahead of the clock that it makes milder. The own day of such an
    /// entry has not come yet, and what counts on that day already holds exercise back.
    /// </summary>
    internal DateTimeOffset At(Known known) =>
        Record is { IsAhead: true, Now: { } before } && before.At - known.Now <= JournalStore.FurthestAhead && IsMilder(before, known)
            ? TimeZoneInfo.ConvertTime(before.At, known.Preference.Zone)
            : known.Now;

    private bool IsMilder(Entry before, Known known)
    {
        var screened = known.Everything.OfType<ScreeningEntry>().LastOrDefault(entry => Entry.Order.Compare(entry, before) < 0);
        return Severity.IsMilder(before, After, known.Preference.Zone, screened?.Answers);
    }

    /// <summary>The plan of today as it would be.</summary>
    internal Plan PlanAfter(Known known, Programme programme)
    {
        JsonElement? with = null;
        if (With is not null)
        {
            using var json = JsonDocument.Parse(With.ToJsonString());
            with = json.RootElement.Clone();
        }

        var entry = new CorrectionEntry(NewId.At(known.Now), At(known), Record.Id, with, false);
        return Planner.PlanFor([.. known.Entries, entry], programme, known.Today, known.Preference.Zone);
    }

    /// <summary>The fields of the entry that keeps it.</summary>
    internal JsonObject ToFields() => new() { ["of"] = Record.Id.ToString("D"), ["with"] = With is null ? "void" : With.DeepClone() };
}
