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
        return Draft.Basis(view) is not { } last || await drafts.LoadAsync(journal.Person) is not { } draft
            ? Show.Next("/screening")
            : Show.Page<StillRightPage>(new
            {
                Answers = Merge(Draft.Lasting(last.Answers), draft.Answers),
                On = last.DateIn(view.Preference.Zone),
                Back = QuestionnaireFlow.Before(new QuestionGroup([QuestionGroup.StillRight]), draft, null),
                Step = QuestionnaireFlow.Position(new QuestionGroup([QuestionGroup.StillRight]), draft),
            });
    }

    private static async Task<IResult> ConfirmStillRight(PersonJournal journal, Drafts drafts)
    {
        var view = await journal.ReadAsync();
        if (Draft.Basis(view) is not { } last || await drafts.LoadAsync(journal.Person) is not { } draft)
        {
            return Show.Next("/screening");
        }

        draft = draft with { Answers = Merge(Draft.Lasting(last.Answers), draft.Answers), IsStillRight = true };
        await drafts.SaveAsync(journal.Person, draft);
        return Show.Next(QuestionnaireFlow.After(new QuestionGroup([QuestionGroup.StillRight]), draft, null));
    }

    private static async Task<IResult> CheckAnswers(PersonJournal journal, Drafts drafts) =>
        await drafts.LoadAsync(journal.Person) is { } draft ? Show.Page<CheckPage>(CheckParameters(draft, false)) : Show.Next("/screening");

    private static async Task<IResult> Save(PersonJournal journal, Drafts drafts)
    {
        if (await drafts.LoadAsync(journal.Person) is not { } draft)
        {
            // Sent twice: the first request made the entry.
            return Show.Next("/screening/result");
        }

        if (!draft.Final.Missing.IsEmpty)
        {
            return Show.Again<CheckPage>(CheckParameters(draft, true));
        }

        var view = await journal.ReadAsync();
        await journal.AppendAsync(new ScreeningEntry(NewId.At(view.Now), view.Now, draft.Final));
        await drafts.ForgetAsync(journal.Person);
        return Show.Next("/screening/result");
    }

    private static object CheckParameters(Draft draft, bool showMissing) => new
    {
        Answers = draft.Final,
        ShowMissing = showMissing,
        Back = QuestionnaireFlow.Path(QuestionGroup.For(draft)[^1].Id),
    };

    private static Answers Merge(Answers under, Answers over) => over.Answered.Aggregate(
        under, (answers, question) => answers.With(question.Id, over[question.Id]!.Value).Value);
}
