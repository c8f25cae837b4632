using System.Collections.Immutable;
using Footing.Exercises;
using Footing.Forms;
using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Web.ScreeningResults;
using Footing.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.ProfessionalDecisions;

/// <summary>What a professional told the person, recorded by themselves: it ends locks and changes levels.</summary>
internal static class DecisionPages
{
    /// <summary>The field by which the person confirms what was repeated to them.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>The page about rules of the screening.</summary>
    /// <param name="exercise">The exercise from which the person comes; null from the result.</param>
    public static string ClearancePath(ExerciseId? exercise) => "/screening/clearance" + (exercise is { } from ? $"?exercise={from.Id()}" : "");

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/screening/clearance", async (PersonJournal journal, string? exercise) =>
        {
            var view = await journal.ReadTodayAsync();
            var about = Find(exercise, view.Programme);
            return Clearable(view, about) is { IsEmpty: false } rules
                ? Show.Page<ClearancePage>(new { Clearance = ClearanceForm.Of(rules, view.Today), Exercise = about?.Id })
                : Show.Next("/screening/result");
        });
        pages.MapPost("/screening/clearance", Clear);
        pages.MapGet("/told/{id}", async (string id, PersonJournal journal) =>
        {
            var view = await journal.ReadAsync();
            return Find(id, view.Programme) is { } about
                ? Show.Page<ToldPage>(new { Exercise = about.Id, IsClearable = !Clearable(view, about).IsEmpty, Decisions = Decisions(view, about) })
                : NotFound;
        });
        pages.MapGet("/told/{id}/{decision}", async (string id, string decision, PersonJournal journal) =>
        {
            var view = await journal.ReadAsync();
            return FormOf(id, decision, view) is var (about, form)
                ? Show.Page<AdjustmentPage>(new { Exercise = about.Id, Decision = decision.ToLowerInvariant(), Asked = form })
                : NotFound;
        });
        pages.MapPost("/told/{id}/{decision}", Adjust);
    }

    private static IResult NotFound => Show.Page<FailurePage>(new { Reason = "not-found" }, StatusCodes.Status404NotFound);

    private static ExerciseDefinition? Find(string? id, Programme programme) =>
        ExerciseId.Find(id?.ToLowerInvariant()) is { } exercise ? programme.Find(exercise) : null;

    /// <summary>The rules that a clearance can lift now; with an exercise, those that withhold or limit it.</summary>
    private static ImmutableArray<string> Clearable(JournalView view, ExerciseDefinition? about) => ScreeningResult.Of(view) is not { } result ? [] :
    [
        .. result.Decision.Matches
            .Where(match => match.CanBeLifted && (about is null || match.Verdict.Withholds(about.Exercise) || match.Verdict.CapOf(about.Exercise) is not null))
            .Select(match => match.Rule.Name),
    ];

    /// <summary>The decisions about an exercise that can be recorded now: only what is locked can be unlocked.</summary>
    private static ImmutableArray<string> Decisions(JournalView view, ExerciseDefinition about) =>
        view.LastScreening is null ? []
        : [.. AdjustmentForm.Decisions.Where(decision => decision != AdjustmentForm.Unlock || view.Projection.State.Progress[about.Id] is { IsLocked: true } or { IsLockedByPain: true })];

    private static (ExerciseDefinition About, EntryForm Form)? FormOf(string id, string decision, JournalView view, bool wasSent = false)
    {
        decision = decision.ToLowerInvariant();
        if (Find(id, view.Programme) is not { } about || !(wasSent ? AdjustmentForm.Decisions : Decisions(view, about)).Contains(decision))
        {
            return null;
        }

        var most = decision == AdjustmentForm.Level ? LevelsDone.MostRecordable(view.Effective, about) : about.Top;
        return (about, AdjustmentForm.Of(decision, about.Id.Id(), most, about[1].Dose.Reps is null, view.Today));
    }

    private static async Task<IResult> Clear(HttpRequest request, PersonJournal journal, Texts texts, string? exercise)
    {
        var view = await journal.ReadAsync();
        var about = Find(exercise, view.Programme);
        // What this form lifted is already lifted; it may be sent again, also with other fields.
        var rules = journal.WasSent(view) ? [.. view.Programme.Condition.Liftable.Select(rule => rule.Name)] : Clearable(view, about);
        if (rules.IsEmpty)
        {
            return Show.Next("/screening/result");
        }

        var form = ClearanceForm.Of(rules, view.Today);
        var sent = await request.ReadFormAsync();
        var values = SentValues.Of(sent);
        var reading = form.Read(values);
        return !reading.Succeeded
            ? Show.Again<ClearancePage>(new { Clearance = form, Exercise = about?.Id, Filled = values, Problems = reading.Say(texts) })
            : await Take(form, reading, sent, view, journal, ClearancePath(about?.Id), about is null ? "/screening/result" : "/plan?saved=1");
    }

    private static async Task<IResult> Adjust(string id, string decision, HttpRequest request, PersonJournal journal, Texts texts)
    {
        var view = await journal.ReadAsync();
        if (FormOf(id, decision, view, journal.WasSent(view)) is not var (about, form))
        {
            return NotFound;
        }

        var sent = await request.ReadFormAsync();
        var values = SentValues.Of(sent);
        var reading = form.Read(values);
        return !reading.Succeeded
            ? Show.Again<AdjustmentPage>(new { Exercise = about.Id, Decision = decision.ToLowerInvariant(), Asked = form, Filled = values, Problems = reading.Say(texts) })
            : await Take(form, reading, sent, view, journal, $"/told/{about.Id.Id()}/{decision.ToLowerInvariant()}", "/plan?saved=1");
    }

    /// <summary>Repeats what was said and what it opens; stores it once that is confirmed.</summary>
    private static async Task<IResult> Take(
        EntryForm form, FormReading reading, IFormCollection sent, JournalView view, PersonJournal journal, string path, string next)
    {
        var entry = form.Entry(reading, NewId.At(view.Now), view.Now);
        if (!sent.ContainsKey(Confirmed))
        {
            return Show.Page<ConfirmDecisionPage>(new
            {
                Entry = entry,
                Path = path,
                Given = SentValues.Of(sent).Only(form.Fields.Select(field => field.Name)),
                Before = Planner.PlanFor(view.Projection),
                After = Planner.PlanFor([.. view.Entries, entry], view.Programme, view.Today, view.Preference.Zone),
            });
        }

        await journal.AppendAsync(entry);
        return Show.Next(next);
    }
}
