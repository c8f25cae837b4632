using Footing.Storage;

namespace Footing.Web.Observability;

/// <summary>
/// Whether pages can be answered now: the store can be written and, after the start and after each fault of it, what a page
/// reads has been read.
/// </summary>
internal sealed class Readiness(IJournalStore store, IDraftStore drafts)
{
    private readonly Lock _lock = new();
    private Task _running = Task.CompletedTask;
    private volatile bool _hasRead;

    /// <summary>The store has failed a page or a program: it is not ready until a read succeeds.</summary>
    public void Failed() => _hasRead = false;

    /// <summary>
    /// Completes when all is well. One check at a time: while a locked store keeps one waiting, the probes that come
    /// meanwhile wait for its answer instead of queuing up before the store.
    /// </summary>
    /// <exception cref="StorageException">It is not; the exception names the cause and the remedy.</exception>
    public Task CheckAsync(CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_running.IsCompleted)
            {
                // Not cancelled with the first probe: others may wait for it.
                _running = RunAsync();
            }

            return _running.WaitAsync(cancellation);
        }
    }

    private async Task RunAsync()
    {
        await store.CheckAsync(CancellationToken.None);
        if (_hasRead)
        {
            return;
        }

        // Before the read: a fault that comes to somebody else meanwhile is not overlooked.
        _hasRead = true;
        try
        {
            await store.ReadAsync(LocalPerson.Id, CancellationToken.None);
            await drafts.LoadAsync(LocalPerson.Id, DraftKinds.Screening, CancellationToken.None);
        }
        catch
        {
            _hasRead = false;
            throw;
        }
    }
}
