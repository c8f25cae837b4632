namespace Footing.Storage;

/// <summary>
/// The journal's home: append-only lists of entries, one a person. Nothing is ever changed in place; the
/// first content of an id stays, and a whole person can be erased. Every key starts with the person, so
/// no call can reach another person's entries. Safe to use from many threads at once.
/// </summary>
/// <remarks>
/// Every call throws <see cref="StorageException"/> when the store itself is in trouble (disk full,
/// locked, gone...). Nothing stored has changed then, the call can be made again, and it succeeds once
/// the cause has gone: no restart is needed.
/// </remarks>
public interface IJournalStore : IAsyncDisposable
{
    /// <summary>
    /// Appends entries to a person's journal, all in one transaction. When the task completes, what was
    /// accepted is durable: it outlives a killed process and a power cut.
    /// </summary>
    /// <param name="person">Whose journal.</param>
    /// <param name="entries">Entries that the domain's reader has found valid, in any order; may be empty.</param>
    /// <param name="cancellation">Heeded while waiting, never in the middle of the transaction.</param>
    /// <returns>
    /// What became of each entry, in the order given. A rejected entry keeps none of the others out. An
    /// exception means that none was accepted, or that it is unknown (the power failed while committing):
    /// sending all of them again is right in both cases.
    /// </returns>
    Task<IReadOnlyList<Appended>> AppendAsync(
        Guid person, IReadOnlyList<NewEntry> entries, CancellationToken cancellation = default);

    /// <summary>
    /// The whole journal of a person in the journal's order: by instant, then by id as lower-case text.
    /// Empty for a person who is not known. A consistent view: an append is in it whole or not at all.
    /// </summary>
    Task<IReadOnlyList<StoredEntry>> ReadAsync(Guid person, CancellationToken cancellation = default);

    /// <summary>
    /// A page of a person's journal in the order of acceptance, so that who goes on from
    /// <see cref="JournalPage.Next"/> meets every entry, late ones too, whatever their <c>at</c>.
    /// </summary>
    /// <param name="person">Whose journal.</param>
    /// <param name="after">
    /// Where the last page ended; null for the start. A cursor from before the journal was erased or
    /// restored means the start: an entry may then come twice, but none is skipped.
    /// </param>
    /// <param name="limit">How many entries at most, 1 or more.</param>
    /// <param name="cancellation">Heeded while waiting.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is below 1.</exception>
    Task<JournalPage> ReadPageAsync(
        Guid person, JournalCursor? after, int limit, CancellationToken cancellation = default);

    /// <summary>The snapshot that was kept last and the entries that are needed beside it; without one, all entries.</summary>
    Task<RecentJournal> ReadRecentAsync(Guid person, CancellationToken cancellation = default);

    /// <summary>
    /// Keeps a snapshot in place of the one before it. Nothing happens when its journal is no longer the one that stands.
    /// </summary>
    Task SaveSnapshotAsync(Guid person, JournalSnapshot snapshot, CancellationToken cancellation = default);

    /// <summary>
    /// Removes a person: their journal, their drafts and the key that sealed them, so that what other copies hold of them
    /// (a backup, a standby) cannot be read again. Durable when the task completes.
    /// </summary>
    /// <returns>Whether there was anything to remove.</returns>
    Task<bool> EraseAsync(Guid person, CancellationToken cancellation = default);

    /// <summary>Which journal a person has now, and whether the one that a device names was erased.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="named">The journal that a device has read; null for none.</param>
    /// <param name="cancellation">Heeded while waiting.</param>
    Task<JournalIdentity> IdentifyAsync(Guid person, Guid? named, CancellationToken cancellation = default);

    /// <summary>
    /// Completes when the store can be read and written now, for a readiness probe; writes nothing.
    /// </summary>
    /// <exception cref="StorageException">It cannot; the exception names the cause and the remedy.</exception>
    Task CheckAsync(CancellationToken cancellation = default);
}
