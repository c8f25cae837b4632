using Footing.Journal;
using Footing.Storage.Engines;
using Footing.Storage.Sealing;

namespace Footing.Storage.Appending;

/// <summary>
/// The journals that one transaction appends to, locked by it, with the stored entries that have the ids of new ones.
/// </summary>
internal sealed class HeldJournals : IDisposable
{
    private readonly IWriteTransaction _writing;
    private readonly Dictionary<PersonId, OpenJournal> _journals = [];
    private readonly Dictionary<(PersonId Person, Guid Id), ReadOnlyMemory<byte>?> _contents = [];
    private readonly List<EntryRow> _added = [];

    private HeldJournals(IWriteTransaction writing) => _writing = writing;

    /// <summary>How many entries were accepted.</summary>
    internal int Accepted => _added.Count;

    /// <summary>Locks the journals of the appends, and begins the missing ones.</summary>
    internal static async Task<HeldJournals> HoldAsync(IWriteTransaction writing, Keyring keyring, IReadOnlyList<PendingAppend> batch)
    {
        // Before anything is sealed, even with a cached key: acknowledged entries must open with the current keyring.
        await keyring.CheckAsync(CancellationToken.None).ConfigureAwait(false);
        var open = new HeldJournals(writing);
        try
        {
            // In the same order in all processes, so that no two of them wait for each other.
            PersonId[] people = [.. batch.Select(append => append.Person).Distinct().OrderBy(person => person.Value)];
            var rows = await writing.HoldAsync(people).ConfigureAwait(false);
            foreach (var person in people)
            {
                if (rows.TryGetValue(person, out var row))
                {
                    if (await keyring.FindAsync(person, row.Key).ConfigureAwait(false) is { } key)
                    {
                        open._journals.Add(person, new(row, key));
                        continue;
                    }

                    // Erased, except for rows that a killed process left: new entries begin a new journal.
                    await writing.DeleteAsync(person).ConfigureAwait(false);
                }

                if (batch.Any(append => append.Person == person && append.Entries.Any(entry => entry.Entry.At <= append.Latest)))
                {
                    open._journals.Add(person, await BeginAsync(writing, keyring, person).ConfigureAwait(false));
                }
            }

            await open.FindAsync(batch).ConfigureAwait(false);
            return open;
        }
        catch
        {
            open.Dispose();
            throw;
        }
    }

    /// <summary>Fills in the outcomes of an append's entries.</summary>
    internal void Judge(PendingAppend append)
    {
        for (var at = 0; at < append.Entries.Count; at++)
        {
            var packed = append.Entries[at];
            append.Outcomes[at] = new(packed.Entry.Id, Judge(append, packed));
        }
    }

    /// <summary>Writes the accepted entries.</summary>
    internal Task SaveAsync() => _added.Count == 0
        ? Task.CompletedTask
        : _writing.AddAsync(_added, [.. _journals.Values.Where(journal => journal.HasGrown).Select(journal => journal.Row)]);

    public void Dispose()
    {
        foreach (var journal in _journals.Values)
        {
            journal.Seal.Dispose();
        }
    }

    /// <summary>Stored entries are checked before the clock: a retry gets the first answer again.</summary>
    private AppendOutcome Judge(PendingAppend append, PackedEntry packed)
    {
        var entry = packed.Entry;
        if (_contents.TryGetValue((append.Person, entry.Id), out var kept))
        {
            return kept is not { } json ? AppendOutcome.Damaged
                : JsonContent.Same(json, entry.Json) ? AppendOutcome.Duplicate : AppendOutcome.Conflict;
        }

        if (entry.At > append.Latest)
        {
            return AppendOutcome.TooFarAhead;
        }

        _contents.Add((append.Person, entry.Id), entry.Json);
        _added.Add(_journals[append.Person].Add(packed));
        return AppendOutcome.Accepted;
    }

    private static async Task<OpenJournal> BeginAsync(IWriteTransaction writing, Keyring keyring, PersonId person)
    {
        // Read from the file again: another process may have destroyed the cached key.
        var key = await keyring.LiveAsync(person, isFresh: true).ConfigureAwait(false);
        var row = await writing.BeginAsync(new(person, Random.Shared.NextInt64(), key.Number, 0, Guid.NewGuid())).ConfigureAwait(false);
        return row.Key == key.Number || await keyring.FindAsync(person, row.Key).ConfigureAwait(false) is not { } other
            ? new(row, key)
            : new(row, other);
    }

    private async Task FindAsync(IReadOnlyList<PendingAppend> batch)
    {
        (PersonId Person, Guid Id)[] ids =
        [
            .. batch.Where(append => _journals.TryGetValue(append.Person, out var journal) && journal.Row.LastSequence > 0)
                .SelectMany(append => append.Entries.Select(entry => (append.Person, entry.Entry.Id)))
                .Distinct(),
        ];
        if (ids.Length == 0)
        {
            return;
        }

        foreach (var row in await _writing.FindAsync(ids).ConfigureAwait(false))
        {
            // One that does not open keeps no other entry out, of this append or of another.
            _contents.Add((row.Person, row.Id), SealedEntry.Find(row, _journals[row.Person].Seal)?.Json);
        }
    }

    private sealed class OpenJournal(JournalRow row, PersonKey key)
    {
        private readonly long _lastBefore = row.LastSequence;

        public JournalRow Row { get; private set; } = row;

        public Seal Seal { get; } = new(key.Bytes);

        public bool HasGrown => Row.LastSequence > _lastBefore;

        public EntryRow Add(PackedEntry packed)
        {
            var (entry, kind) = (packed.Entry, packed.Kind);
            Row = Row with { LastSequence = Row.LastSequence + 1 };
            var body = Seal.Close(packed.Packed, AssociatedData.OfEntry(Row.Person, entry.Id, kind, entry.At.UtcTicks));
            return new(Row.Person, Row.LastSequence, entry.Id, entry.At.UtcTicks, kind, body);
        }
    }
}
