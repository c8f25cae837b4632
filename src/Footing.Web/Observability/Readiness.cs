using Footing.Storage;

namespace Footing.Web.Observability;

/// <summary>
/// Whether pages can be answered now: the store can be written, and what a page reads has been read since the start and
/// since the last fault of the store.
/// </summary>
internal sealed class Readiness(IJournalStore store, IDraftStore drafts)
{
    private readonly Lock _lock = new();
    private Task _running = Task.CompletedTask;
    private volatile bool _hasRead;

    /// <summary>The store has failed for a page or a program: it is not ready until a read succeeds.</summary>
    public void Failed() => _hasRead = false;

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
        if (_hasRead)
        {
            return;
        }

        // Set before the read, so that a fault that another request reports meanwhile is not overlooked.
        _hasRead = true;
        try
        {
            await store.ReadAsync(person, CancellationToken.None);
            await drafts.LoadAsync(person, DraftKinds.Screening, CancellationToken.None);
        }
        catch
        {
            _hasRead = false;
            throw;
        }
    }
}
