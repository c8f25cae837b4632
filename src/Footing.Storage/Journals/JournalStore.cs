using System.Diagnostics;
using Footing.Journal;
using Footing.Storage.Appending;
using Footing.Storage.Engines;
using Footing.Storage.Files;
using Footing.Storage.Postgres;
using Footing.Storage.Sealing;
using Footing.Storage.Sqlite;

namespace Footing.Storage.Journals;

/// <summary>
/// Stores journals on either engine. What people wrote is compressed and sealed here, so an engine sees only ids, times
/// and numbers. Appends that arrive at the same time share one durable transaction.
/// </summary>
public sealed class JournalStore : IJournalStore
{
    /// <summary>An entry further ahead of the clock is rejected.</summary>
    public static readonly TimeSpan FurthestAhead = TimeSpan.FromHours(24);

    private readonly IEngine _engine;
    private readonly Keyring _keyring;
    private readonly TimeProvider _clock;
    private readonly AppendQueue _appends;

    private JournalStore(IEngine engine, Keyring keyring, StoreOptions options)
    {
        _engine = engine;
        _keyring = keyring;
        _clock = options.Clock;
        _appends = new AppendQueue(WriteAsync);
        Options = options;
        Drafts = new DraftStore(engine, keyring, options.Clock);
    }

    /// <summary>Drafts in the same database.</summary>
    public IDraftStore Drafts { get; }

    /// <summary>
    /// The paths of the keyring's saves that were not reached since a person was erased: these files still hold their key,
    /// until the store is opened, the keyring is saved or an erasure runs while they are there. The last save's is first.
    /// </summary>
    public IReadOnlyList<string> StaleKeyringSaves { get; private set; } = [];

    /// <summary>
    /// Saves of the keyring that could be reached again when the store was opened: the keys of erased people are now
    /// destroyed in them too.
    /// </summary>
    public IReadOnlyList<string> CaughtUpKeyringSaves { get; private init; } = [];

    internal IEngine Engine => _engine;

    internal Keyring Keyring => _keyring;

    internal AppendQueue Appends => _appends;

    internal TimeProvider Clock => _clock;

    internal StoreOptions Options { get; }

    /// <summary>
    /// Opens the store, creates folder, database and keyring where they are missing, and migrates an older database.
    /// Two processes may do so at once. Disposing it moves SQLite's write-ahead log into the file.
    /// </summary>
    /// <param name="options">Where the store is.</param>
    /// <param name="cancellation">Checked before work begins.</param>
    /// <exception cref="StorageException">
    /// It cannot be used; a database that is not Footing's, too new or of other keys is not changed.
    /// </exception>
    public static async Task<JournalStore> OpenAsync(StoreOptions options, CancellationToken cancellation = default)
    {
        var engine = NewEngine(options);
        Keyring? keyring = null;
        try
        {
            await engine.OpenAsync(cancellation).ConfigureAwait(false);
            var installation = await engine.InstallationAsync(cancellation).ConfigureAwait(false);
            keyring = await Keyring.OpenAsync(options, installation, cancellation).ConfigureAwait(false);
            if (installation is null && await engine.BindInstallationAsync(keyring.Installation, cancellation).ConfigureAwait(false) != keyring.Installation)
            {
                throw new StorageException(StorageFault.Keys,
                    "Another Footing with another keyring has just begun to use this database: give each its own database, or both the same keyring.");
            }

            engine.Bind(keyring.Installation);
            await engine.SealPlainRowsAsync(rows => SealAsync(rows, keyring), cancellation).ConfigureAwait(false);
            var saves = await keyring.Saves.CatchUpAsync().ConfigureAwait(false);
            return new JournalStore(engine, keyring, options) { StaleKeyringSaves = saves.Missing, CaughtUpKeyringSaves = saves.Done };
        }
        catch
        {
            await engine.DisposeAsync().ConfigureAwait(false);
            if (keyring is not null)
            {
                await keyring.DisposeAsync().ConfigureAwait(false);
            }

            throw;
        }
    }

