using Footing.Journal;
using Footing.Storage.Engines;

namespace Footing.Storage.Sealing;

/// <summary>Opens the entries in the rows of a database.</summary>
internal static class SealedEntry
{
    /// <summary>The entry in a row.</summary>
    /// <exception cref="StorageException"><see cref="StorageFault.Corrupt"/>: it does not open.</exception>
    internal static StoredEntry Open(EntryRow row, Seal seal)
    {
        if (row.At < 0 || row.At > EntryRow.LatestAt)
        {
            throw Damaged(row, null);
        }

        var at = new DateTimeOffset(row.At, TimeSpan.Zero);
        if (seal.Open(row.Body, AssociatedData.OfEntry(row.Person, row.Id, row.Kind, row.At)) is { } packed)
        {
            try
            {
                var json = EntryCompression.Unpack(packed, row.Id, at);
                return new(row.Id, at, EntryKinds.NameOf(row.Kind) ?? KindIn(json), row.Sequence, json);
            }
            catch (InvalidDataException problem)
            {
                throw Damaged(row, problem);
            }
        }

        throw Damaged(row, null);
    }

    /// <summary>The entry in a row; null when it does not open.</summary>
    internal static StoredEntry? Find(EntryRow row, Seal seal)
    {
        try
        {
            return Open(row, seal);
        }
        catch (StorageException fault) when (fault.Kind == StorageFault.Corrupt)
        {
            return null;
        }
    }

    private static StorageException Damaged(EntryRow row, Exception? cause) => new(StorageFault.Corrupt,
        $"Entry {row.Id} cannot be read: it was damaged or put in another's place. \"footing check\" lists what is wrong; restore the last backup.",
        cause);

    private static string KindIn(byte[] json) =>
        LenientJson.Parse(json) is { } entry && LenientJson.Text(entry, "kind") is { } kind ? kind : throw new InvalidDataException("an entry without a kind");
}
