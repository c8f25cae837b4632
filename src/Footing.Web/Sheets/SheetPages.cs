using Footing.Programmes;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Web.Plans;
using Footing.Web.Preferences;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Sheets;

/// <summary>The plan on one sheet of paper, for the fridge.</summary>
internal static class SheetPages
{
    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/sheet", async (PersonJournal journal, EmergencyNumbers numbers) =>
        {
            var view = await journal.ReadTodayAsync();
            var overview = PlanView.Of(view);
            return view.Ahead is not null ? Show.Next("/today")
                : overview.Plan.Exercises.IsEmpty ? Show.Page<NoSheetPage>()
                : Show.Page<SheetPage>(new { PlanView = overview, Help = numbers.Of(view.Preference.Country) });
        });
}
