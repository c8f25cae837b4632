using System.Collections.Immutable;
using System.Globalization;
using Footing.Forms;
using Footing.Journal;
using Footing.Plans;
using Footing.Plans.Explanations;
using Footing.Programmes;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Schedules;

/// <summary>The person's days and the longest session.</summary>
internal static class SchedulePages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/schedule", async (PersonJournal journal) =>
        {
            var view = await journal.ReadAsync();
            var state = view.Projection.State;
            return Page(view, [.. state.Weekdays], state.MinutesLimit, false);
        });
        pages.MapPost("/schedule", Save);
    }

    private static async Task<IResult> Save(HttpRequest request, PersonJournal journal, Texts texts)
    {
        var view = await journal.ReadAsync();
        var sent = await request.ReadFormAsync();
        var (form, values) = (EntryForms.Schedule, SentValues.Of(sent));
        var week = form.Read(values);
        if (!week.Succeeded)
        {
            return Show.Again<SchedulePage>(new { Filled = values, Problems = week.Say(texts) });
        }

        var schedule = (ScheduleEntry)form.Entry(week, NewId.At(view.Now), view.Now);
        if (sent.ContainsKey("preview") || sent.ContainsKey("apart"))
        {
            var days = schedule.Weekdays!.Value;
            return Page(view, sent.ContainsKey("apart") ? WeekdayRuns.Apart(days) : days, schedule.Minutes!.Value, true);
        }

        await journal.AppendAsync(schedule);
        return Show.Next("/plan?saved=1");
    }

    /// <summary>The form, with the plan that these days and minutes would give.</summary>
    private static IResult Page(JournalView view, ImmutableArray<DayOfWeek> weekdays, int minutes, bool isPreview)
    {
        var would = new ScheduleEntry(NewId.At(view.Now), view.Now, weekdays, minutes);
        var plan = Planner.PlanFor([.. view.Entries, would], view.Programme, view.Today, view.Preference.Zone);
        return Show.Page<SchedulePage>(new
        {
            Filled = FormValues.Of([.. weekdays.Select(day => ("weekdays", Vocabulary.Weekdays[day])), ("minutes", minutes.ToString(CultureInfo.InvariantCulture))]),
            Plan = plan,
            IsPreview = isPreview,
            view.Today,
            RestsInRun = WeekdayRuns.Resting(view.Programme, plan, weekdays),
        });
    }
}