    internal static IEngine NewEngine(StoreOptions options) => options.Postgres is { } connection
        ? new PostgresEngine(connection)
        : new SqliteEngine(options.DatabaseFile, options.BusyTimeout);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Appended>> AppendAsync(
        PersonId person, IReadOnlyList<NewEntry> entries, CancellationToken cancellation = default)
    {
        if (entries.Count == 0)
        {
            return [];
        }

        using var activity = StoreMetrics.Activities.StartActivity("footing.append");
        activity?.SetTag("footing.entries", entries.Count);
        var began = Stopwatch.GetTimestamp();
        var packed = new PackedEntry[entries.Count];
        for (var at = 0; at < packed.Length; at++)
        {
            var entry = entries[at];
            packed[at] = new(entry, EntryKinds.NumberOf(entry.Kind), EntryCompression.Pack(JsonContent.OnOneLine(entry.Json).Span, entry.Id, entry.At));
        }

        try
        {
            var pending = new PendingAppend(person, packed, _clock.GetUtcNow() + FurthestAhead, cancellation);
            var outcomes = await _appends.AppendAsync(pending).ConfigureAwait(false);
            StoreMetrics.Appended(outcomes, Stopwatch.GetElapsedTime(began));
            return outcomes;
        }
        catch (StorageException fault)
        {
            StoreMetrics.Failed(fault);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredEntry>> ReadAsync(PersonId person, CancellationToken cancellation = default) =>
        await OpenAsync(await _engine.ReadAsync(person, cancellation).ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>
    /// The whole journal of a person as <see cref="ReadAsync"/> reads it, except that an entry which does not open is named
    /// instead of keeping the others back.
    /// </summary>
    public async Task<ReadableJournal> ReadReadableAsync(PersonId person, CancellationToken cancellation = default)
    {
        var rows = await _engine.ReadAsync(person, cancellation).ConfigureAwait(false);
        if (await KeyOfAsync(rows.Journal).ConfigureAwait(false) is not { } key)
        {
            return new([], []);
        }

        using var seal = new Seal(key.Bytes);
        var (entries, damaged) = (new List<StoredEntry>(), new List<Guid>());
        foreach (var row in rows.Entries)
        {
            if (SealedEntry.Find(row, seal) is { } entry)
            {
                entries.Add(entry);
            }
            else
            {
                damaged.Add(row.Id);
            }
        }

        return new(entries, damaged);
    }

    /// <inheritdoc/>
    public async Task<JournalPage> ReadPageAsync(
        PersonId person, JournalCursor? after, int limit, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var rows = await _engine.ReadPageAsync(person, after, (long)limit + 1, cancellation).ConfigureAwait(false);
        var isMore = rows.Entries.Count > limit;
        var page = await OpenAsync(rows with { Entries = isMore ? [.. rows.Entries.Take(limit)] : rows.Entries }).ConfigureAwait(false);
        return new JournalPage(page, isMore && page.Count > 0 ? new JournalCursor(rows.Journal!.Journal, page[^1].Sequence) : null);
    }

    /// <inheritdoc/>
    public async Task<RecentJournal> ReadRecentAsync(PersonId person, CancellationToken cancellation = default)
    {
        var rows = await _engine.ReadRecentAsync(person, cancellation).ConfigureAwait(false);
        if (rows.Snapshot is { } kept)
        {
            if (await KeyOfAsync(rows.Journal).ConfigureAwait(false) is { } key && OpenSnapshot(kept, key) is { } json)
            {
                return new(rows.Journal!.Journal, new(kept.Journal, kept.Through, kept.From, json), await OpenAsync(rows).ConfigureAwait(false));
            }

            // The snapshot does not open, so the entries before it are needed.
            rows = await _engine.ReadAsync(person, cancellation).ConfigureAwait(false);
        }

        var entries = await OpenAsync(rows).ConfigureAwait(false);
        return new(rows.Journal?.Journal, null, [.. entries.OrderBy(entry => entry.Sequence)]);
    }

    /// <inheritdoc/>
    public async Task SaveSnapshotAsync(PersonId person, JournalSnapshot snapshot, CancellationToken cancellation = default)
    {
        var key = await _keyring.LiveAsync(person).ConfigureAwait(false);
        using var seal = new Seal(key.Bytes);
        var body = seal.Close(snapshot.Json.Span, AssociatedData.OfSnapshot(person, snapshot.Journal, snapshot.Through, snapshot.From));
        await _engine.WriteAsync(
            async writing =>
            {
                await writing.SaveSnapshotAsync(new(person, snapshot.Journal, snapshot.Through, snapshot.From, body)).ConfigureAwait(false);
                return true;
            },
            cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<bool> EraseAsync(PersonId person, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        // The key first: after this nothing of the person can be read, and the next steps can be repeated.
        await _keyring.DestroyAsync(person).ConfigureAwait(false);
        var deleted = await _engine.WriteAsync(writing => writing.DeleteAsync(person), CancellationToken.None).ConfigureAwait(false);
        await _engine.CheckpointAsync(CancellationToken.None).ConfigureAwait(false);
        StaleKeyringSaves = (await _keyring.Saves.CatchUpAsync().ConfigureAwait(false)).Missing;
        return deleted > 0;
    }

    /// <summary>
    /// Saves the keyring to a file, in place of the save before it. It is no part of a backup: a copy kept with one
    /// would let an erased person be read from it. Later erasures update the file: at once where it is there, otherwise
    /// when it is there again.
    /// </summary>
    /// <param name="file">The file to write.</param>
    /// <param name="cancellation">Checked before work begins.</param>
    /// <returns>The paths of earlier saves that were not reached and still hold keys of erased people.</returns>
    /// <exception cref="OutputException">
    /// It cannot be written there, or the file there is no earlier save of this keyring; that file is kept.
    /// </exception>
    public async Task<IReadOnlyList<string>> SaveKeyringAsync(string file, CancellationToken cancellation = default)
    {
        StaleKeyringSaves = (await _keyring.Saves.SaveAsync(file, cancellation).ConfigureAwait(false)).Missing;
        return StaleKeyringSaves;
    }

    /// <summary>Expects a save of the keyring no more: the operator has destroyed the file.</summary>
    /// <param name="file">Its path, as it was told to <see cref="SaveKeyringAsync"/>.</param>
    /// <returns>Whether a save was known there.</returns>
    /// <exception cref="OutputException">The file is in its place: it is not destroyed.</exception>
    public async Task<bool> ForgetKeyringSaveAsync(string file)
    {
        var was = await _keyring.Saves.ForgetDestroyedAsync(file).ConfigureAwait(false);
        StaleKeyringSaves = (await _keyring.Saves.CatchUpAsync().ConfigureAwait(false)).Missing;
        return was;
    }

    /// <inheritdoc/>
    public async Task<JournalIdentity> IdentifyAsync(PersonId person, Guid? named, CancellationToken cancellation = default)
    {
        var (journal, isErased) = await _engine.FindJournalAsync(person, named, cancellation).ConfigureAwait(false);
        if (journal is null)
        {
            return new(null, isErased);
        }

        // Without its key it was erased: only the rows remain that a killed process left.
        return await KeyOfAsync(journal).ConfigureAwait(false) is null
            ? new(null, isErased || journal.Id == named)
            : new(journal.Id, isErased && journal.Id != named);
    }

    /// <inheritdoc/>
    public async Task CheckAsync(CancellationToken cancellation = default)
    {
        await _engine.CheckAsync(cancellation).ConfigureAwait(false);
        await _keyring.CheckAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _appends.DisposeAsync().ConfigureAwait(false);
        await _engine.DisposeAsync().ConfigureAwait(false);
        await _keyring.DisposeAsync().ConfigureAwait(false);
    }

    private static byte[]? OpenSnapshot(SnapshotRow row, PersonKey key)
    {
        using var seal = new Seal(key.Bytes);
        return seal.Open(row.Body, AssociatedData.OfSnapshot(row.Person, row.Journal, row.Through, row.From));
    }

    /// <summary>The key of a journal; null when there is no journal, or its person was erased.</summary>
    private async Task<PersonKey?> KeyOfAsync(JournalRow? journal) =>
        journal is null ? null : await _keyring.FindAsync(journal.Person, journal.Key).ConfigureAwait(false);

    /// <summary>The entries in rows; none when their person was erased.</summary>
    private async Task<IReadOnlyList<StoredEntry>> OpenAsync(PersonRows rows)
    {
        if (rows.Entries.Count == 0 || await KeyOfAsync(rows.Journal).ConfigureAwait(false) is not { } key)
        {
            return [];
        }

        using var seal = new Seal(key.Bytes);
        var entries = new StoredEntry[rows.Entries.Count];
        for (var at = 0; at < entries.Length; at++)
        {
            entries[at] = SealedEntry.Open(rows.Entries[at], seal);
        }

        return entries;
    }

    /// <summary>Writes appends in one transaction and fills in the outcome of each entry.</summary>
    private async Task WriteAsync(IReadOnlyList<PendingAppend> batch)
    {
        var began = Stopwatch.GetTimestamp();
        var accepted = await _engine.WriteAsync(
            async writing =>
            {
                using var journals = await HeldJournals.HoldAsync(writing, _keyring, batch).ConfigureAwait(false);
                foreach (var append in batch)
                {
                    journals.Judge(append);
                }

                await journals.SaveAsync().ConfigureAwait(false);
                return journals.Accepted;
            },
            CancellationToken.None).ConfigureAwait(false);
        StoreMetrics.Committed(accepted, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>Seals what a database from before version 3 held unencrypted.</summary>
    private static async Task<SealedRows> SealAsync(PlainRows rows, Keyring keyring)
    {
        var seals = new Dictionary<PersonId, (long Number, Seal Seal)>();
        try
        {
            foreach (var person in rows.Journals.Select(journal => journal.Person).Concat(rows.Drafts.Select(draft => draft.Person)).Distinct())
            {
                var key = await keyring.LiveAsync(person).ConfigureAwait(false);
                seals.Add(person, (key.Number, new Seal(key.Bytes)));
            }

            return new(
                [.. rows.Journals.Select(journal => new JournalRow(journal.Person, journal.Journal, seals[journal.Person].Number, journal.LastSequence, Guid.NewGuid()))],
                [.. rows.Entries.Select(entry =>
                {
                    var kind = EntryKinds.NumberOf(entry.Kind);
                    // The written offset is not known here: a time that is not UTC gets no mark.
                    var packed = EntryCompression.Pack(entry.Json, entry.Id, new DateTimeOffset(entry.At, TimeSpan.Zero));
                    var body = seals[entry.Person].Seal.Close(packed, AssociatedData.OfEntry(entry.Person, entry.Id, kind, entry.At));
                    return new EntryRow(entry.Person, entry.Sequence, entry.Id, entry.At, kind, body);
                })],
                [.. rows.Drafts.Select(draft => new DraftRow(
                    draft.Person,
                    draft.Kind,
                    draft.ExpiresAt,
                    seals[draft.Person].Number,
                    seals[draft.Person].Seal.Close(draft.Json, AssociatedData.OfDraft(draft.Person, draft.Kind, draft.ExpiresAt))))]);
        }
        finally
        {
            foreach (var (_, seal) in seals.Values)
            {
                seal.Dispose();
            }
        }
    }
}
