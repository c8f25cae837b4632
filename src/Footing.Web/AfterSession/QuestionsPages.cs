using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Exercises;
using Footing.Forms;
using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;
using Footing.Web.JournalHistory;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Web.Sessions;
using Footing.Web.Today;
using Footing.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.AfterSession;

/// <summary>How a session was, and what follows from it.</summary>
internal static class QuestionsPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/session/questions", async (PersonJournal journal, Programme programme, string? session, string? before, string? stop, string? kept) =>
            kept is not null ? Show.Page<QuestionsPage>(new { Session = "", EntryForm = Knowing(SessionForm.Offline([.. ExerciseIds.All.Select(exercise => exercise.Id())]), programme) })
            : ReportedSession.Of(await journal.ReadAsync(), session) is not { } performed ? Show.Next("/today")
            : performed.HasReport ? Show.Next($"/session/after?session={performed.Query}")
            : Show.Page<QuestionsPage>(Parameters(performed, SessionPages.Rating(before), stop is not null, FormOf(performed, SessionPages.Rating(before), stop is not null, programme))));
        pages.MapPost("/session/questions", Save);
        pages.MapGet("/session/questions/next", (string? session, string? stop) => GoOn(stop, Uri.EscapeDataString(session ?? "")));
        pages.MapGet("/session/after", async (PersonJournal journal, Programme programme, string? session) =>
            await journal.ReadAsync() is var view && ReportedSession.Of(view, session) is { Entry: not null } performed
                ? Show.Page<AfterPage>(new { TodayView = TodayView.Of(view, programme), Changes = PlanChange.After(performed, view, programme), HasSets = !performed.Sets.IsEmpty })
                : Show.Next("/today"));
        pages.MapGet("/session/done", async (PersonJournal journal, Programme programme) =>
            Show.Page<DonePage>(new { Next = TodayView.Of(await journal.ReadTodayAsync(), programme).Plan.NextDue }));
    }

    /// <summary>The form about a session, with what is known of it.</summary>
    private static EntryForm FormOf(ReportedSession performed, int? before, bool stopped, Programme programme)
    {
        var form = SessionForm.Of([.. performed.Exercises.Select(exercise => exercise.Id())], stopped, before is null && !performed.Sets.IsEmpty)
            .Knowing("session", Answer.Of(performed.Id));
        return Knowing(before is { } rating ? form.Knowing("painBefore", Answer.Of(rating)) : form, programme);
    }

    /// <summary>The edition that made the plan is written into the session's entry.</summary>
    private static EntryForm Knowing(EntryForm form, Programme programme)
    {
        var edition = Edition.Of(programme);
        return form
            .Knowing("edition.rules", Answer.Of(edition.Rules))
            .Knowing("edition.programme", Answer.Of(edition.ProgrammeId))
            .Knowing("edition.version", Answer.Of(edition.ProgrammeVersion));
    }

    private static Dictionary<string, object?> Parameters(ReportedSession performed, int? before, bool stopped, EntryForm form) => new()
    {
        ["Session"] = performed.Id,
        ["Before"] = before,
        ["HasStopped"] = stopped,
        ["EntryForm"] = form,
    };

    private static async Task<IResult> Save(HttpRequest request, PersonJournal journal, Programme programme, Texts texts, string? session, string? before, string? stop)
    {
        var view = await journal.ReadAsync();
        if (ReportedSession.Of(view, session) is not { } performed)
        {
            return Show.Next("/today");
        }

        var (rating, stopped) = (SessionPages.Rating(before), stop is not null);
        var form = FormOf(performed, rating, stopped, programme);
        var values = SentValues.Of(await request.ReadFormAsync());
        var told = form.Read(values);
        if (!told.Succeeded)
        {
            var page = Parameters(performed, rating, stopped, form);
            (page["Filled"], page["Problems"]) = (values, told.Say(texts));
            return Show.Again<QuestionsPage>(page);
        }

        var entry = told.Fields;
        // A second tap or another tab sends the same id.
        if (performed.HasReport || !await journal.AppendAsync(DerivedId.Of("session", performed.Id), performed.EndOn(view), form.Kind, entry))
        {
            await AmendAsync(performed.Id, entry, performed.HasReport ? view : await journal.ReadAsync(), journal);
        }

        return GoOn((string?)entry["stopReason"], performed.Query);
    }

    /// <summary>
    /// Corrects a session that was reported differently before: a second entry would count as a second session.
    /// </summary>
    private static async Task AmendAsync(string session, JsonObject entry, JournalView view, PersonJournal journal)
    {
        if (view.Entries.OfType<SessionEntry>().FirstOrDefault(told => told.Session == session) is not { } first || JournalTimeline.Of(view).Find(first.Id) is not { } record)
        {
            return;
        }

        var now = Correction.FieldsOf(record, view);
        // Fields that the form does not ask for stay as they were.
        foreach (var name in (string[])["edition", "done"])
        {
            entry.Remove(name);
            if (now[name] is { } kept)
            {
                entry[name] = kept.DeepClone();
            }
        }

        if (journal.HasAmended(first.Id, view) || !JsonContent.SameButFor(Bytes(now), Bytes(entry), "at"))
        {
            await journal.AmendAsync(first.Id, entry, view.Preference.Zone);
        }

        static byte[] Bytes(JsonObject fields) => JsonSerializer.SerializeToUtf8Bytes(fields);
    }

    private static IResult GoOn(string? stop, string session) => Show.Next(Vocabulary.StopReasons.Find(stop ?? "") switch
    {
        StopReason.Skin => "/today",
        { } reason when Advice.After(reason) is { } advice => $"/advice/{advice}?session={session}",
        _ => $"/session/after?session={session}",
    });
}
