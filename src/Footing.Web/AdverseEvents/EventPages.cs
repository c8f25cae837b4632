using Footing.Forms;
using Footing.Journal;
using Footing.Plans;
using Footing.Plans.Explanations;
using Footing.Programmes;
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
        var (form, values) = (EntryForms.AdverseEvent, SentValues.Of(await request.ReadFormAsync()));
        var happened = form.Read(values);
        if (!happened.Succeeded)
        {
            return Show.Again<EventPage>(new { Problems = happened.Say(texts) });
        }

        var view = await journal.ReadTodayAsync();
        await journal.AppendAsync(form.Entry(happened, NewId.At(view.Now), view.Now));
        return GoOn(values.First("what"));
    }

    private static IResult GoOn(string? what) =>
        Show.Next(Vocabulary.AdverseEvents.Find(what ?? "") is { } happened && !happened.IsFinding() ? $"/advice/{what}" : "/today");

    private static async Task<IResult> Advise(string what, HttpContext context, PersonJournal journal, DangerReading reading, EmergencyNumbers numbers, Texts texts, string? session)
    {
        what = what.ToLowerInvariant();
        if (!texts.Has($"advice.{what}.title"))
        {
            await Failures.NotFound(context);
            return Results.Empty;
        }

        return await reading.PageAsync(
            async () => Page(TodayView.Of(await journal.ReadTodayAsync())),
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
