using Footing.Forms;
using Footing.Journal;
using Footing.Plans.Explanations;
using Footing.Programmes;
using Footing.Screening;
using Footing.Web.AdverseEvents;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Web.Today;
using Footing.Web.UrgentHelp;
using Footing.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.FootChecks;

/// <summary>The foot check, before and after a session. A finding stops all exercise.</summary>
internal static class FootCheckPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/foot-check", Open);
        pages.MapPost("/foot-check", Save);
        pages.MapGet("/foot-check/next", async (PersonJournal journal, string? then) =>
            GoOn(TodayView.Of(await journal.ReadTodayAsync()), then));
    }

    private static async Task<IResult> Open(PersonJournal journal, string? then, string? first, string? mend)
    {
        var view = await journal.ReadTodayAsync();
        if (view.LastScreening is null)
        {
            return Show.Next("/");
        }

        var mended = Mendable(view, mend);
        return Show.Page<FootCheckPage>(new
        {
            Filled = mended is null ? FormValues.Empty : FootCheckForm.ValuesOf(mended),
            Then = then,
            Mend = mended?.Id,
            IsFirst = first is not null,
        });
    }

    private static async Task<IResult> Save(
        HttpRequest request, PersonJournal journal, DangerReading danger, ProgrammeLibrary library, Texts texts, string? then, string? mend)
    {
        var values = SentValues.Of(await request.ReadFormAsync());
        Task<IResult> Take() => TakeAsync(values, journal, texts, then, mend);
        // What a finding means is said even if the foot check cannot be saved.
        var reading = FootCheckForm.Form.Read(values);
        return reading.Succeeded && FootCheckForm.Form.Entry(reading, Guid.CreateVersion7(), DateTimeOffset.UnixEpoch) is FootCheckEntry { HasFinding: true }
            ? await danger.PageAsync(Take, () => EventPages.Unsaved("", isFinding: true, urgency: UrgencyOf(values, library)))
            : await Take();
    }

    /// <summary>How urgent an answer is by itself; whose condition it is may not be known yet: of all of them the worst.</summary>
    private static Disposition UrgencyOf(FormValues values, ProgrammeLibrary library) => library.All
        .SelectMany(programme => FootCheckForm.Of(programme.Condition).Urgent)
        .Where(urgent => urgent.If.IsMet(values))
        .Select(urgent => urgent.Disposition)
        .DefaultIfEmpty(FeetFinding.Unassessed)
        .Max();

    private static async Task<IResult> TakeAsync(FormValues values, PersonJournal journal, Texts texts, string? then, string? mend)
    {
        var view = await journal.ReadTodayAsync();
        if (view.LastScreening is null)
        {
            return Show.Next("/");
        }

        var mended = Mendable(view, mend);
        var reading = FootCheckForm.Form.Read(values);
        if (!reading.Succeeded)
        {
            return Show.Again<FootCheckPage>(new { Filled = values, Then = then, Mend = mended?.Id, Problems = reading.Say(texts) });
        }

        var id = NewId.At(view.Now);
        var check = FootCheckForm.Form.Entry(reading, id, view.Now);
        await journal.AppendAsync(mended is null ? check : new CorrectionEntry(id, view.Now, mended.Id, EntryWriter.Fields(check)));

        return GoOn(TodayView.Of(await journal.ReadTodayAsync()), then);
    }

    private static IResult GoOn(TodayView day, string? then) => Show.Next((day.Blocker, then) switch
    {
        (Blocker.Finding, _) => "/today",
        (_, "after") => "/session/done",
        (_, "plan") => "/plan?saved=1",
        // A temperature asymmetry: today's page says what it means before the session begins.
        (Blocker.None, "session") when day.State.AsymmetricCheck is null => "/session/before",
        (Blocker.None, "shorter") when day.State.AsymmetricCheck is null => "/session/before?short=1",
        _ => "/today",
    });

    /// <summary>A check of today, which the person can still change.</summary>
    private static FootCheckEntry? Mendable(JournalView view, string? id) => view.Effective.OfType<FootCheckEntry>()
        .FirstOrDefault(check => check.Id.ToString() == id && check.DateIn(view.Preference.Zone) == view.Today);
}
