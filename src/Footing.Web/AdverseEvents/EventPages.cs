using Footing.Forms;
using Footing.Journal;
using Footing.Plans;
using Footing.Plans.Explanations;
using Footing.Programmes;
using Footing.Screening;
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

    /// <summary>The advice about an answer that could not be saved: it must not wait for the store.</summary>
    /// <param name="what">What happened: the last part of the text's key.</param>
    /// <param name="isFinding">Whether it is a finding at the feet, which needs somebody to look today.</param>
    /// <param name="session">The session that was stopped; null outside a session.</param>
    /// <param name="urgency">How urgent the finding is; null where that is not known.</param>
    internal static IResult Unsaved(string what, bool isFinding, string? session = null, Disposition? urgency = null) => isFinding
        ? Show.Page<DangerPage>(new { Danger = urgency ?? FeetFinding.Unassessed, Help = (LocalHelp?)null, IsUnsaved = true }, StatusCodes.Status503ServiceUnavailable)
        : Show.Page<AdvicePage>(new { What = what, Help = (LocalHelp?)null, IsUnsaved = true, Session = session }, StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> Tell(HttpRequest request, PersonJournal journal, DangerReading danger, Texts texts)
    {
        var (form, values) = (EntryForms.AdverseEvent, SentValues.Of(await request.ReadFormAsync()));
        var happened = form.Read(values);
        if (!happened.Succeeded)
        {
            return Show.Again<EventPage>(new { Problems = happened.Say(texts) });
        }

        var what = values.First("what")!;
        return await danger.PageAsync(
            async () =>
            {
                var view = await journal.ReadTodayAsync();
                await journal.AppendAsync(form.Entry(happened, NewId.At(view.Now), view.Now));
                return GoOn(what);
            },
            () => Unsaved(what, Vocabulary.AdverseEvents.Find(what)!.Value.IsFinding()));
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
            Help = numbers.Of(today?.Journal.Preference),
            WaitsForBalance = today is null ? [] : WithheldExercise.LockedForBalance(today.State),
            Session = session,
        });
    }
}
