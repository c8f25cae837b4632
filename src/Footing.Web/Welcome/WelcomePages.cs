using Footing.Programmes;
using Footing.Web.Hosting;
using Footing.Web.Sync;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Welcome;

/// <summary>The first thing a person meets: what Footing is and is not.</summary>
internal static class WelcomePages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/", async (PersonJournal journal, Programme programme) =>
        {
            var known = await journal.ReadAsync();
            return known.LastScreening is null && known.Folded(programme).Unreadable.IsEmpty ? Welcome(known) : Show.Next("/today");
        });
        pages.MapGet("/about", async (PersonJournal journal) => Welcome(await journal.ReadAsync()));
    }

    private static IResult Welcome(Known known) => Show.Page<WelcomePage>(new { Start = known.Preference.IsChosen ? "/screening" : "/where" });
}
