using Footing.Programmes;
using Footing.Web.Pages;
using Footing.Web.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Welcome;

/// <summary>The first page that a person sees: what Footing is and is not.</summary>
internal static class WelcomePages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/", async (PersonJournal journal) =>
        {
            var view = await journal.ReadTodayAsync();
            return view.LastScreening is null && view.Projection.Unreadable.IsEmpty ? Welcome(view) : Show.Next("/today");
        });
        pages.MapGet("/about", async (PersonJournal journal) => Welcome(await journal.ReadTodayAsync()));
    }

    private static IResult Welcome(JournalView view) => Show.Page<WelcomePage>(new { Start = view.Preference.IsChosen ? "/screening" : "/where" });
}
