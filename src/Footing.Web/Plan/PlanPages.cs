using Footing.Programmes;
using Footing.Web.Hosting;
using Footing.Web.Sync;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Plans;

/// <summary>The plan, with the reason for every level and lock.</summary>
internal static class PlanPages
{
    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/plan", async (PersonJournal journal, Programme programme, string? saved) =>
        {
            var known = await journal.ReadAsync();
            return known.Ahead is not null ? Show.Next("/today")
                : known.LastScreening is null && known.Folded(programme).Unreadable.IsEmpty ? Show.Page<NoPlanPage>()
                : Show.Page<PlanPage>(new { Overview = Overview.Of(known, programme), Saved = saved is not null });
        });
}
