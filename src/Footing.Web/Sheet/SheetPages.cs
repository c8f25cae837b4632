using Footing.Programmes;
using Footing.Web.Hosting;
using Footing.Web.Plans;
using Footing.Web.Settings;
using Footing.Web.Sync;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Sheet;

/// <summary>The plan on one sheet of paper, for the fridge.</summary>
internal static class SheetPages
{
    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/sheet", async (PersonJournal journal, Programme programme, EmergencyNumbers numbers) =>
        {
            var known = await journal.ReadAsync();
            var overview = Overview.Of(known, programme);
            return known.Ahead is not null ? Show.Next("/today")
                : overview.Plan.Exercises.IsEmpty ? Show.Page<NoSheetPage>()
                : Show.Page<SheetPage>(new { Overview = overview, Number = numbers.Of(known.Preference.Country) });
        });
}
