namespace Footing.Storage.Engines;

/// <summary>A journal that has begun.</summary>
/// <param name="Person">The person.</param>
/// <param name="Journal">
/// A random number, new when the journal begins here, by appending or restoring; cursors contain it. 0 or more.
/// </param>
/// <param name="Key">The number of the key that seals its entries, in the keyring.</param>
/// <param name="LastSequence">How many entries it has had, 0 or more.</param>
/// <param name="Id">A random id from when it first begins; a restored journal keeps it. Devices send it.</param>
internal sealed record JournalRow(PersonId Person, long Journal, long Key, long LastSequence, Guid Id);

/// <summary>A journal that was erased.</summary>
/// <param name="Id">Its id; nothing records whose it was.</param>
/// <param name="On">The date in UTC.</param>
internal sealed record ErasedJournal(Guid Id, DateOnly On);

/// <summary>An entry as it is in the database.</summary>
/// <param name="Person">The person.</param>
/// <param name="Sequence">Its place in the order of acceptance, from 1.</param>
/// <param name="Id">The entry's id.</param>
/// <param name="At">The instant in UTC, in units of 100 ns since 0001-01-01.</param>
/// <param name="Kind">Which kind (<see cref="EntryKinds"/>).</param>
/// <param name="Body">The entry's bytes, compressed and sealed.</param>
internal readonly record struct EntryRow(PersonId Person, long Sequence, Guid Id, long At, short Kind, byte[] Body)
{
    /// <summary>The last possible <see cref="At"/>: the end of the year 9999.</summary>
    internal static readonly long LatestAt = DateTime.MaxValue.Ticks;
}

/// <summary>A draft as it is in the database.</summary>
/// <param name="Person">The person.</param>
/// <param name="Kind">The kind of form.</param>
/// <param name="ExpiresAt">The instant at which it expires, in units of 100 ns since 0001-01-01.</param>
/// <param name="Key">The number of the key that seals it.</param>
/// <param name="Body">The answers so far, sealed.</param>
internal sealed record DraftRow(PersonId Person, string Kind, long ExpiresAt, long Key, byte[] Body);

/// <summary>A snapshot as it is in the database.</summary>
/// <param name="Person">The person.</param>
/// <param name="Journal">The number of its journal; ignored for another journal.</param>
/// <param name="Through">The last entry that it includes, by sequence.</param>
/// <param name="From">The first entry that is still needed with it, by sequence.</param>
/// <param name="Body">The snapshot, sealed.</param>
internal sealed record SnapshotRow(PersonId Person, long Journal, long Through, long From, byte[] Body);

/// <summary>What was read of one person at one moment.</summary>
/// <param name="Journal">The journal; null when none has begun.</param>
/// <param name="Entries">The requested entries, in the requested order.</param>
/// <param name="Snapshot">The snapshot, if it was requested and this journal has one.</param>
internal sealed record PersonRows(JournalRow? Journal, IReadOnlyList<EntryRow> Entries, SnapshotRow? Snapshot = null);
