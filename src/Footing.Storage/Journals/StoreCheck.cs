using Footing.Journal;
using Footing.Storage.Engines;
using Footing.Storage.Sealing;

namespace Footing.Storage.Journals;

/// <summary>The result of reading everything.</summary>
/// <param name="People">How many journals were read.</param>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Findings">
/// What is wrong, one sentence each; empty when nothing is. They contain ids, but nothing that people wrote.
/// </param>
public sealed record StoreReport(long People, long Entries, IReadOnlyList<string> Findings);

/// <summary>Reads everything that a store holds and reports what is wrong. Changes nothing.</summary>
public static class StoreCheck
{
    /// <summary>
    /// Reads everything: the database's own structure, each journal's count, each entry's seal, JSON and fields.
    /// </summary>
    /// <exception cref="StorageException">It cannot be read.</exception>
    public static async Task<StoreReport> RunAsync(JournalStore store, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var findings = new List<string>(await store.Engine.CheckIntegrityAsync(cancellation).ConfigureAwait(false));
        var keys = await store.Keyring.AllAsync(cancellation).ConfigureAwait(false);
        findings.AddRange(store.StaleKeyringSaves.Select(save =>
            $"The saved keyring {save} was not reached since somebody was erased, and may still hold their key. "
            + $"Put it back in its place and check again, and the key is destroyed there too; or destroy that file, then say footing keyring --destroyed \"{save}\"."));

        long people = 0, entries = 0;
        JournalRow? journal = null;
        Seal? seal = null;
        var sequence = 0L;
        try
        {
            await store.Engine.ReadAllAsync(
                async next =>
                {
                    EndJournal();
                    people++;
                    (journal, sequence) = (next, 0);
                    seal?.Dispose();
                    seal = null;
                    if (!keys.TryGetValue((next.Person, next.Key), out var isThere))
                    {
                        findings.Add($"Person {next.Person}: the keyring lacks their key, so it is an older or another one. Put the right one in its place.");
                    }
                    else if (!isThere)
                    {
                        findings.Add($"Person {next.Person}: was erased, and rows that nobody can read are left. Erase them once more to remove these.");
                    }
                    else
                    {
                        seal = new Seal((await store.Keyring.FindAsync(next.Person, next.Key).ConfigureAwait(false))!.Bytes);
                    }
                },
                entry =>
                {
                    entries++;
                    if (entry.Sequence != ++sequence)
                    {
                        findings.Add($"Person {entry.Person}: entry {sequence} of the journal is missing; the next one that is there has number {entry.Sequence}.");
                        sequence = entry.Sequence;
                    }

                    if (seal is not null && Wrong(entry, seal) is { } wrong)
                    {
                        findings.Add($"Person {entry.Person}: entry {entry.Id} (number {entry.Sequence}) {wrong}.");
                    }

                    return Task.CompletedTask;
                },
                cancellation).ConfigureAwait(false);
            EndJournal();
        }
        catch (StorageException fault) when (fault.Kind == StorageFault.Corrupt)
        {
            findings.Add(fault.Message);
        }
        finally
        {
            seal?.Dispose();
        }

        return new(people, entries, findings);

        void EndJournal()
        {
            if (journal is not null && journal.LastSequence != sequence)
            {
                findings.Add($"Person {journal.Person}: the journal counts {journal.LastSequence} entries, and the last that is there has number {sequence}.");
            }
        }
    }

    /// <summary>What is wrong with an entry; null when nothing is.</summary>
    private static string? Wrong(EntryRow row, Seal seal)
    {
        if (SealedEntry.Find(row, seal) is not { } entry)
        {
            return "cannot be read: it was damaged or put in another's place";
        }

        var read = EntryReader.From(entry.Json);
        return !read.Succeeded ? "is not an entry that this Footing can read"
            // Early versions stored the time of a page's entry with more precision than they wrote in its JSON.
            : read.Value.Id != row.Id || Math.Abs(read.Value.At.UtcTicks - row.At) >= TimeSpan.TicksPerMillisecond || EntryReader.KindOf(read.Value) != entry.Kind
                ? "says another id, time or kind than the database"
                : null;
    }
}
