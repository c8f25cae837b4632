using Footing.Forms;
using Footing.Journal;
using Footing.Plans.Explanations;
using Footing.Programmes;
using Footing.Screening;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Web.Preferences;
using Footing.Web.UrgentHelp;
using Footing.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Today;

/// <summary>What is due today, or why there is nothing and what would change that.</summary>
internal static class TodayPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/today", async (PersonJournal journal, EmergencyNumbers numbers, string? told, string? kept) =>
            kept is not null ? Offline(TodayView.Of(await journal.ReadTodayAsync()), numbers)
            : Day(TodayView.Of(await journal.ReadTodayAsync()), numbers, told is not null));
        pages.MapGet("/today/later", async (PersonJournal journal) =>
            Show.Page<LaterPage>(new { Next = TodayView.Of(await journal.ReadTodayAsync()).Plan.NextDue }));
        pages.MapGet("/today/morning", async (PersonJournal journal, string? kept) =>
            kept is not null ? Show.Page<MorningPage>()
            : TodayView.Of(await journal.ReadTodayAsync()).Morning is { Session: var session } ? Show.Page<MorningPage>(new { Session = session })
            : Show.Next("/today"));
        pages.MapPost("/today/morning", TellMorning);
    }

    private static IResult Day(TodayView day, EmergencyNumbers numbers, bool told) => day.Blocker switch
    {
        Blocker.NoScreening => Show.Next("/"),
        Blocker.Finding => Show.Page<FindingPage>(new { Finding = FeetFinding.Of(day.State, day.Journal.Effective, day.Journal.Today, day.Journal.Preference.Zone), Help = numbers.Of(day.Journal.Preference.Country), day.Plan.Unreadable, day.Journal.Today, day.Journal.Preference.Zone }),
        Blocker.Result when !day.State.Decision!.AsksFirst => Show.Next("/screening/result"),
        Blocker.Clock or Blocker.Unsent or Blocker.Unreadable or Blocker.Result or Blocker.Restart or Blocker.Expired or Blocker.AllRest => Show.Page<WaitingPage>(new { TodayView = day, Told = told }),
        Blocker.None => Show.Page<TodayPage>(new { Programme = day.State.Programme, TodayView = day, Told = told }),
    };

    private static async Task<IResult> TellMorning(HttpRequest request, PersonJournal journal, SentForm sent, Texts texts)
    {
        var values = SentValues.Of(await request.ReadFormAsync());
        var view = await journal.ReadTodayAsync();
        // About an unknown session nothing is stored.
        if (view.Effective.OfType<SessionEntry>().FirstOrDefault(entry => entry.Session == values.First("session")) is not { } session)
        {
            return Show.Next("/today");
        }

        var asked = EntryForms.NextMorning.Knowing("session", Answer.Of(session.Session));
        var reading = asked.Read(values);
        if (!reading.Succeeded)
        {
            return Show.Again<MorningPage>(new { session.Session, Filled = values, Problems = reading.Say(texts) });
        }

        var morning = (NextMorningEntry)asked.Entry(reading, NewId.At(view.Now), view.Now);

        // The same answer from another page adds nothing; another answer is stored beside the first.
        var before = view.Effective.OfType<NextMorningEntry>().LastOrDefault(entry => entry.Session == session.Session);
        var isSame = before is not null && (before.Pain, before.Because) == (morning.Pain, morning.Because);
        if (!isSame || journal.WasSent(view))
        {
            await journal.AppendAsync(morning);
            sent.IsSentAgain |= before is not null && !isSame;
        }

        return Show.Next("/today?told=1");
    }

    /// <summary>The offline page of the day.</summary>
    private static IResult Offline(TodayView today, EmergencyNumbers numbers) => Show.Page<OfflineTodayPage>(new
    {
        Help = numbers.Of(today.Journal.Preference.Country),
        Start = today.NeedsFastSugar ? "/session/sugar" : "/session/before",
        today.State.Programme.Condition.ChecksFeet,
        ChecksAfter = today.NeedsCheckAfter,
        Instead = DangerOf(today) is { } danger ? DangerPage.PathOf(danger) : null,
        HasFinding = today.Blocker == Blocker.Finding,
        Morning = today.WithoutMorning is { Session: var session } ? (session, today.State.LastSession!.Value.On) : ((string, DateOnly)?)null,
    });

    /// <summary>What cannot wait, as of when the page is kept; null for nothing.</summary>
    private static Disposition? DangerOf(TodayView today) => (today.Blocker, today.State.Decision?.Disposition) switch
    {
        (Blocker.Result, { } disposition) when disposition.IsUrgent() => disposition,
        (Blocker.Unsent, _) => today.State.Programme.Condition.DangerIn(today.Journal.UnsentAnswers!),
        _ => null,
    };
}
