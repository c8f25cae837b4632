using Footing.Exercises;
using Footing.Forms;
using Footing.Journal;
using Footing.Programmes;
using Footing.Reading;
using Footing.Screening;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Web.Preferences;
using Footing.Web.UrgentHelp;
using Footing.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Screening;

/// <summary>The safety questions, one topic for each page.</summary>
internal static class ScreeningPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/screening", Begin);
        pages.MapPost("/screening", Restart);
        pages.MapGet("/screening/{id}", Ask);
        pages.MapPost("/screening/{id}", Answer);
    }

    private static async Task<IResult> Begin(PersonJournal journal, Drafts drafts)
    {
        var view = await journal.ReadAsync();
        var draft = await drafts.LoadAsync(journal.Person);
        var flow = QuestionnaireFlow.Of(view);
        return Show.Page<BeginPage>(new
        {
            GoOn = draft is null ? null : QuestionnaireFlow.Path(flow.NextOpen(draft)),
            First = QuestionnaireFlow.Path(flow.For(Draft.New(flow.Repeat))[0].Id),
            IsRepeat = flow.Repeat is not null,
            Tests = flow.Repeat is { } repeat ? view.Programme.Condition.HomeTests.Select(test => repeat.TestOf(test.Id, Answers.None, null)).Where(test => test.Why is not null).ToList() : [],
        });
    }

    private static async Task<IResult> Restart(PersonJournal journal, Drafts drafts)
    {
        await drafts.ForgetAsync(journal.Person);
        return Show.Next("/screening");
    }

    private static async Task<IResult> Ask(string id, string? from, PersonJournal journal, Drafts drafts)
    {
        var view = await journal.ReadAsync();
        var flow = QuestionnaireFlow.Of(view);
        var draft = await drafts.LoadAsync(journal.Person) ?? Draft.New(flow.Repeat);
        return flow.Asking(id.ToLowerInvariant(), draft) is not { } group
            ? Show.Page<FailurePage>(new { Reason = "not-found" }, StatusCodes.Status404NotFound)
            : Show.Page<QuestionPage>(Parameters(group, flow, draft, from, AnswerForm.ValuesOf(draft.Answers, group.Questions), []));
    }

    private static async Task<IResult> Answer(
        string id, string? from, HttpRequest request, PersonJournal journal, Drafts drafts, DangerReading reading, ProgrammeLibrary library, Texts texts)
    {
        var form = await request.ReadFormAsync();
        // A sign of danger is answered at once, even if it cannot be saved.
        return DangerIn(id, form, library, texts) is { } danger
            ? await reading.PageAsync(
                () => Take(id, from, form, journal, drafts, texts),
                () => Show.Page<DangerPage>(new { Danger = danger, Help = (LocalHelp?)null, IsUnsaved = true }, StatusCodes.Status503ServiceUnavailable))
            : await Take(id, from, form, journal, drafts, texts);
    }

    /// <summary>
    /// What one answer by itself results in, if that cannot wait; null if it can. Whose condition it is may not be known
    /// yet: of all of them the worst.
    /// </summary>
    private static Disposition? DangerIn(string id, IFormCollection form, ProgrammeLibrary library, Texts texts) =>
        Question.Find(id) is not null && AnswerForm.Read(id, form, texts).Answer is { } answer
            ? library.All.Select(programme => programme.Condition).Distinct().Max(condition => condition.DangerIn(id, answer))
            : null;

    private static async Task<IResult> Take(string id, string? from, IFormCollection form, PersonJournal journal, Drafts drafts, Texts texts)
    {
        var view = await journal.ReadAsync();
        var flow = QuestionnaireFlow.Of(view);
        var draft = await drafts.LoadAsync(journal.Person) ?? Draft.New(flow.Repeat);
        if (flow.Asking(id.ToLowerInvariant(), draft) is not { } group)
        {
            return Show.Page<FailurePage>(new { Reason = "not-found" }, StatusCodes.Status404NotFound);
        }

        if (group.IsContext && form.ContainsKey("skip"))
        {
            draft = draft with
            {
                Answers = group.Questions.Aggregate(draft.Answers, (answers, question) => answers.Without(question)),
                Skipped = draft.Skipped.Add(group.Id),
            };
            await drafts.SaveAsync(journal.Person, draft);
            return Show.Next(flow.After(group, draft, from));
        }

        var read = group.Questions.Select(question => (Id: question, Read: AnswerForm.Read(question, form, texts))).ToList();
        var given = read.Where(r => r.Read.Answer is not null).ToList();
        // On a context page with two questions, one may stay unanswered.
        var problems = read.Select(r => r.Read.Problem).OfType<Problem>().ToList();
        if (problems.Count > 0 && !(group.IsContext && given.Count > 0))
        {
            return Show.Again<QuestionPage>(Parameters(group, flow, draft, from, SentValues.Of(form), problems));
        }

        var changed = draft with
        {
            Answers = flow.Questionnaire.AskedAgain(draft.Answers, given.Aggregate(draft.Answers, (answers, r) => answers.With(r.Id, r.Read.Answer!.Value).Value)),
            Skipped = draft.Skipped.Remove(group.Id),
            // A number that is given now was found today.
            Measured = given.Where(r => Question.Find(r.Id)!.IsTest).Aggregate(draft.Measured, (measured, r) => measured.Without(r.Id)),
        };
        if (changed.IsAlarming(view.Programme.Condition))
        {
            return await Alarm(changed, view, journal, drafts);
        }

        await drafts.SaveAsync(journal.Person, changed with { Alarm = null });
        return Show.Next(flow.After(group, changed, from));
    }

    /// <summary>
    /// An emergency sign is recorded in the journal at once: an older screening must not allow exercise while this one
    /// is unfinished.
    /// </summary>
    private static async Task<IResult> Alarm(Draft draft, JournalView view, PersonJournal journal, Drafts drafts)
    {
        if (!draft.IsAlarmRecorded)
        {
            await journal.AppendAsync(new ScreeningEntry(NewId.At(view.Now), view.Now, draft.Answers));
            draft = draft.WithAlarm();
        }

        await drafts.SaveAsync(journal.Person, draft);
        return Show.Next("/screening/result");
    }

    private static object Parameters(QuestionGroup group, QuestionnaireFlow flow, Draft draft, string? from, FormValues values, IReadOnlyList<Problem> problems) => new
    {
        QuestionGroup = group,
        From = QuestionnaireFlow.IsList(from) ? from : null,
        Back = flow.Before(group, draft, from),
        Step = flow.Position(group, draft),
        Again = flow.TestAsked(group, draft),
        Values = values,
        Problems = problems,
    };
}
