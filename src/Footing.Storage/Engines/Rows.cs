namespace Footing.Storage.Engines;

/// <summary>A journal that has begun.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Journal">Drawn at random when it begins here, by appending or restoring; cursors carry it. 0 or more.</param>
/// <param name="Key">The number of the key that seals its entries, in the keyring.</param>
/// <param name="LastSequence">How many entries it has had, 0 or more.</param>
/// <param name="Id">Drawn at random when it first begins; it keeps it when it is restored. Devices name it.</param>
internal sealed record JournalRow(Guid Person, long Journal, long Key, long LastSequence, Guid Id);

/// <summary>A journal that was erased.</summary>
/// <param name="Id">Which; nothing says whose it was.</param>
/// <param name="On">The date in UTC.</param>
internal sealed record ErasedJournal(Guid Id, DateOnly On);

/// <summary>An entry as it lies in the database.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Sequence">Its place in the order of acceptance, from 1.</param>
/// <param name="Id">The entry's id.</param>
/// <param name="At">The instant in UTC, in units of 100 ns since 0001-01-01.</param>
/// <param name="Kind">Which kind (<see cref="EntryKinds"/>).</param>
/// <param name="Body">The entry's bytes, packed and sealed.</param>
internal readonly record struct EntryRow(Guid Person, long Sequence, Guid Id, long At, short Kind, byte[] Body)
{
    /// <summary>The last <see cref="At"/> that there is: the end of the year 9999.</summary>
    internal static readonly long LatestAt = DateTime.MaxValue.Ticks;
}

/// <summary>A draft as it lies in the database.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Kind">What is being filled in.</param>
/// <param name="ExpiresAt">The instant from which on it is gone, in units of 100 ns since 0001-01-01.</param>
/// <param name="Key">The number of the key that seals it.</param>
/// <param name="Body">What was filled in, sealed.</param>
internal sealed record DraftRow(Guid Person, string Kind, long ExpiresAt, long Key, byte[] Body);

/// <summary>A snapshot as it lies in the database.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Journal">Of which journal; of another it means nothing.</param>
/// <param name="Through">The last entry that it knows of, by sequence.</param>
/// <param name="From">The first entry that is still needed beside it, by sequence.</param>
/// <param name="Body">The snapshot, sealed.</param>
internal sealed record SnapshotRow(Guid Person, long Journal, long Through, long From, byte[] Body);

/// <summary>What was read of one person at one moment.</summary>
/// <param name="Journal">The journal; null when none has begun.</param>
/// <param name="Entries">The entries that were asked for, in the order that was asked for.</param>
/// <param name="Snapshot">The snapshot, where it was asked for and there is one of this journal.</param>
internal sealed record PersonRows(JournalRow? Journal, IReadOnlyList<EntryRow> Entries, SnapshotRow? Snapshot = null);
