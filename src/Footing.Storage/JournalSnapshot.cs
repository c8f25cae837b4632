namespace Footing.Storage;

/// <summary>
/// A stored care state, so that the next projection reads only newer entries. It can be made again at any time, and is
/// in no backup.
/// </summary>
/// <param name="Journal">Its journal (<see cref="JournalCursor.Journal"/>); ignored for another one.</param>
/// <param name="Through">The last entry that it includes, by <see cref="StoredEntry.Sequence"/>.</param>
/// <param name="From">The first entry needed with it, by sequence: from 1 to <paramref name="Through"/> + 1.</param>
/// <param name="Json">The snapshot, as the domain wrote it.</param>
public sealed record JournalSnapshot(long Journal, long Through, long From, ReadOnlyMemory<byte> Json);

/// <summary>A snapshot and the entries needed with it, as of one moment.</summary>
/// <param name="Journal">The journal's number; null when none has begun.</param>
/// <param name="Snapshot">The last stored snapshot; null when there is none.</param>
/// <param name="Entries">
/// The entries from the snapshot's <see cref="JournalSnapshot.From"/> on, in order of acceptance; all without one.
/// </param>
public sealed record RecentJournal(long? Journal, JournalSnapshot? Snapshot, IReadOnlyList<StoredEntry> Entries);
