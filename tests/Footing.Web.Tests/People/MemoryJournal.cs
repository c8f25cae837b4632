using Footing.Journal;
using Footing.Snapshots;
using Footing.Storage;

namespace Footing.Web.Tests.People;

/// <summary>A journal and its snapshot in memory, of one person without drafts.</summary>
internal sealed class MemoryJournal : IJournalStore, IDraftStore
{
    private readonly List<StoredEntry> _entries = [];

    /// <summary>The snapshot that was kept last.</summary>
    public JournalSnapshot? Snapshot { get; private set; }

    /// <summary>How often the whole journal was read.</summary>
    public int WholeReads { get; set; }

    /// <summary>Adds an entry as the last one that was accepted.</summary>
    public void Add(AcceptedEntry accepted) => _entries.Add(new(
        accepted.Entry.Id, accepted.Entry.At.ToUniversalTime(), EntryReader.KindOf(accepted.Entry), accepted.Sequence, accepted.Json));

    public Task<IReadOnlyList<StoredEntry>> ReadAsync(PersonId person, CancellationToken cancellation = default)
    {
        WholeReads++;
        return Task.FromResult<IReadOnlyList<StoredEntry>>([.. _entries.OrderBy(entry => entry.At).ThenBy(entry => entry.Id.ToString("D"), StringComparer.Ordinal)]);
    }

    public Task<RecentJournal> ReadRecentAsync(PersonId person, CancellationToken cancellation = default) =>
        Task.FromResult(new RecentJournal(1, Snapshot, [.. _entries.Where(entry => entry.Sequence >= (Snapshot?.From ?? 0))]));

    public Task SaveSnapshotAsync(PersonId person, JournalSnapshot snapshot, CancellationToken cancellation = default)
    {
        Snapshot = snapshot;
        return Task.CompletedTask;
    }

    public Task<ReadOnlyMemory<byte>?> LoadAsync(PersonId person, string kind, CancellationToken cancellation = default) =>
        Task.FromResult<ReadOnlyMemory<byte>?>(null);

    public Task<JournalIdentity> IdentifyAsync(PersonId person, Guid? named, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public Task CheckAsync(CancellationToken cancellation = default) => Task.CompletedTask;

    public Task<IReadOnlyList<Appended>> AppendAsync(PersonId person, IReadOnlyList<NewEntry> entries, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public Task<JournalPage> ReadPageAsync(PersonId person, JournalCursor? after, int limit, CancellationToken cancellation = default)
    {
        List<StoredEntry> rest = [.. _entries.Where(entry => entry.Sequence > (after?.Sequence ?? 0)).OrderBy(entry => entry.Sequence)];
        return Task.FromResult(new JournalPage([.. rest.Take(limit)], rest.Count > limit ? new(1, rest[limit - 1].Sequence) : null));
    }

    public Task<bool> EraseAsync(PersonId person, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task SaveAsync(PersonId person, string kind, ReadOnlyMemory<byte> json, DateTimeOffset expiresAt, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public Task DeleteAsync(PersonId person, string kind, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
