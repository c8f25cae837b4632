using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;
using Footing.Storage;
using Footing.Web.Hosting;
using Footing.Web.Screening;
using Footing.Web.Settings;

namespace Footing.Web.Sync;

/// <summary>The journal of the person who is served: read whole, and appended to.</summary>
/// <remarks>Every call throws <see cref="StorageException"/>, which the host shows as a page.</remarks>
public sealed class PersonJournal(IJournalStore store, IDraftStore drafts, Programme programme, FootingOptions options)
{
    /// <summary>With fewer entries to read, a snapshot would save less than it costs to write.</summary>
    private const int SnapshotAfter = 60;

    /// <summary>The person's id in the store.</summary>
    public Guid Person { get; } = LocalPerson.Id;

    /// <summary>All that is known of the person now: every entry.</summary>
    public async Task<Known> ReadAsync(CancellationToken cancellation = default) =>
        await KnownAsync(await store.ReadAsync(Person, cancellation), null, cancellation);

    /// <summary>
    /// What is known of the person now, as far as today asks for it: the state and the plan of today, and the entries
    /// since the day before the last session. It costs the same on the thousandth day as on the first.
    /// </summary>
    public async Task<Known> ReadTodayAsync(CancellationToken cancellation = default)
    {
        var recent = await store.ReadRecentAsync(Person, cancellation);
        var snapshot = recent.Snapshot is { } kept ? PlanSnapshot.From(kept.Json) : null;
        if (snapshot is not null)
        {
            var carried = snapshot.Carried.Select(entry =>
                new StoredEntry(entry.Entry.Id, entry.Entry.At.ToUniversalTime(), EntryReader.KindOf(entry.Entry), entry.Sequence, entry.Json));
            // One that was carried may have been accepted late, and then it is read as well.
            var stored = InOrder(carried.Concat(recent.Entries).DistinctBy(entry => entry.Id));
            var preference = Preference.Of(stored, options);
            var today = DateOnly.FromDateTime(Now(preference).DateTime);
            var newer = Accepted(recent.Entries);
            if (snapshot.Resume(newer, programme, today, preference.Zone).Folded is { } folded)
            {
                if (recent.Entries.Count >= SnapshotAfter && snapshot.Advance(newer, programme, today, preference.Zone) is { } next)
                {
                    await KeepAsync(recent.Journal!.Value, next, cancellation);
                }

                return await KnownAsync(stored, folded, cancellation);
            }
        }

        var all = recent.Snapshot is null ? recent.Entries : await store.ReadAsync(Person, cancellation);
        var known = await KnownAsync(InOrder(all), null, cancellation);
        if (all.Count >= SnapshotAfter && PlanSnapshot.Of(Accepted(all), programme, known.Today, known.Preference.Zone) is { } first)
        {
            await KeepAsync(recent.Journal!.Value, first, cancellation);
        }

        return known;
    }

    /// <summary>Makes one entry of now, with an id of its own, and waits until it is durable.</summary>
    /// <param name="kind">The entry's kind.</param>
    /// <param name="fields">Its fields but <c>id</c>, <c>at</c> and <c>kind</c>.</param>
    /// <param name="zone">The person's zone, for the offset.</param>
    /// <param name="cancellation">Heeded while waiting.</param>
    /// <returns>The entry's id.</returns>
    /// <exception cref="ArgumentException">The fields are not those of the kind: a fault of the caller, who checks forms first.</exception>
    public async Task<Guid> AppendAsync(string kind, JsonObject fields, TimeZoneInfo zone, CancellationToken cancellation = default)
    {
        var at = TimeZoneInfo.ConvertTime(options.Clock.GetUtcNow(), zone);
        var id = NewId.At(at);
        await AppendAsync(id, at, kind, fields, cancellation);
        return id;
    }

