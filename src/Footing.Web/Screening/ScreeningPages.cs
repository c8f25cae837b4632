using System.Collections.Immutable;
using Footing.Exercises;
using Footing.Journal;
using Footing.Reading;
using Footing.Screening;
using Footing.Web.Pages;
using Footing.Web.People;
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
        return Show.Page<BeginPage>(new
        {
            GoOn = draft is null ? null : QuestionnaireFlow.Path(QuestionnaireFlow.NextOpen(draft)),
            First = QuestionnaireFlow.Path(QuestionGroup.For(Draft.New(Draft.Basis(view)))[0].Id),
            IsRepeat = Draft.Basis(view) is not null,
        });
    }

    private static async Task<IResult> Restart(PersonJournal journal, Drafts drafts)
    {
        await drafts.ForgetAsync(journal.Person);
        return Show.Next("/screening");
    }

    private static async Task<IResult> Ask(string id, string? from, PersonJournal journal, Drafts drafts)
    {
        var draft = await drafts.LoadAsync(journal.Person) ?? Draft.New(Draft.Basis(await journal.ReadAsync()));
        return QuestionGroup.Asking(id.ToLowerInvariant(), draft) is not { } stop
            ? Show.Page<FailurePage>(new { Reason = "not-found" }, StatusCodes.Status404NotFound)
            : Show.Page<QuestionPage>(Parameters(stop, draft, from, Shown(draft.Answers, stop), []));
    }

    private static async Task<IResult> Answer(
        string id, string? from, HttpRequest request, PersonJournal journal, Drafts drafts, DangerReading reading, Texts texts)
    {
        var form = await request.ReadFormAsync();
        // A sign of danger is answered at once, even if it cannot be saved.
        return DangerIn(id, form, texts) is { } danger
            ? await reading.PageAsync(
                () => Take(id, from, form, journal, drafts, texts),
                () => Show.Page<DangerPage>(new { What = danger.Id(), Number = (string?)null, IsUnsaved = true }, StatusCodes.Status503ServiceUnavailable))
            : await Take(id, from, form, journal, drafts, texts);
    }

    /// <summary>What one answer by itself results in, if that cannot wait; null if it can.</summary>
    private static Disposition? DangerIn(string id, IFormCollection form, Texts texts) =>
        Question.Find(id) is not null && AnswerForm.Read(id, form, texts).Answer is { } answer ? Decision.DangerIn(id, answer) : null;

    private static async Task<IResult> Take(string id, string? from, IFormCollection form, PersonJournal journal, Drafts drafts, Texts texts)
    {
        var view = await journal.ReadAsync();
        var draft = await drafts.LoadAsync(journal.Person) ?? Draft.New(Draft.Basis(view));
        if (QuestionGroup.Asking(id.ToLowerInvariant(), draft) is not { } stop)
        {
            return Show.Page<FailurePage>(new { Reason = "not-found" }, StatusCodes.Status404NotFound);
        }

        if (stop.IsContext && form.ContainsKey("skip"))
        {
            draft = draft with
            {
                Answers = stop.Questions.Aggregate(draft.Answers, (answers, question) => answers.Without(question)),
                Skipped = draft.Skipped.Add(stop.Id),
            };
            await drafts.SaveAsync(journal.Person, draft);
            return Show.Next(QuestionnaireFlow.After(stop, draft, from));
        }

        var read = stop.Questions.Select(question => (Id: question, Read: AnswerForm.Read(question, form, texts))).ToList();
        var given = read.Where(r => r.Read.Answer is not null).ToList();
        // On a context page with two questions, one may stay unanswered.
        var problems = read.Select(r => r.Read.Problem).OfType<Problem>().ToList();
        if (problems.Count > 0 && !(stop.IsContext && given.Count > 0))
        {
            return Show.Again<QuestionPage>(Parameters(stop, draft, from, Typed(form, stop), problems));
        }

        var changed = draft with
        {
            Answers = StandingTests.AskedAgain(draft.Answers, given.Aggregate(draft.Answers, (answers, r) => answers.With(r.Id, r.Read.Answer!.Value).Value)),
            Skipped = draft.Skipped.Remove(stop.Id),
        };
        if (changed.IsAlarming)
        {
            return await Alarm(changed, view, journal, drafts);
        }

        await drafts.SaveAsync(journal.Person, changed with { Alarm = null });
        return Show.Next(QuestionnaireFlow.After(stop, changed, from));
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

    private static object Parameters(QuestionGroup stop, Draft draft, string? from, IReadOnlyDictionary<string, string> values, IReadOnlyList<Problem> problems) => new
    {
        QuestionGroup = stop,
        From = from is QuestionnaireFlow.Check or QuestionGroup.StillRight ? from : null,
        Back = QuestionnaireFlow.Before(stop, draft, from),
        Step = QuestionnaireFlow.Position(stop, draft),
        Values = values,
        Problems = problems,
    };

    private static ImmutableDictionary<string, string> Shown(Answers answers, QuestionGroup stop) => stop.Questions
        .Where(id => answers[id] is not null)
        .ToImmutableDictionary(id => id, id => answers[id]!.Value.ToString());

    private static ImmutableDictionary<string, string> Typed(IFormCollection form, QuestionGroup stop) => stop.Questions
        .SelectMany(id => new[] { id, $"{id}-not-done" })
        .Where(form.ContainsKey)
        .ToImmutableDictionary(id => id, id => form[id].ToString());
}
