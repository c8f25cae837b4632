using System.Globalization;
using System.Text.Json;
using Footing.Exercises;
using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;
using Footing.Reading;
using Footing.Sessions;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Web.Preferences;
using Footing.Web.Today;
using Footing.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Sessions;

/// <summary>The way to a session (fast sugar, pain before) and the session itself.</summary>
internal static class SessionPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/session/sugar", async (PersonJournal journal, string? kept, [FromQuery(Name = "short")] string? shorter) =>
            (kept is null ? Refuse(TodayView.Of(await journal.ReadTodayAsync())) : null) ?? Show.Page<SugarPage>(new { IsShort = shorter is not null }));
        pages.MapGet("/session/fetch-sugar", ([FromQuery(Name = "short")] string? shorter) => Show.Page<FetchSugarPage>(new { IsShort = shorter is not null }));
        pages.MapGet("/session/before", async (PersonJournal journal, string? sugar, string? kept, [FromQuery(Name = "short")] string? shorter) =>
            kept is not null ? Show.Page<BeforePage>(new { HasSugar = true })
            : TodayView.Of(await journal.ReadTodayAsync()) is var today && Refuse(today) is { } refusal ? refusal
            : today.NeedsFastSugar && sugar is null ? Show.Next($"/session/sugar{(shorter is null ? "" : "?short=1")}")
            : Show.Page<BeforePage>(new { HasSugar = sugar is not null, IsShort = shorter is not null }));
        pages.MapGet("/session", Open);
        pages.MapPost("/session", Save);
    }

    /// <summary>Where a person who cannot begin now goes; null when nothing prevents it.</summary>
    private static IResult? Refuse(TodayView today) => today switch
    {
        { MayStart: false } => Show.Next("/today"),
        { AreFeetChecked: false } => Show.Next("/foot-check?then=session&first=1"),
        _ => null,
    };

    private static async Task<IResult> Open(
        PersonJournal journal, Texts texts, EmergencyNumbers numbers, string? before, string? sugar, string? asked, string? skip, string? kept,
        [FromQuery(Name = "short")] string? shorter)
    {
        var today = TodayView.Of(await journal.ReadTodayAsync());
        if (kept is not null)
        {
            return Show.Page<KeptSessionPage>(new
            {
                Drawings = SessionSheet.AllDrawings(today.State.Programme),
                Help = numbers.Of(today.Journal.Preference.Country),
                today.State.Screening?.Answers,
            });
        }

        if (Refuse(today) is { } refusal)
        {
            return refusal;
        }

        return today.NeedsFastSugar && sugar is null ? Show.Next("/session/sugar")
            : before is null && skip is null && asked is not null
                ? Show.Again<BeforePage>(new { HasSugar = sugar is not null, IsShort = shorter is not null, Problems = new Problem[] { new("before", texts["session.before.error"]) } })
            : before is null && skip is null ? Show.Next("/session/before")
            : Show.Page<SessionPage>(Sheet(today, texts, numbers, skip is null ? Rating(before) : null, NewId.At(today.Journal.Now), shorter is not null));
    }

    private static Dictionary<string, object?> Sheet(
        TodayView today, Texts texts, EmergencyNumbers numbers, int? before, Guid session, bool isShort) => new()
    {
        ["Help"] = numbers.Of(today.Journal.Preference.Country),
        ["Answers"] = today.State.Screening?.Answers,
        ["Sheet"] = SessionSheet.Of(today.Plan, today.State.Programme, texts.Of(today.State.Programme.Id)),
        ["Before"] = before,
        ["Session"] = session,
        ["IsShort"] = isShort,
    };

    /// <summary>What was done by hand, reported at the end: whole sets.</summary>
    private static async Task<IResult> Save(HttpRequest request, PersonJournal journal, Texts texts, EmergencyNumbers numbers, SentForm sent)
    {
        var form = await request.ReadFormAsync();
        var today = TodayView.Of(await journal.ReadAsync());
        if (!Guid.TryParse(form["session"], out var session))
        {
            return Show.Next("/today");
        }

        // The page of a session that is already reported, opened again: its sets stay as they were judged.
        if (ReportedSession.Of(today.Journal, session.ToString()) is { HasReport: true } told)
        {
            return Show.Next($"/session/after?session={told.Query}");
        }

        if (Refuse(today) is not null)
        {
            return Show.Next("/today");
        }

        var before = Rating(form["before"]);
        var hasStopped = form["stopped"].Count > 0;
        var isShort = form["short"].Count > 0;
        var done = SessionOrder.Of(today.Plan.Exercises)
            .SelectMany(planned => Sides(planned.Dose), (planned, side) => (Planned: planned, Side: side, Sets: SetsDone(form[FieldOf(planned.Exercise, side)], planned.Dose)))
            .ToList();
        if (!hasStopped && done.Sum(part => part.Sets) == 0)
        {
            var page = Sheet(today, texts, numbers, before, session, isShort);
            page["Problems"] = new Problem[] { new(FieldOf(done[0].Planned.Exercise, done[0].Side), texts["session.by-hand.error"]) };
            return Show.Again<SessionPage>(page);
        }

        var wasSent = done.Any(part => today.Journal.Stored.Any(entry => entry.Id == IdOf(session, part.Planned, 1, part.Side)));
        foreach (var (planned, side, sets) in done)
        {
            for (var set = 1; set <= planned.Dose.Sets; set++)
            {
                var id = IdOf(session, planned, set, side);
                var isStored = today.Journal.Stored.Any(entry => entry.Id == id);
                var counts = today.Journal.Effective.Any(entry => entry.Id == id);
                var whole = SetOf(id, today.Journal.Now, session, planned, set, side, isShort);
                switch (set <= sets, isStored)
                {
                    case (true, false):
                        await journal.TryAppendAsync(whole);
                        sent.IsSentAgain |= wasSent;
                        break;
                    // Sent before with another number of sets: the last report applies.
                    case (true, true) when journal.HasAmended(id, today.Journal):
                        await journal.AmendAsync(Amendment(id, EntryWriter.Fields(whole), today.Journal));
                        break;
                    case (false, true) when counts || journal.HasAmended(id, today.Journal):
                        await journal.AmendAsync(Amendment(id, null, today.Journal));
                        break;
                }
            }
        }

        return Show.Next($"/session/questions?session={session}{(before is null ? "" : $"&before={before}")}{(hasStopped ? "&stop=1" : "")}");
    }

    private static Guid IdOf(Guid session, PlannedExercise planned, int set, Side side) =>
        DerivedId.Of(session.ToString(), planned.Exercise.Id(), $"{set}", side.Id());

    /// <summary>A set that was done in full; in a shorter session, as much as that asks for.</summary>
    private static SetEntry SetOf(Guid id, DateTimeOffset at, Guid session, PlannedExercise planned, int set, Side side, bool isShort) => new(
        id, at, session.ToString(), planned.Exercise, planned.Level.Number, set, side, (isShort ? planned.Shorter : planned.Dose).Target, planned.Dose.Reps is null, planned.Dose.Target);

    private static CorrectionEntry Amendment(Guid of, JsonElement? with, JournalView view) => new(NewId.At(view.Now), view.Now, of, with);

    /// <summary>The sides by which a dose is reported.</summary>
    internal static Side[] Sides(Dose dose) => dose.PerSide ? [Side.Left, Side.Right] : [Side.Both];

    /// <summary>The field with the number of sets done.</summary>
    internal static string FieldOf(ExerciseId exercise, Side side) => $"done.{exercise.Id()}.{side.Id()}";

    /// <summary>A whole number from 0 to 10; null for anything else.</summary>
    internal static int? Rating(string? typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 10 ? number : null;

    private static int SetsDone(string? typed, Dose dose) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var sets) ? Math.Min(sets, dose.Sets) : 0;
}
