using System.Text.Json.Nodes;
using Footing.Journal;
using Footing.Programmes;
using Footing.Screening;
using Footing.Web.Hosting;
using Footing.Web.Offline;
using Footing.Web.Settings;
using Footing.Web.Sync;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Today;

/// <summary>What is for today, or why there is nothing and what leads back.</summary>
internal static class TodayPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/today", async (PersonJournal journal, Programme programme, EmergencyNumbers numbers, string? told, string? kept) =>
            kept is not null ? KeptPages.Today(Agenda.Of(await journal.ReadTodayAsync(), programme), numbers)
            : Day(Agenda.Of(await journal.ReadTodayAsync(), programme), programme, numbers, told is not null));
        pages.MapGet("/today/later", async (PersonJournal journal, Programme programme) =>
            Show.Page<LaterPage>(new { Next = Agenda.Of(await journal.ReadTodayAsync(), programme).Plan.NextDue }));
        pages.MapPost("/today/morning", TellMorning);
    }

    private static IResult Day(Agenda agenda, Programme programme, EmergencyNumbers numbers, bool told) => agenda.Bar switch
    {
        Bar.NoScreening => Show.Next("/"),
        Bar.Finding => Show.Page<FindingPage>(new { Finding = FeetFinding.Of(agenda), Number = numbers.Of(agenda.Known.Preference.Country), agenda.Plan.Unreadable, agenda.Known.Today, agenda.Known.Preference.Zone }),
        Bar.Result when agenda.State.Decision!.Disposition != Disposition.ClinicianFirst => Show.Next("/screening/result"),
        Bar.Clock or Bar.Unsent or Bar.Unreadable or Bar.Result or Bar.Restart or Bar.Expired or Bar.AllRest => Show.Page<WaitingPage>(new { Agenda = agenda, Told = told }),
        Bar.None => Show.Page<TodayPage>(new { Programme = programme, Agenda = agenda, Told = told }),
    };

    private static async Task<IResult> TellMorning(HttpRequest request, PersonJournal journal, SentForm sent)
    {
        var form = await request.ReadFormAsync();
        var known = await journal.ReadTodayAsync();
        var raised = form["raised"].ToString();
        // Without an answer, or about a session that is not known, nothing is kept, and it is asked again.
        if (raised is not ("yes" or "no") || known.Counting.OfType<SessionEntry>().FirstOrDefault(entry => entry.Session == form["session"]) is not { } session)
        {
            return Show.Next("/today");
        }

        // The same answer from another page says nothing new; another answer is kept beside the first.
        var before = known.Counting.OfType<NextMorningEntry>().LastOrDefault(entry => entry.Session == session.Session);
        if (before?.PainRaised != (raised == "yes") || journal.WasSent(known))
        {
            await journal.AppendAsync("next-morning", new JsonObject { ["session"] = session.Session, ["painRaised"] = raised }, known.Preference.Zone);
            sent.IsSentAgain |= before is not null && before.PainRaised != (raised == "yes");
        }

        return Show.Next("/today?told=1");
    }
}
