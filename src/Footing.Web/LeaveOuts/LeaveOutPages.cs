using Footing.Exercises;
using Footing.Forms;
using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.LeaveOuts;

/// <summary>A person's own choice to do without an exercise, and the way back.</summary>
internal static class LeaveOutPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/exercises/{id}/leave-out", async (string id, PersonJournal journal) =>
        {
            var view = await journal.ReadTodayAsync();
            return Find(id, view.Programme) is { } exercise ? Page(exercise, view) : NotFound;
        });
        pages.MapPost("/exercises/{id}/leave-out", LeaveOut);
        pages.MapPost("/exercises/{id}/take-back", TakeBack);
        pages.MapGet("/leave-out/next", (string? reason) => GoOn(reason));
    }

    /// <summary>The form with which a person does without an exercise.</summary>
    internal static EntryForm LeaveOutForm(ExerciseId exercise) => EntryForms.LeaveOut.Knowing("exercise", Answer.Of(exercise.Id()));

    /// <summary>The form with which they take it back.</summary>
    internal static EntryForm TakeBackForm(ExerciseId exercise) => EntryForms.TakeBack.Knowing("exercise", Answer.Of(exercise.Id()));

    private static IResult NotFound => Show.Page<FailurePage>(new { Reason = "not-found" }, StatusCodes.Status404NotFound);

    private static ExerciseId? Find(string id, Programme programme) =>
        ExerciseId.Find(id.ToLowerInvariant()) is { } exercise && programme.Has(exercise) ? exercise : null;

    private static IResult Page(ExerciseId exercise, JournalView view) => view.Projection.State.IsLeftOut(exercise)
        ? Show.Page<TakeBackPage>(new { Exercise = exercise })
        : Show.Page<LeaveOutPage>(Parameters(exercise, view));

    private static Dictionary<string, object?> Parameters(ExerciseId exercise, JournalView view) => new()
    {
        ["Exercise"] = exercise,
        ["Instead"] = view.Projection.State.JoinsWithout(exercise, view.Today),
    };

    private static async Task<IResult> LeaveOut(string id, HttpRequest request, PersonJournal journal, Texts texts)
    {
        var view = await journal.ReadTodayAsync();
        if (Find(id, view.Programme) is not { } exercise)
        {
            return NotFound;
        }

        var (form, values) = (LeaveOutForm(exercise), SentValues.Of(await request.ReadFormAsync()));
        var reading = form.Read(values);
        if (!reading.Succeeded)
        {
            var page = Parameters(exercise, view);
            (page["Filled"], page["Problems"]) = (values, reading.Say(texts));
            return Show.Again<LeaveOutPage>(page);
        }

        await journal.AppendAsync(form.Entry(reading, NewId.At(view.Now), view.Now));
        return GoOn(values.First("reason"));
    }

    private static async Task<IResult> TakeBack(string id, PersonJournal journal)
    {
        var view = await journal.ReadTodayAsync();
        if (Find(id, view.Programme) is not { } exercise)
        {
            return NotFound;
        }

        var form = TakeBackForm(exercise);
        await journal.AppendAsync(form.Entry(form.Read(FormValues.Empty), NewId.At(view.Now), view.Now));
        return GoOn(null);
    }

    private static IResult GoOn(string? reason) => Show.Next(
        Vocabulary.LeaveOutReasons.Find(reason ?? "")?.AsksForFeet() == true ? "/foot-check?then=plan" : "/plan?saved=1");
}
