using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Exercises;
using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;
using Footing.Reading;
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
            kept is not null ? Show.Page<QuestionsPage>(new { Session = "", Filled = new QuestionsForm([.. programme.ExerciseIds], false, true) })
            : ReportedSession.Of(await journal.ReadAsync(), session, programme) is not { } performed ? Show.Next("/today")
            : performed.HasReport ? Show.Next($"/session/after?session={performed.Query}")
            : Questions(performed, SessionPages.Rating(before), stop is not null));
        pages.MapPost("/session/questions", Save);
        pages.MapGet("/session/questions/next", (string? session, string? stop) => GoOn(stop, Uri.EscapeDataString(session ?? "")));
        pages.MapGet("/session/after", async (PersonJournal journal, Programme programme, string? session) =>
            await journal.ReadAsync() is var view && ReportedSession.Of(view, session, programme) is { Entry: not null } performed
                ? Show.Page<AfterPage>(new { TodayView = TodayView.Of(view, programme), Changes = PlanChange.After(performed, view, programme), HasSets = !performed.Sets.IsEmpty })
                : Show.Next("/today"));
        pages.MapGet("/session/done", async (PersonJournal journal, Programme programme) =>
            Show.Page<DonePage>(new { Next = TodayView.Of(await journal.ReadTodayAsync(), programme).Plan.NextDue }));
    }

    private static IResult Questions(ReportedSession performed, int? before, bool stopped, QuestionsForm? filled = null, IReadOnlyList<Problem>? problems = null)
    {
        var parameters = new
        {
            Session = performed.Id,
            Before = before,
            Filled = filled ?? new QuestionsForm(performed.Exercises, stopped, before is null && !performed.Sets.IsEmpty),
            Problems = problems ?? [],
        };
        return problems is null ? Show.Page<QuestionsPage>(parameters) : Show.Again<QuestionsPage>(parameters);
    }

    private static async Task<IResult> Save(HttpRequest request, PersonJournal journal, Programme programme, Texts texts, string? session, string? before, string? stop)
    {
        var view = await journal.ReadAsync();
        if (ReportedSession.Of(view, session, programme) is not { } performed)
        {
            return Show.Next("/today");
        }

        var (rating, stopped) = (SessionPages.Rating(before), stop is not null);
        var form = new QuestionsForm(performed.Exercises, stopped, rating is null && !performed.Sets.IsEmpty).With(await request.ReadFormAsync());
        var (entry, problems) = form.Read(performed.Id, rating, texts);
        if (entry is null)
        {
            return Questions(performed, rating, stopped, form, problems);
        }

        var edition = Edition.Of(programme);
        entry["edition"] = new JsonObject { ["rules"] = edition.Rules, ["programme"] = edition.ProgrammeId, ["version"] = edition.ProgrammeVersion };
        // A second tap or another tab sends the same id.
        if (performed.HasReport || !await journal.AppendAsync(DerivedId.Of("session", performed.Id), performed.EndOn(view), "session", entry))
        {
            await AmendAsync(performed.Id, entry, performed.HasReport ? view : await journal.ReadAsync(), journal);
        }

        return GoOn(form.Stop, performed.Query);
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

    private static IResult GoOn(string? stop, string session) => Show.Next(stop switch
    {
        "skin" => "/today",
        "dizzy" or "pain" or "cramp" => $"/advice/{stop}?session={session}",
        _ => $"/session/after?session={session}",
    });
}
