using System.Collections.Immutable;
using Footing.Journal;
using Footing.Journal.Corrections;
using Footing.Plans;
using Footing.Programmes;
using Footing.Snapshots;
using Footing.Storage;
using Footing.Web.Pages;
using Footing.Web.Preferences;

namespace Footing.Web.People;

/// <summary>The journal of the person who is served: read in full, and appended to.</summary>
/// <remarks>Every call throws <see cref="StorageException"/>, which the host shows as a page.</remarks>
public sealed class PersonJournal(
    CurrentPerson current,
    IJournalStore store,
    IDraftStore drafts,
    ProgrammeLibrary library,
    CurrentProgramme followed,
    FootingOptions options,
    UnreadableEntryLog unreadable,
    SentForm form)
{
    /// <summary>With fewer entries to read, a snapshot would save less than it costs to write.</summary>
    private const int SnapshotAfter = 60;

    /// <summary>The person's id in the store.</summary>
    public PersonId Person { get; } = current.Person;

    /// <summary>All that is known of the person now: every entry.</summary>
    public async Task<JournalView> ReadAsync(CancellationToken cancellation = default) =>
        await KnownAsync(await store.ReadAsync(Person, cancellation), null, cancellation);

    /// <summary>
    /// What is known of the person now, as far as today needs it: the state and the plan of today, and the entries
    /// since the day before the last session. It costs the same on the thousandth day as on the first.
    /// </summary>
    public async Task<JournalView> ReadTodayAsync(CancellationToken cancellation = default)
    {
        var recent = await store.ReadRecentAsync(Person, cancellation);
        var snapshot = recent.Snapshot is { } kept ? PlanSnapshot.From(kept.Json) : null;
        if (snapshot is not null)
        {
            var retained = snapshot.Retained.Select(entry =>
                new StoredEntry(entry.Entry.Id, entry.Entry.At.ToUniversalTime(), EntryReader.KindOf(entry.Entry), entry.Sequence, entry.Json));
            // A retained entry may have been accepted late; then it is read here as well.
            var stored = InOrder(retained.Concat(recent.Entries).DistinctBy(entry => entry.Id));
            var preference = Preference.Of(stored, options);
            var today = DateOnly.FromDateTime(Now(preference).DateTime);
            var newer = Accepted(recent.Entries);
            var programme = library.FollowedOn([.. stored.Select(Read)], today, preference.Zone);
            if (snapshot.Resume(newer, programme, today, preference.Zone).Projection is { } projection)
            {
                if (recent.Entries.Count >= SnapshotAfter && snapshot.Advance(newer, programme, today, preference.Zone) is { } next)
                {
                    await KeepAsync(recent.Journal!.Value, next, cancellation);
                }

                return await KnownAsync(stored, (snapshot, projection, recent.Journal!.Value), cancellation);
            }
        }

        var all = recent.Snapshot is null ? recent.Entries : await store.ReadAsync(Person, cancellation);
        var view = await KnownAsync(InOrder(all), null, cancellation);
        if (all.Count >= SnapshotAfter && PlanSnapshot.Of(Accepted(all), view.Programme, view.Today, view.Preference.Zone) is { } first)
        {
            await KeepAsync(recent.Journal!.Value, first, cancellation);
        }

        return view;
    }

    /// <summary>What <see cref="ReadTodayAsync"/> reads, and all that belongs to a session, also to one of long ago.</summary>
    /// <param name="session">The session's id, as a device or an address has it; null for none.</param>
    /// <param name="cancellation">Cancels the waiting.</param>
    public async Task<JournalView> ReadSessionAsync(string? session, CancellationToken cancellation = default)
    {
        var view = await ReadTodayAsync(cancellation);
        return session is not null && view.Snapshot is { } snapshot &&
            (snapshot.MightHaveClosed(session) || (Guid.TryParse(session, out var id) && snapshot.MightHaveClosed(id.ToString())))
                ? await ReadAsync(cancellation)
                : view;
    }

    /// <summary>
    /// What is known of the person now, so that the months of the history can be listed; <see cref="ReadMonthAsync"/>
    /// reads one of them.
    /// </summary>
    public async Task<JournalView> ReadMonthsAsync(CancellationToken cancellation = default)
    {
        var view = await ReadTodayAsync(cancellation);
        if (view.Snapshot is not { } snapshot || (snapshot.KnowsMonths && !view.IsAcrossMonths))
        {
            return view;
        }

        var all = await store.ReadAsync(Person, cancellation);
        var whole = await KnownAsync(all, null, cancellation);
        if (!snapshot.KnowsMonths && PlanSnapshot.Of(Accepted(all), whole.Programme, whole.Today, whole.Preference.Zone) is { } next)
        {
            await KeepAsync(view.ResumedIn, next, cancellation);
        }

        return whole;
    }

    /// <summary>A view with all that the history shows in a month.</summary>
    /// <param name="view">What <see cref="ReadMonthsAsync"/> has read.</param>
    /// <param name="month">A date in the month.</param>
    /// <param name="cancellation">Cancels the waiting.</param>
    public async Task<JournalView> ReadMonthAsync(JournalView view, DateOnly month, CancellationToken cancellation = default)
    {
        if (view.Snapshot is not { } snapshot)
        {
            return view;
        }

        IEnumerable<StoredEntry> stored = view.Stored;
        foreach (var range in snapshot.NeededFor(month))
        {
            var page = await store.ReadPageAsync(Person, new(view.ResumedIn, range.From - 1), (int)(range.To - range.From + 1), cancellation);
            if (page.Next is { } next && next.Journal != view.ResumedIn)
            {
                // Erased meanwhile, and begun again.
                return await ReadAsync(cancellation);
            }

            stored = stored.Concat(page.Entries);
        }

        var all = InOrder(stored.DistinctBy(entry => entry.Id));
        return view.With([.. all], [.. all.Select(Read)]);
    }

    /// <summary>
    /// Appends an entry of a form, and waits until it is durable. A form makes one entry: sending it twice changes
    /// nothing more; sending it again with other answers makes another entry, so that no answer is lost.
    /// </summary>
    /// <param name="entry">
    /// The entry. The id of the form takes the place of its id, which applies only where the form has none.
    /// </param>
    /// <param name="cancellation">Cancels the waiting.</param>
    /// <returns>The id of the entry with this content.</returns>
    /// <exception cref="ArgumentException">A field is not valid: the caller must check forms.</exception>
    public async Task<Guid> AppendAsync(Entry entry, CancellationToken cancellation = default)
    {
        var first = entry with { Id = form.Id ?? entry.Id };
        var id = await AppendOnceAsync(first, cancellation);
        form.IsSentAgain |= id != first.Id;
        return id;
    }

    /// <summary>
    /// Corrects what the form of this request said in an entry when it was sent before, or what another page said in
    /// it; waits until the correction is durable.
    /// </summary>
    /// <param name="correction">The correction; its id applies only where the form has none.</param>
    /// <param name="cancellation">Cancels the waiting.</param>
    public async Task AmendAsync(CorrectionEntry correction, CancellationToken cancellation = default)
    {
        await AppendOnceAsync(correction with { Id = Amending(form.Id ?? correction.Id, correction.Of) }, cancellation);
        form.IsSentAgain = true;
    }

    /// <summary>Whether the form of this request made an entry when it was sent before.</summary>
    /// <param name="view">The whole journal, as read.</param>
    public bool WasSent(JournalView view) => form.Id is { } id && view.Stored.Any(entry => entry.Id == id);

    /// <summary>Whether the form of this request corrected an entry when it was sent before.</summary>
    /// <param name="of">The entry's id.</param>
    /// <param name="view">The whole journal, as read.</param>
    public bool HasAmended(Guid of, JournalView view) => form.Id is { } id && view.Stored.Any(entry => entry.Id == Amending(id, of));

    /// <summary>
    /// Appends an entry with an id derived from what it is about, and waits until it is durable. An entry that already
    /// has this id stays as it is: sending a form twice makes one entry.
    /// </summary>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellation">Cancels the waiting.</param>
    /// <returns>Whether it is in the journal; false when another entry has this id.</returns>
    /// <exception cref="ArgumentException">A field is not valid: the caller must check forms.</exception>
    public Task<bool> TryAppendAsync(Entry entry, CancellationToken cancellation = default) => TryAppendAsync(Written(entry), cancellation);

    /// <summary>
    /// Appends under the first id; if an entry with other content has it, under the ids derived from it, one after the
    /// other. The last of them is compared, not the first: if a person changes an answer and changes it back, the last
    /// answer is valid. The store decides which of two simultaneous requests is first.
    /// </summary>
    private async Task<Guid> AppendOnceAsync(Entry first, CancellationToken cancellation)
    {
        var id = first.Id;
        while (true)
        {
            var entry = Written(first with { Id = id });
            if (await TryAppendAsync(entry, cancellation))
            {
                return id;
            }

            var stored = (await store.ReadAsync(Person, cancellation)).ToDictionary(entry => entry.Id, entry => entry.Json);
            var last = id;
            for (var next = Following(last); stored.ContainsKey(next); next = Following(last))
            {
                last = next;
            }

            if (stored.TryGetValue(last, out var said) && JsonContent.SameButFor(said, entry.Json, "id", "at"))
            {
                return last;
            }

            // No longer there: erased meanwhile.
            id = stored.ContainsKey(last) ? Following(last) : last;
        }
    }

    /// <summary>The id of the first correction of an entry by a form.</summary>
    private static Guid Amending(Guid form, Guid of) => DerivedId.Of(form.ToString(), of.ToString());

    private static Guid Following(Guid id) => DerivedId.Of("again", id.ToString());

    /// <summary>The entry as it is stored: the store orders by exactly the time in it, in thousandths of a second.</summary>
    private static NewEntry Written(Entry entry)
    {
        var at = new DateTimeOffset(entry.At.Ticks - (entry.At.Ticks % TimeSpan.TicksPerMillisecond), entry.At.Offset);
        var json = EntryWriter.Write(entry with { At = at });
        return EntryReader.From(json) is { Succeeded: false } read
            ? throw new ArgumentException($"No entry of kind \"{EntryReader.KindOf(entry)}\": {string.Join("; ", read.Problems)}", nameof(entry))
            : new(entry.Id, at, EntryReader.KindOf(entry), json);
    }

    /// <summary>Whether the entry is in the journal; false when another entry has its id.</summary>
    private async Task<bool> TryAppendAsync(NewEntry entry, CancellationToken cancellation)
    {
        var outcome = (await store.AppendAsync(Person, [entry], cancellation))[0];
        return outcome.Outcome switch
        {
            AppendOutcome.Accepted or AppendOutcome.Duplicate => true,
            AppendOutcome.Conflict => false,
            // As when the journal is read: the page of a damaged store, and nothing is confirmed.
            AppendOutcome.Damaged => throw new StorageException(StorageFault.Corrupt, $"Entry {outcome.Id} cannot be read: \"footing check\" lists what is wrong; restore the last backup."),
            // A page must not confirm what is not stored.
            AppendOutcome.TooFarAhead => throw new InvalidOperationException($"The store refuses an entry: {outcome.Problem?.Message}"),
        };
    }

    /// <summary>The journal's order: the instant, then the id as lower-case text.</summary>
    private static StoredEntry[] InOrder(IEnumerable<StoredEntry> entries) =>
        [.. entries.OrderBy(entry => entry.At.UtcTicks).ThenBy(entry => entry.Id.ToString("D"), StringComparer.Ordinal)];

    private List<AcceptedEntry> Accepted(IEnumerable<StoredEntry> entries) =>
        [.. entries.Select(entry => new AcceptedEntry(entry.Sequence, Read(entry), entry.Json))];

    private Entry Read(StoredEntry entry) => library.Known(UnreadableEntry.ReadOrKeep(entry.Id, entry.At, entry.Kind, entry.Json));

    private DateTimeOffset Now(Preference preference) => TimeZoneInfo.ConvertTime(options.Clock.GetUtcNow(), preference.Zone);

    private async Task<JournalView> KnownAsync(
        IReadOnlyList<StoredEntry> stored, (PlanSnapshot Snapshot, Projection Projection, long Journal)? resumed, CancellationToken cancellation)
    {
        var preference = Preference.Of(stored, options);
        var unsent = await drafts.LoadAsync(Person, DraftKinds.Screening, cancellation) is { } json ? UnsentScreening.AnswersOf(json) : null;
        ImmutableArray<Entry> entries = [.. stored.Select(Read)];
        var now = Now(preference);
        followed.Programme = resumed?.Projection.Programme ?? library.FollowedOn(entries, DateOnly.FromDateTime(now.DateTime), preference.Zone);
        var view = new JournalView([.. stored], entries, preference, now, followed.Programme)
        {
            UnsentAnswers = unsent,
            Resumed = resumed?.Projection,
            Snapshot = resumed?.Snapshot,
            ResumedIn = resumed?.Journal ?? 0,
        };
        unreadable.Note(Person, view.Unreadable);
        return view;
    }

    /// <summary>A snapshot that cannot be stored now is made again next time: nobody waits for it or sees it.</summary>
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
}

