using Footing.Forms;
using Footing.Journal;
using Footing.Reading;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Wording;
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
        pages.MapGet("/screening/number-since", AskSince);
        pages.MapPost("/screening/number-since", TakeSince);
    }

    private static async Task<IResult> StillRight(PersonJournal journal, Drafts drafts)
    {
        var flow = QuestionnaireFlow.Of(await journal.ReadAsync());
        if (flow.Repeat is not { } repeat || await drafts.LoadAsync(journal.Person) is not { } draft)
        {
            return Show.Next("/screening");
        }

        var (answers, measured) = repeat.Kept(draft.Answers, draft.Measured, draft.Since);
        return Show.Page<StillRightPage>(new
        {
            QuestionnaireFlow = flow,
            Answers = answers,
            Measured = measured,
            On = repeat.LastOn,
            Back = flow.Before(QuestionGroup.StillRight, draft, null),
            Step = flow.Position(QuestionGroup.StillRight, draft),
        });
    }

    private static async Task<IResult> ConfirmStillRight(PersonJournal journal, Drafts drafts)
    {
        var flow = QuestionnaireFlow.Of(await journal.ReadAsync());
        if (flow.Repeat is not { } repeat || await drafts.LoadAsync(journal.Person) is not { } draft)
        {
            return Show.Next("/screening");
        }

        var (answers, measured) = repeat.Kept(draft.Answers, draft.Measured, draft.Since);
        draft = draft with { Answers = answers, Measured = measured, IsStillRight = true };
        await drafts.SaveAsync(journal.Person, draft);
        return Show.Next(flow.After(QuestionGroup.StillRight, draft, null));
    }

    private static async Task<IResult> AskSince(PersonJournal journal, Drafts drafts)
    {
        var flow = QuestionnaireFlow.Of(await journal.ReadAsync());
        return flow.Repeat is null || await drafts.LoadAsync(journal.Person) is not { } draft || SincePage(flow, draft, FormValues.Of([("number-since", draft.Since is { } since ? Vocabulary.YesNoUnsure[since] : "")]), []) is not { } page
            ? Show.Next("/screening")
            : Show.Page<NumberSincePage>(page);
    }

    private static async Task<IResult> TakeSince(HttpRequest request, PersonJournal journal, Drafts drafts, Texts texts)
    {
        var flow = QuestionnaireFlow.Of(await journal.ReadAsync());
        var values = SentValues.Of(await request.ReadFormAsync());
        if (flow.Repeat is null || await drafts.LoadAsync(journal.Person) is not { } draft || SincePage(flow, draft, values, [new("number-since", texts["answers.choose"])]) is not { } page)
        {
            return Show.Next("/screening");
        }

        if (Vocabulary.YesNoUnsure.Find(values.First("number-since") ?? "") is not { } since)
        {
            return Show.Again<NumberSincePage>(page);
        }

        draft = draft with { Since = since };
        await drafts.SaveAsync(journal.Person, draft);
        return Show.Next(flow.After(QuestionGroup.Since, draft, null));
    }

    private static object? SincePage(QuestionnaireFlow flow, Draft draft, FormValues values, IReadOnlyList<Problem> problems) =>
        flow.Repeat!.AsksSince(draft.Answers) is not { MeasuredOn: { } on } ? null : new
        {
            On = on,
            Values = values,
            Problems = problems,
            Back = flow.Before(QuestionGroup.Since, draft, null),
            Step = flow.Position(QuestionGroup.Since, draft),
        };

    private static async Task<IResult> CheckAnswers(PersonJournal journal, Drafts drafts) =>
        await drafts.LoadAsync(journal.Person) is { } draft
            ? Show.Page<CheckPage>(CheckParameters(draft, QuestionnaireFlow.Of(await journal.ReadAsync()), false))
            : Show.Next("/screening");

    private static async Task<IResult> Save(PersonJournal journal, Drafts drafts)
    {
        if (await drafts.LoadAsync(journal.Person) is not { } draft)
        {
            // Sent twice: the first request made the entry.
            return Show.Next("/screening/result");
        }

        var view = await journal.ReadAsync();
        var flow = QuestionnaireFlow.Of(view);
        var (answers, measured) = Recorded(draft, flow);
        if (!flow.Questionnaire.Missing(answers).IsEmpty)
        {
            return Show.Again<CheckPage>(CheckParameters(draft, flow, true));
        }

        await journal.AppendAsync(new ScreeningEntry(NewId.At(view.Now), view.Now, answers) { Measured = measured });
        await drafts.ForgetAsync(journal.Person);
        return Show.Next("/screening/result");
    }

    /// <summary>The answers as they are recorded, with the dates of kept numbers: a bad number stays until there is a new one.</summary>
    private static (Answers Answers, MeasuredDates Measured) Recorded(Draft draft, QuestionnaireFlow flow)
    {
        var recorded = flow.Questionnaire.Recorded(draft.Answers);
        // A number that is kept is kept also where the test is not asked, because standing is hard.
        var kept = draft.Measured.All.Where(one => draft.Answers.Number(one.Key) is not null)
            .Aggregate(recorded, (answers, one) => answers.With(one.Key, draft.Answers[one.Key]!.Value).Value);
        return draft.IsRepeat && flow.Repeat is { } repeat
            ? repeat.Kept(kept, draft.Measured, draft.Since)
            : (kept, draft.Measured);
    }

    private static object CheckParameters(Draft draft, QuestionnaireFlow flow, bool showMissing) => new
    {
        QuestionnaireFlow = flow,
        Recorded(draft, flow).Answers,
        ShowMissing = showMissing,
        Back = QuestionnaireFlow.Path(flow.For(draft)[^1].Id),
    };
}
