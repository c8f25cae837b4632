using Footing.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Hosting;

/// <summary>For whoever watches the process: is it up, and can it work.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live\n"));
        routes.MapGet("/health/ready", async (IJournalStore store, CancellationToken cancellation) =>
        {
            try
            {
                await store.CheckAsync(cancellation);
                return Results.Text("ready\n");
            }
            catch (StorageException fault)
            {
                return Results.Text(fault.Message + "\n", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