    /// <summary>
    /// Appends an entry with an id that follows from what it is about, and waits until it is durable. What is there
    /// already under this id stays as it is: a form sent twice makes one entry.
    /// </summary>
    /// <param name="id">The entry's id.</param>
    /// <param name="at">When it happened, with the offset of the person's zone.</param>
    /// <param name="kind">The entry's kind.</param>
    /// <param name="fields">Its fields but <c>id</c>, <c>at</c> and <c>kind</c>.</param>
    /// <param name="cancellation">Heeded while waiting.</param>
    /// <exception cref="ArgumentException">The fields are not those of the kind: a fault of the caller, who checks forms first.</exception>
    public async Task AppendAsync(Guid id, DateTimeOffset at, string kind, JsonObject fields, CancellationToken cancellation = default)
    {
        // To the millisecond, as it is written: the store orders by the very time that the entry says.
        at = new DateTimeOffset(at.Ticks - (at.Ticks % TimeSpan.TicksPerMillisecond), at.Offset);
        var entry = new JsonObject { ["id"] = id.ToString(), ["at"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", System.Globalization.CultureInfo.InvariantCulture), ["kind"] = kind };
        foreach (var (name, value) in fields)
        {
            entry[name] = value?.DeepClone();
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(entry, Plain);
        if (EntryReader.From(json) is { Succeeded: false } read)
        {
            throw new ArgumentException($"No entry of kind \"{kind}\": {string.Join("; ", read.Problems)}", nameof(fields));
        }

        await store.AppendAsync(Person, [new NewEntry(id, at, kind, json)], cancellation);
    }

    /// <summary>The journal's order: the instant, then the id as lower-case text.</summary>
    private static StoredEntry[] InOrder(IEnumerable<StoredEntry> entries) =>
        [.. entries.OrderBy(entry => entry.At.UtcTicks).ThenBy(entry => entry.Id.ToString("D"), StringComparer.Ordinal)];

    private static List<AcceptedEntry> Accepted(IEnumerable<StoredEntry> entries) =>
    [
        .. from entry in entries
           let read = EntryReader.From(entry.Json)
           where read.Succeeded
           select new AcceptedEntry(entry.Sequence, read.Value, entry.Json),
    ];

    private DateTimeOffset Now(Preference preference) => TimeZoneInfo.ConvertTime(options.Clock.GetUtcNow(), preference.Zone);

    private async Task<Known> KnownAsync(IReadOnlyList<StoredEntry> stored, Folded? folded, CancellationToken cancellation)
    {
        var preference = Preference.Of(stored, options);
        var draft = await drafts.LoadAsync(Person, Draft.Kind, cancellation) is { } json ? Draft.From(json) : null;
        return new(
            [.. stored],
            [.. stored.Select(entry => EntryReader.From(entry.Json)).Where(read => read.Succeeded).Select(read => read.Value)],
            preference,
            Now(preference))
        {
            Unsent = draft?.Answers,
            Resumed = folded,
        };
    }

    /// <summary>A snapshot that cannot be kept now is made again the next time: nobody waits for it or is told.</summary>
    private async Task KeepAsync(long journal, PlanSnapshot snapshot, CancellationToken cancellation)
    {
        try
        {
            await store.SaveSnapshotAsync(Person, new(journal, snapshot.KnownTo, snapshot.LoadFrom, snapshot.ToJson()), cancellation);
        }
        catch (StorageException)
        {
        }
    }

    /// <summary>How entries are written: letters of every language as themselves.</summary>
    internal static JsonSerializerOptions Plain { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

/// <summary>A person's journal as read at one instant.</summary>
/// <param name="Stored">The entries as stored, in the journal's order, with their bytes.</param>
/// <param name="Entries">The same entries as the domain reads them, uncorrected.</param>
/// <param name="Preference">Zone, country and language.</param>
/// <param name="Now">The instant, with the offset of the person's zone.</param>
public sealed record Known(
    ImmutableArray<StoredEntry> Stored, ImmutableArray<Entry> Entries, Preference Preference, DateTimeOffset Now)
{
    private Folded? _folded;
    private ImmutableArray<Entry>? _counting;

    /// <summary>The date in the person's zone.</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(Now.DateTime);

    /// <summary>
    /// The date of the last entry where that lies after today: then a clock was set back, or an entry bears a wrong date,
    /// and what is known may be older than what has happened. Null when all is as it should be.
    /// </summary>
    public DateOnly? Ahead { get; } = Entries.Length > 0 && Entries.Max(entry => entry.DateIn(Preference.Zone)) is var last && last > DateOnly.FromDateTime(Now.DateTime)
        ? last
        : null;

    /// <summary>The entries that count today: corrections applied, in the journal's order.</summary>
    public ImmutableArray<Entry> Counting => _counting ??=
        Resumed?.Counting ?? (_folded?.Counting ?? Footing.Screening.History.Of(Entries, Preference.Zone, Today));

    /// <summary>What was folded on from a snapshot, and then the entries are not all there are; null when they are.</summary>
    internal Folded? Resumed { get; init; }

    /// <summary>The journal folded to today.</summary>
    internal Folded Folded(Programme programme) => Resumed ?? (_folded ??= Footing.Plans.Folded.Of(Entries, programme, Today, Preference.Zone));

    /// <summary>The answers of a screening that was begun and not sent; null when there is none.</summary>
    public Answers? Unsent { get; init; }

    /// <summary>The last screening that counts, or null.</summary>
    public ScreeningEntry? LastScreening => Counting.OfType<ScreeningEntry>().LastOrDefault();

    /// <summary>The last entry of a kind that no rule reads, as it was written; null when there is none or it was voided.</summary>
    public JsonElement? Last(string kind)
    {
        var last = Stored.LastOrDefault(entry => entry.Kind == kind && Counting.Any(counting => counting.Id == entry.Id));
        return last is null ? null : JsonDocument.Parse(last.Json).RootElement;
    }
}
