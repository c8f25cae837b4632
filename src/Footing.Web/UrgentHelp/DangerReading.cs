using System.Diagnostics.CodeAnalysis;
using Footing.Storage;
using Footing.Web.Observability;
using Footing.Web.Pages;
using Footing.Web.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Footing.Web.UrgentHelp;

/// <summary>
/// Reads the journal for pages that are shown in danger. Such a page must not need the store: if the store fails, or
/// does not answer soon, the page is shown without what only the journal knows.
/// </summary>
internal sealed class DangerReading(ILoggerFactory logs, StoreFaults faults)
{
    /// <summary>How long a page waits for the person's country and answers.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>How long to wait for the result of a screening before the signs are shown instead.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(5);

    private readonly ILogger _log = logs.CreateLogger("Footing");
    private readonly Lock _lock = new();
    private readonly Dictionary<PersonId, Task<JournalView>> _running = [];

    /// <summary>What is known of the person today; null when it cannot be read soon.</summary>
    public async Task<JournalView?> ReadAsync(PersonJournal journal)
    {
        Task<JournalView> reading;
        lock (_lock)
        {
            // One read of a person at a time: a store that hangs blocks one thread, however often the page is requested.
            if (!_running.TryGetValue(journal.Person, out var running))
            {
                // On another thread, because a store on a disk blocks the calling thread.
                running = Task.Run(async () =>
                {
                    try
                    {
                        var view = await journal.ReadTodayAsync();
                        // Computed here, where a fault is caught, and kept.
                        _ = view.LastScreening;
                        return view;
                    }
                    finally
                    {
                        lock (_lock)
                        {
                            _running.Remove(journal.Person);
                        }
                    }
                });
                _running[journal.Person] = running;
            }

            reading = running;
        }

        return await InTime(reading, Soon);
    }

    /// <summary>Makes a page from the journal; another one if that fails or takes too long.</summary>
    /// <param name="page">Makes the page; runs on another thread, perhaps after the request has ended.</param>
    /// <param name="otherwise">Makes the page that needs no store.</param>
    public async Task<IResult> PageAsync(Func<Task<IResult>> page, Func<IResult> otherwise) =>
        await InTime(Task.Run(page), Late) ?? otherwise();

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails, even because of a damaged entry: help is never withheld.")]
    private async Task<T?> InTime<T>(Task<T> work, TimeSpan patience)
        where T : class
    {
        try
        {
            return await work.WaitAsync(patience);
        }
        catch (Exception fault)
        {
            // Nobody is shown it, and a store that does not answer throws nothing.
            faults.Add();
            Events.ShownWithoutJournal(_log, Failures.Name(fault));
            // A later exception was already logged as the timeout.
            _ = work.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return null;
        }
    }
}
