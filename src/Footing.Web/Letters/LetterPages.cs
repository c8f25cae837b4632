using Footing.Web.Pages;
using Footing.Web.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Letters;

/// <summary>A page to print for a doctor, physiotherapist or podiatrist.</summary>
internal static class LetterPages
{
    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/letter", async (PersonJournal journal) => Show.Page<LetterPage>(new { View = LetterView.Of(await journal.ReadAsync()) }));
}
