using Footing.Storage;
using Microsoft.Extensions.Logging;

namespace Footing.Web.Observability;

/// <summary>
/// The store, with one log event for each change, whether a page or the API makes it, and every fault counted, whether or
/// not anybody is shown it.
/// </summary>
internal sealed class WatchedJournal(IJournalStore store, ILoggerFactory logs, StoreFaults faults) : IJournalStore
{
    private readonly ILogger _log = logs.CreateLogger("Footing");

    public async Task<IReadOnlyList<Appended>> AppendAsync(
        PersonId person, IReadOnlyList<NewEntry> entries, CancellationToken cancellation = default)
    {
        var outcomes = await Watch(() => store.AppendAsync(person, entries, cancellation));
        if (outcomes.Count > 0)
        {
            var accepted = outcomes.Count(outcome => outcome.Outcome == AppendOutcome.Accepted);
            var rejected = outcomes.Count(outcome => outcome.Problem is not null);
            Events.EntriesAppended(_log, accepted, outcomes.Count - accepted - rejected, rejected, person);
        }

        if (outcomes.Any(outcome => outcome.Outcome == AppendOutcome.Damaged))
        {
            faults.Add();
        }

        return outcomes;
    }

    public Task<IReadOnlyList<StoredEntry>> ReadAsync(PersonId person, CancellationToken cancellation = default) =>
        Watch(() => store.ReadAsync(person, cancellation));

    public Task<JournalPage> ReadPageAsync(PersonId person, JournalCursor? after, int limit, CancellationToken cancellation = default) =>
        Watch(() => store.ReadPageAsync(person, after, limit, cancellation));

    public Task<RecentJournal> ReadRecentAsync(PersonId person, CancellationToken cancellation = default) =>
        Watch(() => store.ReadRecentAsync(person, cancellation));

    public Task SaveSnapshotAsync(PersonId person, JournalSnapshot snapshot, CancellationToken cancellation = default) =>
        Watch(() => store.SaveSnapshotAsync(person, snapshot, cancellation));

    public async Task<bool> EraseAsync(PersonId person, CancellationToken cancellation = default)
    {
        var was = await Watch(() => store.EraseAsync(person, cancellation));
        if (was)
        {
            Events.PersonErased(_log, person);
        }

        return was;
    }

    public Task<JournalIdentity> IdentifyAsync(PersonId person, Guid? named, CancellationToken cancellation = default) =>
        Watch(() => store.IdentifyAsync(person, named, cancellation));

    public Task CheckAsync(CancellationToken cancellation = default) => Watch(() => store.CheckAsync(cancellation));

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private async Task<T> Watch<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (StorageException)
        {
            faults.Add();
            throw;
        }
    }

    private Task<bool> Watch(Func<Task> call) => Watch(async () =>
    {
        await call();
        return true;
    });
}