/// <summary>A person's journal as read at one instant.</summary>
/// <param name="Stored">The entries as stored, in the journal's order, with their bytes.</param>
/// <param name="Entries">The same entries as the domain reads them, uncorrected, also unreadable ones.</param>
/// <param name="Preference">Zone, country and language.</param>
/// <param name="Now">The instant, with the offset of the person's zone.</param>
/// <param name="Programme">The programme that the person follows on the date.</param>
public sealed record JournalView(
    ImmutableArray<StoredEntry> Stored, ImmutableArray<Entry> Entries, Preference Preference, DateTimeOffset Now, Programme Programme)
{
    private Projection? _projection;
    private ImmutableArray<Entry>? _effective;
    private ImmutableArray<Entry>? _everything;
    private ImmutableHashSet<Guid>? _later;
    private DateOnly? _last;
    private bool _hasMonth;

    /// <summary>The date in the person's zone.</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(Now.DateTime);

    /// <summary>
    /// The date of the last effective entry if it is after today: then a clock was set back, or an entry has a wrong
    /// date, and what is known may be older than what has happened. Null otherwise.
    /// </summary>
    public DateOnly? Ahead => IsAnyAhead ? _last ??= EffectiveEntries.LastAfter(Entries, Programme.Condition, Preference.Zone, Today) : null;

    /// <summary>The effective entries of today: corrections applied, in the journal's order.</summary>
    public ImmutableArray<Entry> Effective => _effective ??=
        (_hasMonth ? null : Resumed?.Effective) ?? (_projection?.Effective ?? EffectiveEntries.Of(Entries, Programme.Condition, Preference.Zone, Today));

    /// <summary>The effective entries of all dates, also after today: corrected, in the journal's order.</summary>
    public ImmutableArray<Entry> Everything => _everything ??=
        IsAnyAhead ? EffectiveEntries.Of(Entries, Programme.Condition, Preference.Zone, null) : Effective;

    /// <summary>The entries of all dates that cannot be read and were not voided.</summary>
    public IEnumerable<UnreadableEntry> Unreadable =>
        Entries.Any(entry => entry is UnreadableEntry or CorrectionEntry { With: not null }) ? Everything.OfType<UnreadableEntry>() : [];

    /// <summary>Whether a session was ever reported, even if that report can no longer be read.</summary>
    public bool IsTold(string session) => Entries.Any(entry =>
        (entry is SessionEntry told && told.Session == session) || (entry is UnreadableEntry unreadable && unreadable.Session == session && Vocabulary.EntryKinds.Find(unreadable.Kind) == EntryKind.Session));

    /// <summary>The projection resumed from a snapshot: then not all entries were read. Null when all were.</summary>
    internal Projection? Resumed { get; init; }

    /// <summary>The snapshot that it was resumed from; null when all entries were read.</summary>
    internal PlanSnapshot? Snapshot { get; init; }

    /// <summary>The number of the journal that the snapshot is of.</summary>
    internal long ResumedIn { get; init; }

    /// <summary>The months with items of the history among the entries that a snapshot has closed, the newest first.</summary>
    internal IEnumerable<DateOnly> ClosedMonths => Snapshot?.Months ?? [];

    /// <summary>
    /// Whether an entry after the snapshot's date, or one that is dated ahead, may change what the history shows of the
    /// dates up to it.
    /// </summary>
    internal bool IsAcrossMonths
    {
        get
        {
            if (Snapshot is not { } snapshot)
            {
                return false;
            }

            var corrections = Entries.OfType<CorrectionEntry>().ToLookup(correction => correction.Of);
            return IsAnyAhead
                || Entries.Concat(Effective).Any(entry => !IsClosed(entry) && snapshot.ReachesClosedSession(entry, corrections[entry.Id]));
        }
    }

    /// <summary>The projection of the journal to today.</summary>
    internal Projection Projection => Resumed ?? (_projection ??= Projection.Of(Entries, Programme, Today, Preference.Zone));

    /// <summary>The answers of a screening that was begun and not sent; null when there is none.</summary>
    public Answers? UnsentAnswers { get; init; }

    /// <summary>The last effective screening, or null.</summary>
    public ScreeningEntry? LastScreening => Effective.OfType<ScreeningEntry>().LastOrDefault();

    /// <summary>Whether an entry is one that the snapshot has closed; false when all entries were read.</summary>
    internal bool IsClosed(Entry entry) => Snapshot is { } snapshot && entry.DateIn(Preference.Zone) <= snapshot.ClosedOn &&
        !(_later ??= [.. Stored.Where(stored => stored.Sequence > snapshot.KnownTo).Select(stored => stored.Id)]).Contains(entry.Id);

    /// <summary>The same view with more entries of closed months: the state and the plan stay as they are.</summary>
    internal JournalView With(ImmutableArray<StoredEntry> stored, ImmutableArray<Entry> entries) => new(stored, entries, Preference, Now, Programme)
    {
        UnsentAnswers = UnsentAnswers,
        Resumed = Resumed,
        Snapshot = Snapshot,
        ResumedIn = ResumedIn,
        _hasMonth = true,
    };

    private bool IsAnyAhead => Entries.Any(entry => entry.DateIn(Preference.Zone) > Today);
}
