using Footing.Web.Hosting;
using Footing.Web.Settings;
using Footing.Web.Sync;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Urgency;

/// <summary>What to do when something is wrong, one tap from everywhere.</summary>
internal static class UrgentPages
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/urgent", async (HttpRequest request, HostLock hostLock, PersonJournal journal, DangerReading reading, EmergencyNumbers numbers) =>
    {
        var known = await reading.ReadAsync(journal);
        return Show.Page<UrgentPage>(new { Number = numbers.Of(known), Answers = hostLock.IsOpenTo(request) ? known?.LastScreening?.Answers : null });
    });
}
