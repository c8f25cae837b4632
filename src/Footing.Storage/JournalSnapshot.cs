namespace Footing.Storage;

/// <summary>
/// What a journal came to, kept so that the next fold costs what is new. It can be made again at any time, and is in no
/// backup.
/// </summary>
/// <param name="Journal">Of which journal (<see cref="JournalCursor.Journal"/>); of another it means nothing.</param>
/// <param name="Through">The last entry that it knows of, by <see cref="StoredEntry.Sequence"/>.</param>
/// <param name="From">The first entry that is needed beside it, by sequence: from 1 to <paramref name="Through"/> + 1.</param>
/// <param name="Json">The snapshot, as the domain wrote it.</param>
public sealed record JournalSnapshot(long Journal, long Through, long From, ReadOnlyMemory<byte> Json);

/// <summary>A snapshot and what is needed beside it, as of one moment.</summary>
/// <param name="Journal">The journal's number; null when none has begun.</param>
/// <param name="Snapshot">The snapshot that was kept last; null when there is none.</param>
/// <param name="Entries">The entries from the snapshot's <see cref="JournalSnapshot.From"/> on, in the order of acceptance; without a snapshot all of them.</param>
public sealed record RecentJournal(long? Journal, JournalSnapshot? Snapshot, IReadOnlyList<StoredEntry> Entries);
