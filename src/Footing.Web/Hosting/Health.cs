using Footing.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Footing.Web.Hosting;

/// <summary>For whoever watches the process: is it up, and can it work.</summary>
internal static class Health
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/health/live", Methods, () => Results.Text("live\n"));
        var check = new SharedCheck(routes.ServiceProvider.GetRequiredService<IJournalStore>());
        routes.MapMethods("/health/ready", Methods, async (CancellationToken cancellation) =>
        {
            try
            {
                await check.RunAsync(cancellation);
                return Results.Text("ready\n");
            }
            catch (StorageException fault)
            {
                return Results.Text(fault.Message + "\n", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }

    /// <summary>
    /// One check of the store at a time: while a locked store keeps one waiting, the probes that come meanwhile wait
    /// for its answer instead of queuing up before the store.
    /// </summary>
    private sealed class SharedCheck(IJournalStore store)
    {
        private readonly Lock _lock = new();
        private Task _running = Task.CompletedTask;

        public Task RunAsync(CancellationToken cancellation)
        {
            lock (_lock)
            {
                if (_running.IsCompleted)
                {
                    // Not cancelled with the first probe: others may wait for it.
                    _running = store.CheckAsync(CancellationToken.None);
                }

                return _running.WaitAsync(cancellation);
            }
        }
    }
}
