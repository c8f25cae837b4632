using System.Globalization;
using Footing.Forms;
using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;
using Footing.Reading;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Web.Screening;
using Footing.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.JournalHistory;

/// <summary>Corrects a wrong answer: the form, the confirmation, and the correction in the journal.</summary>
internal static class CorrectionPages
{
    private const string Confirmed = "confirmed";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/history/{id:guid}", async (Guid id, PersonJournal journal, Texts texts) =>
        {
            var view = await journal.ReadAsync();
            return JournalTimeline.Of(view).Find(id) is { CanBeCorrected: true } record ? Form(record, view, texts) : NotFound();
        });
        pages.MapPost("/history/{id:guid}", Correct);
        pages.MapGet("/history/{id:guid}/void", AskVoid);
        pages.MapPost("/history/{id:guid}/void", TakeBack);
        pages.MapGet("/history/{id:guid}/answers/{question}", AskAnswer);
        pages.MapPost("/history/{id:guid}/answers/{question}", CorrectAnswer);
    }

    private static IResult Form(TimelineItem record, JournalView view, Texts texts) => Show.Page<CorrectionPage>(Parameters(
        record, view, CorrectionQuestion.FormOf(record, view.Programme, texts)?.ValuesOf(Correction.FieldsOf(record, view)) ?? FormValues.Empty, texts));

    private static async Task<IResult> Correct(Guid id, HttpRequest request, PersonJournal journal, Texts texts)
    {
        var view = await journal.ReadAsync();
        if (JournalTimeline.Of(view).Find(id) is not { HasForm: true } record || CorrectionQuestion.FormOf(record, view.Programme, texts) is not { } asked)
        {
            return NotFound();
        }

        var form = await request.ReadFormAsync();
        var fields = Correction.FieldsOf(record, view);
        var values = SentValues.Of(form);
        var problems = asked.Amend(fields, values);
        if (!problems.IsEmpty)
        {
            return Show.Again<CorrectionPage>(Parameters(record, view, values, texts, [.. problems.Select(problem => new Problem(problem.Field, problem.Message.Say(texts)))]));
        }

        var correction = Correction.To(record, fields);
        if (!journal.WasSent(view) && record.Now is { } now && now == correction.After)
        {
            return Show.Again<CorrectionPage>(Parameters(record, view, values, texts, [new("fields", texts["history.form.same"])]));
        }

        return await Save(correction, form, view, journal, $"/history/{id}", values.Only(asked.Fields.Select(field => field.Name)));
    }

    private static async Task<IResult> AskVoid(Guid id, PersonJournal journal)
    {
        var view = await journal.ReadAsync();
        return JournalTimeline.Of(view).Find(id) is { CanBeCorrected: true, Now: not null } record
            ? Confirm(Correction.Void(record), view, $"/history/{id}/void", NoFields)
            : NotFound();
    }

    private static async Task<IResult> TakeBack(Guid id, HttpRequest request, PersonJournal journal)
    {
        var view = await journal.ReadAsync();
        // When the form is sent twice, the first time voided the entry.
        return JournalTimeline.Of(view).Find(id) is { CanBeCorrected: true } record && (record.Now is not null || journal.WasSent(view))
            ? await Save(Correction.Void(record), await request.ReadFormAsync(), view, journal, $"/history/{id}/void", NoFields)
            : NotFound();
    }

    private static async Task<IResult> AskAnswer(Guid id, string question, PersonJournal journal)
    {
        question = question.ToLowerInvariant();
        var view = await journal.ReadAsync();
        return Answering(id, question, view) is var (record, screening)
            ? Show.Page<AnswerPage>(new { TimelineItem = record, Question = question, Values = AnswerForm.ValuesOf(screening.Answers, [question]) })
            : NotFound();
    }

    private static async Task<IResult> CorrectAnswer(
        Guid id, string question, HttpRequest request, PersonJournal journal, Texts texts)
    {
        question = question.ToLowerInvariant();
        var view = await journal.ReadAsync();
        if (Answering(id, question, view) is not var (record, screening))
        {
            return NotFound();
        }

        var form = await request.ReadFormAsync();
        var (answer, problem) = AnswerForm.Read(question, form, texts);
        if (answer is null || (answer == screening.Answers[question] && !journal.WasSent(view)))
        {
            return Show.Again<AnswerPage>(new
            {
                TimelineItem = record,
                Question = question,
                Values = SentValues.Of(form),
                Problems = new[] { problem ?? new Problem(question, texts["history.form.same"]) },
            });
        }

        var after = screening with { Answers = screening.Answers.With(question, answer.Value).Value };
        return await Save(Correction.To(record, after, view), form, view, journal, $"/history/{id}/answers/{question}", SentValues.Of(form).Only([question, $"{question}-not-done"]));
    }

    private static async Task<IResult> Save(
        Correction correction,
        IFormCollection form,
        JournalView view,
        PersonJournal journal,
        string path,
        IReadOnlyDictionary<string, IReadOnlyList<string>> given)
    {
        if (!form.ContainsKey(Confirmed) || !correction.MayBe(view))
        {
            return Confirm(correction, view, path, given);
        }

        await journal.AppendAsync(correction.ToEntry(view));
        var on = (correction.After ?? correction.TimelineItem.First).DateIn(view.Preference.Zone);
        return Show.Next(string.Create(CultureInfo.InvariantCulture, $"/history?month={on:yyyy-MM}&saved=1#entry-{correction.TimelineItem.Id}"));
    }

    /// <summary>Shows the entry before and after, and the effect on the plan; or why it is not allowed.</summary>
    private static IResult Confirm(
        Correction correction, JournalView view, string path, IReadOnlyDictionary<string, IReadOnlyList<string>> given)
    {
        var mayBe = correction.MayBe(view);
        return Show.Page<ConfirmPage>(
            new
            {
                Correction = correction,
                Path = path,
                Given = given,
                view.Today,
                view.Preference.Zone,
                MayBe = mayBe,
                Before = Planner.PlanFor(view.Projection),
                After = correction.PlanAfter(view),
            },
            mayBe ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> NoFields => new Dictionary<string, IReadOnlyList<string>>();

    private static (TimelineItem Record, ScreeningEntry Screening)? Answering(Guid id, string question, JournalView view) =>
        Question.Find(question) is not null && JournalTimeline.Of(view).Find(id) is { Shown: ScreeningEntry screening } record
            ? (record, screening)
            : null;

    private static object Parameters(
        TimelineItem record, JournalView view, FormValues values, Texts texts, IReadOnlyList<Problem>? problems = null) => new
    {
        TimelineItem = record,
        Questions = CorrectionQuestion.FormOf(record, view.Programme, texts) is { } form ? CorrectionQuestion.Of(form, view.Programme, texts) : [],
        Values = values,
        Problems = problems ?? [],
        view.Today,
        view.Preference.Zone,
        IsLate = !Correction.Void(record).MayBe(view),
    };

    private static IResult NotFound() => Show.Page<FailurePage>(new { Reason = "not-found" }, StatusCodes.Status404NotFound);
}
