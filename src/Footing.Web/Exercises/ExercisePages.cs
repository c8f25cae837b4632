using Footing.Plans;
using Footing.Programmes;
using Footing.Quantities;
using Footing.Web.Hosting;
using Footing.Web.Plans;
using Footing.Web.Sync;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Exercising;

/// <summary>A page for each exercise: how to do it, and where that comes from.</summary>
internal static class ExercisePages
{
    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/exercises/{id}", async (string id, PersonJournal journal, Programme programme, ExerciseVideos videos, Texts texts) =>
        {
            if (Footing.Quantities.Exercises.Find(id.ToLowerInvariant()) is not { } exercise)
            {
                return Show.Page<FailurePage>(new { Reason = "not-found" }, StatusCodes.Status404NotFound);
            }

            var known = await journal.ReadAsync();
            var state = Planner.StateOn(known.Entries, programme, known.Today, known.Preference.Zone);
            return Show.Page<ExercisePage>(new
            {
                Definition = programme[exercise],
                programme.Sources,
                programme.Movements,
                Videos = videos.Of(exercise, texts.Language),
                Level = state.Stands(exercise, known.Today) ? state.Standings[exercise].Level : (int?)null,
            });
        });
}
