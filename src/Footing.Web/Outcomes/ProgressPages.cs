using Footing.Web.Pages;
using Footing.Web.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Outcomes;

/// <summary>Whether it helps.</summary>
internal static class ProgressPages
{
    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/progress", async (PersonJournal journal) => Show.Page<ProgressPage>(new { View = ProgressView.Of(await journal.ReadAsync()) }));
}
