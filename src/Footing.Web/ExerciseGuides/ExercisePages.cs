using Footing.Exercises;
using Footing.Plans;
using Footing.Plans.Explanations;
using Footing.Programmes;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.ExerciseGuides;

/// <summary>A page for each exercise: how to do it, and the sources.</summary>
internal static class ExercisePages
{
    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/exercises/{id}", async (string id, PersonJournal journal, ExerciseVideos videos, Texts texts) =>
        {
            var view = await journal.ReadTodayAsync();
            var programme = view.Programme;
            if (ExerciseId.Find(id.ToLowerInvariant()) is not { } exercise || !programme.Has(exercise))
            {
                return Show.Page<FailurePage>(new { Reason = "not-found" }, StatusCodes.Status404NotFound);
            }

            var state = view.Projection.State;
            return Show.Page<ExercisePage>(new
            {
                Definition = programme[exercise],
                programme.Sources,
                programme.Movements,
                Videos = videos.Of(exercise, texts.Language),
                IsLeftOut = state.IsLeftOut(exercise),
                Locked = WithheldExercise.Locked(Planner.PlanFor(view.Projection), state).FirstOrDefault(locked => locked.Exercise == exercise),
                Level = state.IsActive(exercise, view.Today) ? state.Progress[exercise].Level : (int?)null,
            });
        });
}
