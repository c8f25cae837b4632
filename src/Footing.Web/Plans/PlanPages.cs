using Footing.Programmes;
using Footing.Web.Pages;
using Footing.Web.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Plans;

/// <summary>The plan, with the reason for every level and lock.</summary>
internal static class PlanPages
{
    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/plan", async (PersonJournal journal, string? saved) =>
        {
            var view = await journal.ReadTodayAsync();
            return view.Ahead is not null ? Show.Next("/today")
                : view.LastScreening is null && view.Projection.Unreadable.IsEmpty ? Show.Page<NoPlanPage>()
                : Show.Page<PlanPage>(new { PlanView = PlanView.Of(view), Saved = saved is not null });
        });
}
