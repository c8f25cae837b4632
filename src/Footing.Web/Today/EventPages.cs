using System.Text.Json.Nodes;
using Footing.Programmes;
using Footing.Quantities;
using Footing.Web.Hosting;
using Footing.Web.Settings;
using Footing.Web.Sync;
using Footing.Web.Urgency;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Today;

/// <summary>Something happened, in or out of a session: it is kept, and the person is told what to do.</summary>
internal static class EventPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/event", () => Show.Page<EventPage>());
        pages.MapPost("/event", Tell);
        pages.MapGet("/event/next", (string? what) => GoOn(what));
        pages.MapGet("/advice/{what}", Advise);
    }

    private static async Task<IResult> Tell(HttpRequest request, PersonJournal journal, Texts texts)
    {
        var what = (await request.ReadFormAsync())["what"].ToString();
        if (!EventPage.Happenings.Contains(what))
        {
            return Show.Again<EventPage>(new { Problems = new Problem[] { new("what", texts["event.error"]) } });
        }

        var known = await journal.ReadTodayAsync();
        await journal.AppendAsync("event", new JsonObject { ["what"] = what }, known.Preference.Zone);
        return GoOn(what);
    }

    private static IResult GoOn(string? what) =>
        Show.Next(what is null or "skin-change" || !EventPage.Happenings.Contains(what) ? "/today" : $"/advice/{what}");

    private static async Task<IResult> Advise(string what, HttpContext context, PersonJournal journal, DangerReading reading, Programme programme, EmergencyNumbers numbers, Texts texts, string? session)
    {
        what = what.ToLowerInvariant();
        if (!texts.Has($"advice.{what}.title"))
        {
            await Failures.NotFound(context);
            return Results.Empty;
        }

        return await reading.PageAsync(
            async () => Page(Agenda.Of(await journal.ReadTodayAsync(), programme)),
            () => Page(null));

        IResult Page(Agenda? agenda) => Show.Page<AdvicePage>(new
        {
            What = what,
            Number = numbers.Of(agenda?.Known),
            WaitsForBalance = agenda?.State.Decision?.Allowed.Contains(Exercise.CalfRaise) == true && !agenda.State.Unsteady.IsEmpty,
            Session = session,
        });
    }
}
