using System.Text.Json.Nodes;
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

    private static async Task<IResult> TellMorning(HttpRequest request, PersonJournal journal, Programme programme)
    {
        var form = await request.ReadFormAsync();
        var known = await journal.ReadTodayAsync();
        // Asked once: what was told meanwhile, or is no longer asked, stays as it is.
        if (Agenda.Of(known, programme).Morning is { } session && form["session"] == session.Session && form["raised"].ToString() is "yes" or "no")
        {
            await journal.AppendAsync(
                "next-morning", new JsonObject { ["session"] = session.Session, ["painRaised"] = form["raised"].ToString() }, known.Preference.Zone);
        }

        return Show.Next("/today?told=1");
    }
}
