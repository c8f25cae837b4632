using Footing.Storage;

namespace Footing.Web.Observability;

/// <summary>
/// Whether pages can be answered now: the store can be written, and what a page reads has been read since the start and
/// since the last fault of the store, wherever it was met.
/// </summary>
internal sealed class Readiness(IJournalStore store, IDraftStore drafts, StoreFaults faults)
{
    private readonly Lock _lock = new();
    private Task _running = Task.CompletedTask;
    // Used by the running check only.
    private long _faultsBeforeRead = -1;

    /// <summary>
    /// Completes when the store is ready. One check runs at a time: while a locked store delays it, later probes wait
    /// for its result instead of queuing for the store.
    /// </summary>
    /// <param name="person">Whose journal is read, once: what a page would read.</param>
    /// <param name="cancellation">Cancels the waiting.</param>
    /// <exception cref="StorageException">It is not ready; the exception names the cause and the remedy.</exception>
    public Task CheckAsync(PersonId person, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_running.IsCompleted)
            {
                // Not cancelled with the first probe: others may wait for it.
                _running = RunAsync(person);
            }

            return _running.WaitAsync(cancellation);
        }
    }

    private async Task RunAsync(PersonId person)
    {
        await store.CheckAsync(CancellationToken.None);
        // Counted before the read, so that a fault that another request meets meanwhile is not overlooked.
        var before = faults.Count;
        if (before == _faultsBeforeRead)
        {
            return;
        }

        await store.ReadAsync(person, CancellationToken.None);
        await drafts.LoadAsync(person, DraftKinds.Screening, CancellationToken.None);
        _faultsBeforeRead = before;
    }
}
