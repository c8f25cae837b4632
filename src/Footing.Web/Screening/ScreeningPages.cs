using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Footing.Journal;
using Footing.Quantities;
using Footing.Screening;
using Footing.Storage;
using Footing.Web.Hosting;
using Footing.Web.Layout;
using Footing.Web.Sync;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Screening;

/// <summary>The safety questions, one thing a page, until they are one entry in the journal.</summary>
internal static class ScreeningPages
{
    private const string Check = "check";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/screening", Begin);
        pages.MapPost("/screening", Restart);
        pages.MapGet("/screening/check", CheckAnswers);
        pages.MapPost("/screening/check", Save);
        pages.MapGet("/screening/still-right", StillRight);
        pages.MapPost("/screening/still-right", ConfirmStillRight);
        pages.MapGet("/screening/{id}", Ask);
        pages.MapPost("/screening/{id}", Answer);
    }

    private static async Task<IResult> Begin(PersonJournal journal, Drafts drafts)
    {
        var known = await journal.ReadAsync();
        var draft = await drafts.LoadAsync(journal.Person);
        return Show.Page<BeginPage>(new
        {
            GoOn = draft is null ? null : Path(NextOpen(draft)),
            First = Path(Stop.For(Draft.New(Complete(known)))[0].Id),
            IsRepeat = Complete(known) is not null,
        });
    }

    private static async Task<IResult> Restart(PersonJournal journal, Drafts drafts)
    {
        await drafts.ForgetAsync(journal.Person);
        return Show.Next("/screening");
    }

    private static async Task<IResult> Ask(string id, string? from, PersonJournal journal, Drafts drafts)
    {
        var draft = await drafts.LoadAsync(journal.Person) ?? Draft.New(Complete(await journal.ReadAsync()));
        return Stop.Asking(id, draft) is not { } stop
            ? Show.Page<FailurePage>(new { Reason = "not-found" }, StatusCodes.Status404NotFound)
            : Show.Page<QuestionPage>(Parameters(stop, draft, from, Shown(draft.Answers, stop), []));
    }

    private static async Task<IResult> Answer(string id, string? from, HttpRequest request, PersonJournal journal, Drafts drafts, Texts texts)
    {
        var known = await journal.ReadAsync();
        var draft = await drafts.LoadAsync(journal.Person) ?? Draft.New(Complete(known));
        if (Stop.Asking(id, draft) is not { } stop)
        {
            return Show.Page<FailurePage>(new { Reason = "not-found" }, StatusCodes.Status404NotFound);
        }

        var form = await request.ReadFormAsync();
        if (stop.IsContext && form.ContainsKey("skip"))
        {
            draft = draft with
            {
                Answers = stop.Questions.Aggregate(draft.Answers, (answers, question) => answers.Without(question)),
                Skipped = draft.Skipped.Add(stop.Id),
            };
            await drafts.SaveAsync(journal.Person, draft);
            return Show.Next(After(stop, draft, from));
        }

        var read = stop.Questions.Select(question => (Id: question, Read: AnswerForm.Read(question, form, texts))).ToList();
        var given = read.Where(r => r.Read.Answer is not null).ToList();
        // Of a context page with two questions one may be left open.
        var problems = read.Select(r => r.Read.Problem).OfType<Problem>().ToList();
        if (problems.Count > 0 && !(stop.IsContext && given.Count > 0))
        {
            return Show.Again<QuestionPage>(Parameters(stop, draft, from, Typed(form, stop), problems));
        }

        var changed = draft with
        {
            Answers = given.Aggregate(draft.Answers, (answers, r) => answers.With(r.Id, r.Read.Answer!.Value).Value),
            Skipped = draft.Skipped.Remove(stop.Id),
        };
        var stoodBefore = !draft.Answers.Is("stands-with-support", "no");
        if (!stoodBefore && !changed.Answers.Is("stands-with-support", "no"))
        {
            changed = changed with { Answers = changed.Answers.Without("tandem-stand-seconds").Without("chair-stands") };
        }

        if (changed.IsAlarming)
        {
            return await Alarm(changed, known, journal, drafts);
        }

        await drafts.SaveAsync(journal.Person, changed with { Alarm = null });
        return Show.Next(After(stop, changed, from));
    }

    /// <summary>
    /// An emergency sign is in the journal at once: an older screening must not let the person exercise while
    /// this one lies half-finished.
    /// </summary>
    private static async Task<IResult> Alarm(Draft draft, Known known, PersonJournal journal, Drafts drafts)
    {
        var answers = Draft.AnswersJson(draft.Answers);
        if (draft.Alarm != answers.ToJsonString())
        {
            await journal.AppendAsync("screening", new JsonObject { ["answers"] = answers }, known.Preference.Zone);
            draft = draft with { Alarm = answers.ToJsonString() };
        }

        await drafts.SaveAsync(journal.Person, draft);
        return Show.Next("/screening/result");
    }

    private static async Task<IResult> StillRight(PersonJournal journal, Drafts drafts)
    {
        var known = await journal.ReadAsync();
        return Complete(known) is not { } last || await drafts.LoadAsync(journal.Person) is not { } draft
            ? Show.Next("/screening")
            : Show.Page<StillRightPage>(new
            {
                Answers = Merge(Draft.Lasting(last.Answers), draft.Answers),
                On = last.DateIn(known.Preference.Zone),
                Back = Before(new Stop([Stop.StillRight]), draft, null),
                Step = Position(new Stop([Stop.StillRight]), draft),
            });
    }

    private static async Task<IResult> ConfirmStillRight(PersonJournal journal, Drafts drafts)
    {
        var known = await journal.ReadAsync();
        if (Complete(known) is not { } last || await drafts.LoadAsync(journal.Person) is not { } draft)
        {
            return Show.Next("/screening");
        }

        draft = draft with { Answers = Merge(Draft.Lasting(last.Answers), draft.Answers), IsStillRight = true };
        await drafts.SaveAsync(journal.Person, draft);
        return Show.Next(After(new Stop([Stop.StillRight]), draft, null));
    }

    private static async Task<IResult> CheckAnswers(PersonJournal journal, Drafts drafts) =>
        await drafts.LoadAsync(journal.Person) is { } draft ? Show.Page<CheckPage>(CheckParameters(draft, false)) : Show.Next("/screening");

    private static async Task<IResult> Save(PersonJournal journal, Drafts drafts)
    {
        if (await drafts.LoadAsync(journal.Person) is not { } draft)
        {
            // Sent twice: the first time made the entry.
            return Show.Next("/screening/result");
        }

        if (!draft.Final.Missing.IsEmpty)
        {
            return Show.Again<CheckPage>(CheckParameters(draft, true));
        }

        var known = await journal.ReadAsync();
        await journal.AppendAsync("screening", new JsonObject { ["answers"] = Draft.AnswersJson(draft.Final) }, known.Preference.Zone);
        await drafts.ForgetAsync(journal.Person);
        return Show.Next("/screening/result");
    }

    private static object Parameters(Stop stop, Draft draft, string? from, IReadOnlyDictionary<string, string> values, IReadOnlyList<Problem> problems) => new
    {
        Stop = stop,
        From = from is Check or Stop.StillRight ? from : null,
        Back = Before(stop, draft, from),
        Step = Position(stop, draft),
        Values = values,
        Problems = problems,
    };

    private static object CheckParameters(Draft draft, bool showMissing) => new
    {
        Answers = draft.Final,
        ShowMissing = showMissing,
        Back = Path(Stop.For(draft)[^1].Id),
    };

    private static Step? Position(Stop stop, Draft draft)
    {
        var stops = Stop.For(draft);
        var index = stops.Select(s => s.Id).ToList().IndexOf(stop.Id);
        return index < 0 ? null : new Step(index + 1, stops.Length);
    }

    private static string Before(Stop stop, Draft draft, string? from)
    {
        var stops = Stop.For(draft).Select(s => s.Id).ToList();
        var index = stops.IndexOf(stop.Id);
        return from is Check or Stop.StillRight ? Path(from) : index <= 0 ? "/screening" : Path(stops[index - 1]);
    }

    private static string After(Stop stop, Draft draft, string? from)
    {
        var stops = Stop.For(draft).Select(s => s.Id).ToList();
        var index = stops.IndexOf(stop.Id);
        return Path(from is Check or Stop.StillRight ? from : index >= 0 && index + 1 < stops.Count ? stops[index + 1] : Check);
    }

    private static string NextOpen(Draft draft) => Stop.For(draft).FirstOrDefault(stop => !draft.Has(stop))?.Id ?? Check;

    private static string Path(string id) => "/screening/" + id;

    private static ScreeningEntry? Complete(Known known) =>
        known.Counting.OfType<ScreeningEntry>().LastOrDefault(screening => screening.Answers.Missing.IsEmpty);

    private static Answers Merge(Answers under, Answers over) => over.Answered.Aggregate(
        under, (answers, question) => answers.With(question.Id, over[question.Id]!.Value).Value);

    private static ImmutableDictionary<string, string> Shown(Answers answers, Stop stop) => stop.Questions
        .Where(id => answers[id] is not null)
        .ToImmutableDictionary(id => id, id => answers[id]!.Value.ToString());

    private static ImmutableDictionary<string, string> Typed(IFormCollection form, Stop stop) => stop.Questions
        .SelectMany(id => new[] { id, $"{id}-not-done" })
        .Where(form.ContainsKey)
        .ToImmutableDictionary(id => id, id => form[id].ToString());
}
