namespace Footing.Storage.Engines;

/// <summary>
/// A database that stores rows. It handles neither keys nor JSON: bodies are sealed before they get here. Each call
/// throws <see cref="StorageException"/> when the database fails; then nothing has changed.
/// </summary>
internal interface IEngine : IAsyncDisposable
{
    /// <summary>Opens the database, refuses one that is not Footing's or is newer, and migrates an older one.</summary>
    Task OpenAsync(CancellationToken cancellation);

    /// <summary>Which installation the database belongs to; null before <see cref="BindInstallationAsync"/>.</summary>
    Task<Guid?> InstallationAsync(CancellationToken cancellation);

    /// <summary>Records the installation that owns the database, if none is recorded; returns the owner.</summary>
    Task<Guid> BindInstallationAsync(Guid installation, CancellationToken cancellation);

    /// <summary>From now on every write checks that the database is still this installation's.</summary>
    void Bind(Guid installation);

    /// <summary>
    /// A person's journal, null when none has begun, and whether a journal of an id is recorded as erased.
    /// </summary>
    Task<(JournalRow? Journal, bool IsErased)> FindJournalAsync(PersonId person, Guid? id, CancellationToken cancellation);

    /// <summary>The journals that are recorded as erased.</summary>
    Task<IReadOnlyList<ErasedJournal>> ErasedAsync(CancellationToken cancellation);

    /// <summary>
    /// Does the work in one transaction, durable when the task completes; rolled back when the work throws.
    /// </summary>
    /// <param name="work">May run twice when a connection is lost.</param>
    /// <param name="cancellation">Cancels the waiting for a turn, never work that has begun.</param>
    Task<T> WriteAsync<T>(Func<IWriteTransaction, Task<T>> work, CancellationToken cancellation);

    /// <summary>A whole journal in the journal's order: by instant, then by id.</summary>
    Task<PersonRows> ReadAsync(PersonId person, CancellationToken cancellation);

    /// <summary>
    /// Entries after a cursor in the order of acceptance, up to a limit; a cursor of another journal means the start.
    /// </summary>
    Task<PersonRows> ReadPageAsync(PersonId person, JournalCursor? after, long limit, CancellationToken cancellation);

    /// <summary>The snapshot and the entries needed with it, in order of acceptance; all without a snapshot.</summary>
    Task<PersonRows> ReadRecentAsync(PersonId person, CancellationToken cancellation);

    /// <summary>A draft as saved, expired or not; null when there is none.</summary>
    Task<DraftRow?> ReadDraftAsync(PersonId person, string kind, CancellationToken cancellation);

    /// <summary>
    /// Everything that a backup holds, as of one moment: each journal, then its entries in the order of acceptance.
    /// </summary>
    Task ReadAllAsync(Func<JournalRow, Task> journal, Func<EntryRow, Task> entry, CancellationToken cancellation);

    /// <summary>Completes when the database can be read and written now; writes nothing.</summary>
    Task CheckAsync(CancellationToken cancellation);

    /// <summary>What the database reports as wrong with itself, one sentence each; reads all of it.</summary>
    Task<IReadOnlyList<string>> CheckIntegrityAsync(CancellationToken cancellation);

    /// <summary>After a deletion: also removes the deleted data from the files, as far as the engine can.</summary>
    Task CheckpointAsync(CancellationToken cancellation);

    /// <summary>Hands over any rows from before entries were sealed, once, and removes them.</summary>
    Task SealPlainRowsAsync(Func<PlainRows, Task<SealedRows>> seal, CancellationToken cancellation);
}

/// <summary>The operations inside one write transaction.</summary>
internal interface IWriteTransaction
{
    /// <summary>The journals of these people that have begun, locked until the transaction ends.</summary>
    Task<Dictionary<PersonId, JournalRow>> HoldAsync(IReadOnlyCollection<PersonId> people);

    /// <summary>Begins a journal, unless another process has just begun it; returns the current one, locked.</summary>
    Task<JournalRow> BeginAsync(JournalRow journal);

    /// <summary>Those of the entries that are stored.</summary>
    Task<IReadOnlyList<EntryRow>> FindAsync(IReadOnlyCollection<(PersonId Person, Guid Id)> ids);

    /// <summary>Adds entries, none of which is stored, and counts them in their journals.</summary>
    Task AddAsync(IReadOnlyList<EntryRow> entries, IReadOnlyCollection<JournalRow> journals);

    /// <summary>Removes every row of a person, and records that their journal was erased.</summary>
    /// <returns>How many rows were removed.</returns>
    Task<long> DeleteAsync(PersonId person);

    /// <summary>Records journals that were erased elsewhere, unless they are recorded already.</summary>
    Task RecordErasedAsync(IReadOnlyCollection<ErasedJournal> erased);

    /// <summary>Whether any journal has begun.</summary>
    Task<bool> HasJournalsAsync();

    /// <summary>Stores a draft in place of the one before it, and removes those expired before an instant.</summary>
    Task SaveDraftAsync(DraftRow draft, long now);

    /// <summary>Removes one draft.</summary>
    Task DeleteDraftAsync(PersonId person, string kind);

    /// <summary>Removes the drafts that expired before an instant.</summary>
    Task DeleteExpiredDraftsAsync(long now);

    /// <summary>Stores a snapshot in place of the one before it, if its journal is still the current one.</summary>
    Task SaveSnapshotAsync(SnapshotRow snapshot);
}

/// <summary>What a database from before version 3 holds unencrypted.</summary>
/// <param name="Journals">Journals; their keys are not known yet.</param>
/// <param name="Entries">Entries with their JSON and their kind as text.</param>
/// <param name="Drafts">Drafts with their JSON.</param>
internal sealed record PlainRows(
    IReadOnlyList<(PersonId Person, long Journal, long LastSequence)> Journals,
    IReadOnlyList<(PersonId Person, long Sequence, Guid Id, long At, string Kind, byte[] Json)> Entries,
    IReadOnlyList<(PersonId Person, string Kind, long ExpiresAt, byte[] Json)> Drafts);

/// <summary>The same, sealed.</summary>
internal sealed record SealedRows(IReadOnlyList<JournalRow> Journals, IReadOnlyList<EntryRow> Entries, IReadOnlyList<DraftRow> Drafts);
