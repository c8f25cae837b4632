using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Web.Preferences;
using Footing.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.UrgentHelp;

/// <summary>What to do when something is wrong, one tap from everywhere.</summary>
internal static class UrgentPages
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/urgent", async (HttpRequest request, HostLock hostLock, PersonJournal journal, DangerReading reading, EmergencyNumbers numbers) =>
    {
        var view = await reading.ReadAsync(journal);
        return Show.Page<UrgentPage>(new { Help = numbers.Of(view?.Preference), Answers = hostLock.IsOpenTo(request) ? view?.LastScreening?.Answers : null });
    });
}
