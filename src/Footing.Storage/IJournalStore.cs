namespace Footing.Storage;

/// <summary>
/// Stores journals: append-only lists of entries, one for each person. Nothing is ever changed in place; the
/// first content of an id is kept, and a whole person can be erased. Every key starts with the person, so
/// no call can reach another person's entries. Safe to use from many threads at once.
/// </summary>
/// <remarks>
/// Every call throws <see cref="StorageException"/> when the store itself fails (disk full, locked,
/// gone...). Then nothing stored has changed, the call can be repeated, and it succeeds once
/// the cause is gone: no restart is needed.
/// </remarks>
public interface IJournalStore : IAsyncDisposable
{
    /// <summary>
    /// Appends entries to a person's journal, all in one transaction. When the task completes, the accepted
    /// entries are durable: they survive a killed process and a power failure.
    /// </summary>
    /// <param name="person">The person.</param>
    /// <param name="entries">Entries that the domain's reader accepted as valid, in any order; may be empty.</param>
    /// <param name="cancellation">Cancels the waiting, never a transaction that has begun.</param>
    /// <returns>
    /// The outcome of each entry, in the given order. A rejected entry does not keep the others out. An
    /// exception means that none was accepted, or that this is unknown (power failed during the commit):
    /// sending all of them again is correct in both cases.
    /// </returns>
    Task<IReadOnlyList<Appended>> AppendAsync(
        PersonId person, IReadOnlyList<NewEntry> entries, CancellationToken cancellation = default);

    /// <summary>
    /// The whole journal of a person in the journal's order: by instant, then by id as lower-case text.
    /// Empty for an unknown person. A consistent view: it has all entries of an append or none.
    /// </summary>
    Task<IReadOnlyList<StoredEntry>> ReadAsync(PersonId person, CancellationToken cancellation = default);

    /// <summary>
    /// A page of a person's journal in the order of acceptance. A reader who continues from
    /// <see cref="JournalPage.Next"/> gets every entry, late ones too, whatever their <c>at</c>.
    /// </summary>
    /// <param name="person">The person.</param>
    /// <param name="after">
    /// Where the last page ended; null for the start. A cursor from before the journal was erased or
    /// restored means the start: an entry may then be returned twice, but none is skipped.
    /// </param>
    /// <param name="limit">How many entries at most, 1 or more.</param>
    /// <param name="cancellation">Cancels the waiting.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is below 1.</exception>
    Task<JournalPage> ReadPageAsync(
        PersonId person, JournalCursor? after, int limit, CancellationToken cancellation = default);

    /// <summary>The last stored snapshot and the entries needed with it; without one, all entries.</summary>
    Task<RecentJournal> ReadRecentAsync(PersonId person, CancellationToken cancellation = default);

    /// <summary>
    /// Stores a snapshot in place of the one before it. Does nothing when its journal is no longer the current one.
    /// </summary>
    Task SaveSnapshotAsync(PersonId person, JournalSnapshot snapshot, CancellationToken cancellation = default);

    /// <summary>
    /// Removes a person: their journal, their drafts and the key that sealed them, so that other copies of their data
    /// (a backup, a standby) cannot be read any more. Durable when the task completes.
    /// </summary>
    /// <returns>Whether there was anything to remove.</returns>
    Task<bool> EraseAsync(PersonId person, CancellationToken cancellation = default);

    /// <summary>Which journal a person has now, and whether the one that a device names was erased.</summary>
    /// <param name="person">The person.</param>
    /// <param name="named">The journal that a device has read; null for none.</param>
    /// <param name="cancellation">Cancels the waiting.</param>
    Task<JournalIdentity> IdentifyAsync(PersonId person, Guid? named, CancellationToken cancellation = default);

    /// <summary>
    /// Completes when the store can be read and written now, for a readiness probe; writes nothing.
    /// </summary>
    /// <exception cref="StorageException">It cannot; the exception names the cause and the remedy.</exception>
    Task CheckAsync(CancellationToken cancellation = default);
}
