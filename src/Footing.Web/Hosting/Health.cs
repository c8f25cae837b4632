using Footing.Storage;
using Footing.Web.Observability;
using Footing.Web.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Hosting;

/// <summary>For monitoring: whether the process runs, and whether it can work.</summary>
internal static class Health
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/health/live", Methods, () => Results.Text("live\n"));
        routes.MapMethods("/health/ready", Methods, async (Readiness readiness, CurrentPerson current, CancellationToken cancellation) =>
        {
            try
            {
                await readiness.CheckAsync(current.Person, cancellation);
                return Results.Text("ready\n");
            }
            catch (StorageException fault)
            {
                return Results.Text(fault.Message + "\n", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
