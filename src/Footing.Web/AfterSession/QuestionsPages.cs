using System.Collections.Immutable;
using Footing.Exercises;
using Footing.Forms;
using Footing.Journal;
using Footing.Plans;
using Footing.Plans.Explanations;
using Footing.Programmes;
using Footing.Web.AdverseEvents;
using Footing.Web.JournalHistory;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Web.Sessions;
using Footing.Web.Today;
using Footing.Web.UrgentHelp;
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
        pages.MapGet("/session/questions", async (PersonJournal journal, string? session, string? before, string? stop, string? kept) =>
        {
            var view = await journal.ReadSessionAsync(session);
            var programme = view.Programme;
            return kept is not null
                ? Show.Page<QuestionsPage>(new { Session = "", EntryForm = Knowing(SessionForm.Offline([.. programme.ExerciseIds.Select(exercise => exercise.ToString())]), programme) })
                : ReportedSession.Of(view, session) is not { } performed ? Show.Next("/today")
                : performed.HasReport ? Show.Next($"/session/after?session={performed.Query}")
                : Show.Page<QuestionsPage>(Parameters(performed, SessionPages.Rating(before), stop is not null, FormOf(performed, SessionPages.Rating(before), stop is not null, programme)));
        });
        pages.MapPost("/session/questions", Save);
        pages.MapGet("/session/questions/next", (string? session, string? stop) => GoOn(stop, Uri.EscapeDataString(session ?? "")));
        pages.MapGet("/session/after", async (PersonJournal journal, string? session) =>
            await journal.ReadAsync() is var view && ReportedSession.Of(view, session) is { Entry: { } reported } performed
                ? Show.Page<AfterPage>(new { TodayView = TodayView.Of(view), Changes = Changes(reported, view), HasSets = !performed.Sets.IsEmpty })
                : Show.Next("/today"));
        pages.MapGet("/session/done", async (PersonJournal journal) =>
            Show.Page<DonePage>(new { Next = TodayView.Of(await journal.ReadTodayAsync()).Plan.NextDue }));
    }

    /// <summary>What a session changed: compares the state with it and the state without it.</summary>
    private static ImmutableArray<PlanChange> Changes(SessionEntry session, JournalView view)
    {
        var (on, zone) = (session.DateIn(view.Preference.Zone), view.Preference.Zone);
        var without = Planner.StateOn(view.Entries.Where(entry => entry is not SessionEntry other || other.Session != session.Session), view.Programme, on, zone);
        var projection = on == view.Today ? view.Projection : Projection.Of(view.Entries, view.Programme, on, zone);
        return PlanChange.After(session, without, projection.State, Planner.PlanFor(projection));
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
        var edition = Edition.Of(programme).ForEntry();
        return form
            .Knowing("edition.rules", Answer.Of(edition.Rules))
            .Knowing("edition.programme", Answer.Of(edition.Programme))
            .Knowing("edition.version", Answer.Of(edition.Version));
    }

    private static Dictionary<string, object?> Parameters(ReportedSession performed, int? before, bool stopped, EntryForm form) => new()
    {
        ["Session"] = performed.Id,
        ["Before"] = before,
        ["HasStopped"] = stopped,
        ["EntryForm"] = form,
    };

    private static async Task<IResult> Save(
        HttpRequest request, PersonJournal journal, DangerReading danger, Texts texts, string? session, string? before, string? stop)
    {
        var values = SentValues.Of(await request.ReadFormAsync());
        Task<IResult> Take() => TakeAsync(values, journal, texts, session, before, stop);
        // What to do after such a stop is said even if the answers cannot be saved.
        return Vocabulary.StopReasons.Find(values.First("stop") ?? "") is { } reason && (reason.IsFinding() || reason.NeedsAdvice())
            ? await danger.PageAsync(Take, () => EventPages.Unsaved(values.First("stop")!, reason.IsFinding(), session))
            : await Take();
    }

    private static async Task<IResult> TakeAsync(
        FormValues values, PersonJournal journal, Texts texts, string? session, string? before, string? stop)
    {
        var view = await journal.ReadAsync();
        if (ReportedSession.Of(view, session) is not { } performed)
        {
            return Show.Next("/today");
        }

        var (rating, stopped) = (SessionPages.Rating(before), stop is not null);
        var form = FormOf(performed, rating, stopped, view.Programme);
        var reading = form.Read(values);
        if (!reading.Succeeded)
        {
            var page = Parameters(performed, rating, stopped, form);
            (page["Filled"], page["Problems"]) = (values, reading.Say(texts, view.Programme.Id));
            return Show.Again<QuestionsPage>(page);
        }

        var entry = (SessionEntry)form.Entry(reading, DerivedId.Of("session", performed.Id), performed.EndOn(view));
        // A second tap or another tab sends the same id.
        if (performed.HasReport || !await journal.TryAppendAsync(entry))
        {
            await AmendAsync(entry, performed.HasReport ? view : await journal.ReadAsync(), journal);
        }

        return GoOn(values.First("stop"), performed.Query);
    }

    /// <summary>
    /// Corrects a session that was reported differently before: a second entry would count as a second session.
    /// </summary>
    private static async Task AmendAsync(SessionEntry entry, JournalView view, PersonJournal journal)
    {
        if (view.Entries.OfType<SessionEntry>().FirstOrDefault(told => told.Session == entry.Session) is not { } first || JournalTimeline.Of(view).Find(first.Id) is not { } record)
        {
            return;
        }

        // What the form does not ask for stays as it was.
        var before = record.Now as SessionEntry ?? first;
        var after = entry with
        {
            Id = before.Id,
            At = before.At,
            Edition = before.Edition,
            // Also what was said of exercises that the programme lacks.
            Effort = entry.Effort.Or(before.Effort.Where((exercise, _) => !view.Programme.Has(exercise))),
            Pain = entry.Pain.Or(before.Pain.Where((exercise, _) => !view.Programme.Has(exercise))),
            Cramp = [.. entry.Cramp, .. before.Cramp.Where(exercise => !view.Programme.Has(exercise))],
        };
        if (journal.HasAmended(first.Id, view) || after != before)
        {
            await journal.AmendAsync(new(NewId.At(view.Now), view.Now, first.Id, Correction.Merge(after, record, view)));
        }
    }

    private static IResult GoOn(string? stop, string session) => Show.Next(Vocabulary.StopReasons.Find(stop ?? "") switch
    {
        { } reason when reason.IsFinding() => "/today",
        { } reason when reason.NeedsAdvice() => $"/advice/{stop}?session={session}",
        _ => $"/session/after?session={session}",
    });
}
