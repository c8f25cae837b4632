using System.Text.Json.Nodes;
using Footing.Journal;
using Footing.Programmes;
using Footing.Quantities;
using Footing.Web.Hosting;
using Footing.Web.Sync;
using Footing.Web.Today;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Session;

/// <summary>The look at the feet, before a session and after it. A finding stops everything.</summary>
internal static class FootCheckPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/foot-check", Open);
        pages.MapPost("/foot-check", Save);
        pages.MapGet("/foot-check/next", async (PersonJournal journal, Programme programme, string? then) =>
            GoOn(Agenda.Of(await journal.ReadTodayAsync(), programme), then));
    }

    private static async Task<IResult> Open(PersonJournal journal, string? then, string? first, string? mend)
    {
        var known = await journal.ReadTodayAsync();
        if (known.LastScreening is null)
        {
            return Show.Next("/");
        }

        var mended = Mendable(known, mend);
        return Show.Page<FootCheckPage>(new
        {
            Filled = mended is null ? FootCheckForm.Empty : FootCheckForm.Of(mended),
            Then = then,
            Mend = mended?.Id,
            IsFirst = first is not null,
        });
    }

    private static async Task<IResult> Save(HttpRequest request, PersonJournal journal, Programme programme, Texts texts, string? then, string? mend)
    {
        var known = await journal.ReadTodayAsync();
        if (known.LastScreening is null)
        {
            return Show.Next("/");
        }

        var mended = Mendable(known, mend);
        var form = FootCheckForm.Of(await request.ReadFormAsync());
        var (entry, problems) = form.Read(texts);
        if (entry is null)
        {
            return Show.Again<FootCheckPage>(new { Filled = form, Then = then, Mend = mended?.Id, Problems = problems });
        }

        if (mended is null)
        {
            await journal.AppendAsync("foot-check", entry, known.Preference.Zone);
        }
        else
        {
            await journal.AppendAsync("correction", new JsonObject { ["of"] = mended.Id.ToString(), ["with"] = entry }, known.Preference.Zone);
        }

        return GoOn(Agenda.Of(await journal.ReadTodayAsync(), programme), then);
    }

    private static IResult GoOn(Agenda agenda, string? then) => Show.Next((agenda.Bar, then) switch
    {
        (Bar.Finding, _) => "/today",
        (_, "after") => "/session/done",
        // One foot is warmer: the page of the day says what that means before anything begins.
        (Bar.None, "session") when agenda.State.WarmCheck is null => "/session/before",
        _ => "/today",
    });

    /// <summary>A check of today that may still be changed by the person.</summary>
    private static FootCheckEntry? Mendable(Known known, string? id) => known.Counting.OfType<FootCheckEntry>()
        .FirstOrDefault(check => check.Id.ToString() == id && check.DateIn(known.Preference.Zone) == known.Today);
}
