using Footing.Web.Observability;
using Footing.Web.Pages;
using Footing.Web.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Footing.Web.UrgentHelp;

/// <summary>
/// Reads the journal for pages that are shown in danger. Such a page must not need the store: where the store fails, or
/// does not answer soon, the page is shown without what only the journal knows.
/// </summary>
internal sealed class DangerReading(ILoggerFactory logs)
{
    /// <summary>How long a page waits for the person's country and answers.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>How long a result of a screening is waited for before the signs are shown in its place.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(5);

    private readonly ILogger _log = logs.CreateLogger("Footing");
    private readonly Lock _lock = new();
    private Task<JournalView>? _running;

    /// <summary>What is known of the person today; null where it cannot be read soon.</summary>
    public async Task<JournalView?> ReadAsync(PersonJournal journal)
    {
        Task<JournalView> reading;
        lock (_lock)
        {
            // One at a time: a store that hangs takes one thread, however often the page is asked for.
            if (_running is null or { IsCompleted: true })
            {
                // On another thread, because a store on a disk blocks the one that it is called on.
                _running = Task.Run(async () =>
                {
                    var view = await journal.ReadTodayAsync();
                    // Found here, where a fault is caught, and kept.
                    _ = view.LastScreening;
                    return view;
                });
            }

            reading = _running;
        }

        return await InTime(reading, Soon);
    }

    /// <summary>Makes a page from the journal; where that fails or takes too long, another one.</summary>
    /// <param name="page">Makes the page; runs on another thread, perhaps after the request has ended.</param>
    /// <param name="otherwise">Makes the page that needs no store.</param>
    public async Task<IResult> PageAsync(Func<Task<IResult>> page, Func<IResult> otherwise) =>
        await InTime(Task.Run(page), Late) ?? otherwise();

    // Whatever goes wrong, a damaged entry too: help is never withheld.
    private async Task<T?> InTime<T>(Task<T> work, TimeSpan patience)
        where T : class
    {
        try
        {
            return await work.WaitAsync(patience);
        }
        catch (Exception fault)
        {
            Events.ShownWithoutJournal(_log, Failures.Name(fault));
            // What is thrown later was told as the wait that ended.
            _ = work.ContinueWith(late => late.Exception, TaskContinuationOptions.OnlyOnFaulted);
            return null;
        }
    }
}
