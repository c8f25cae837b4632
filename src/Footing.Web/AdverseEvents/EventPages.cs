using Footing.Exercises;
using System.Text.Json.Nodes;
using Footing.Journal;
using Footing.Plans;
using Footing.Plans.Explanations;
using Footing.Programmes;
using Footing.Reading;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Web.Preferences;
using Footing.Web.Today;
using Footing.Web.UrgentHelp;
using Footing.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.AdverseEvents;

/// <summary>Stores an adverse event, in or outside a session, and says what to do.</summary>
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
        if (Vocabulary.AdverseEvents.Find(what) is not { } happened)
        {
            return Show.Again<EventPage>(new { Problems = new Problem[] { new("what", texts["event.error"]) } });
        }

        var view = await journal.ReadTodayAsync();
        await journal.AppendAsync(new AdverseEventEntry(NewId.At(view.Now), view.Now, happened));
        return GoOn(what);
    }

    private static IResult GoOn(string? what) =>
        Show.Next(Vocabulary.AdverseEvents.Find(what ?? "") is { } happened && !happened.IsFinding() ? $"/advice/{what}" : "/today");

    private static async Task<IResult> Advise(string what, HttpContext context, PersonJournal journal, DangerReading reading, Programme programme, EmergencyNumbers numbers, Texts texts, string? session)
    {
        what = what.ToLowerInvariant();
        if (!texts.Has($"advice.{what}.title"))
        {
            await Failures.NotFound(context);
            return Results.Empty;
        }

        return await reading.PageAsync(
            async () => Page(TodayView.Of(await journal.ReadTodayAsync(), programme)),
            () => Page(null));

        IResult Page(TodayView? today) => Show.Page<AdvicePage>(new
        {
            What = what,
            Number = numbers.Of(today?.Journal.Preference),
            WaitsForBalance = today is null ? [] : WithheldExercise.LockedForBalance(today.State),
            Session = session,
        });
    }
}
