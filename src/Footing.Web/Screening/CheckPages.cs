using Footing.Journal;
using Footing.Web.Pages;
using Footing.Web.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Screening;

/// <summary>Answers to check again: those of last time, and all of them before they become one entry.</summary>
internal static class CheckPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/screening/check", CheckAnswers);
        pages.MapPost("/screening/check", Save);
        pages.MapGet("/screening/still-right", StillRight);
        pages.MapPost("/screening/still-right", ConfirmStillRight);
    }

    private static async Task<IResult> StillRight(PersonJournal journal, Drafts drafts)
    {
        var view = await journal.ReadAsync();
        return Flow(view).Questionnaire.RepeatedFrom(view.Effective) is not { } last || await drafts.LoadAsync(journal.Person) is not { } draft
            ? Show.Next("/screening")
            : Show.Page<StillRightPage>(new
            {
                QuestionnaireFlow = Flow(view),
                Answers = Merge(Flow(view).Questionnaire.Lasting(last.Answers), draft.Answers),
                On = last.DateIn(view.Preference.Zone),
                Back = Flow(view).Before(QuestionGroup.StillRight, draft, null),
                Step = Flow(view).Position(QuestionGroup.StillRight, draft),
            });
    }

    private static async Task<IResult> ConfirmStillRight(PersonJournal journal, Drafts drafts)
    {
        var view = await journal.ReadAsync();
        if (Flow(view).Questionnaire.RepeatedFrom(view.Effective) is not { } last || await drafts.LoadAsync(journal.Person) is not { } draft)
        {
            return Show.Next("/screening");
        }

        draft = draft with { Answers = Merge(Flow(view).Questionnaire.Lasting(last.Answers), draft.Answers), IsStillRight = true };
        await drafts.SaveAsync(journal.Person, draft);
        return Show.Next(Flow(view).After(QuestionGroup.StillRight, draft, null));
    }

    private static async Task<IResult> CheckAnswers(PersonJournal journal, Drafts drafts) =>
        await drafts.LoadAsync(journal.Person) is { } draft
            ? Show.Page<CheckPage>(CheckParameters(draft, Flow(await journal.ReadAsync()), false))
            : Show.Next("/screening");

    private static async Task<IResult> Save(PersonJournal journal, Drafts drafts)
    {
        if (await drafts.LoadAsync(journal.Person) is not { } draft)
        {
            // Sent twice: the first request made the entry.
            return Show.Next("/screening/result");
        }

        var view = await journal.ReadAsync();
        var flow = Flow(view);
        var answers = flow.Questionnaire.Recorded(draft.Answers);
        if (!flow.Questionnaire.Missing(answers).IsEmpty)
        {
            return Show.Again<CheckPage>(CheckParameters(draft, flow, true));
        }

        await journal.AppendAsync(new ScreeningEntry(NewId.At(view.Now), view.Now, answers));
        await drafts.ForgetAsync(journal.Person);
        return Show.Next("/screening/result");
    }

    private static QuestionnaireFlow Flow(JournalView view) => new(view.Programme.Condition.Questionnaire);

    private static object CheckParameters(Draft draft, QuestionnaireFlow flow, bool showMissing) => new
    {
        QuestionnaireFlow = flow,
        Answers = flow.Questionnaire.Recorded(draft.Answers),
        ShowMissing = showMissing,
        Back = QuestionnaireFlow.Path(flow.For(draft)[^1].Id),
    };

    private static Answers Merge(Answers under, Answers over) => over.Answered.Aggregate(
        under, (answers, question) => answers.With(question.Id, over[question.Id]!.Value).Value);
}
