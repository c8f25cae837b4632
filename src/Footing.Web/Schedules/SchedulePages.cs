using System.Collections.Immutable;
using System.Globalization;
using Footing.Exercises;
using Footing.Journal;
using Footing.Plans;
using Footing.Plans.Explanations;
using Footing.Programmes;
using Footing.Reading;
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
    private const int FewestMinutes = 10;
    private const int MostMinutes = 36;
    private const int DaysAWeek = 3;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/schedule", async (PersonJournal journal, Programme programme) =>
        {
            var view = await journal.ReadAsync();
            var state = view.Projection(programme).State;
            return Page(view, programme, [.. state.Weekdays.Select(day => Vocabulary.Weekdays[day])], Text(state.MinutesLimit), false);
        });
        pages.MapPost("/schedule", Save);
    }

    private static async Task<IResult> Save(HttpRequest request, PersonJournal journal, Programme programme, Texts texts)
    {
        var view = await journal.ReadAsync();
        var form = await request.ReadFormAsync();
        string[] days = [.. form["weekdays"].OfType<string>().Where(day => Vocabulary.Weekdays.Find(day) is not null).Distinct()];
        var typed = TypedInput.Normalize(form["minutes"].ToString());
        List<Problem> problems = [];
        if (days.Length != DaysAWeek)
        {
            problems.Add(new("weekdays", texts.Count("schedule.days-error", days.Length)));
        }

        var minutes = TypedInput.Whole(typed, FewestMinutes, MostMinutes);
        if (minutes is null)
        {
            problems.Add(new("minutes", texts["schedule.minutes-error"]));
        }

        if (problems.Count > 0)
        {
            return Show.Again<SchedulePage>(new { Weekdays = days, Minutes = typed, Problems = problems });
        }

        if (form.ContainsKey("preview"))
        {
            return Page(view, programme, days, Text(minutes!.Value), true);
        }

        await journal.AppendAsync(new ScheduleEntry(NewId.At(view.Now), view.Now, WeekdaysOf(days), minutes));
        return Show.Next("/plan?saved=1");
    }

    /// <summary>The form, with the plan that these days and minutes would give.</summary>
    private static IResult Page(JournalView view, Programme programme, IReadOnlyList<string> days, string minutes, bool isPreview)
    {
        var weekdays = WeekdaysOf(days);
        var would = new ScheduleEntry(
            NewId.At(view.Now), view.Now, weekdays, int.Parse(minutes, CultureInfo.InvariantCulture));
        var plan = Planner.PlanFor([.. view.Entries, would], programme, view.Today, view.Preference.Zone);
        return Show.Page<SchedulePage>(new
        {
            Weekdays = days,
            Minutes = minutes,
            Plan = plan,
            IsPreview = isPreview,
            view.Today,
            HasRunOfDays = WeekdayRuns.RestAnExercise(programme, plan, weekdays),
        });
    }

    private static ImmutableArray<DayOfWeek> WeekdaysOf(IEnumerable<string> words) => [.. words.Select(word => Vocabulary.Weekdays.Find(word)!.Value)];

    private static string Text(int minutes) => minutes.ToString(CultureInfo.InvariantCulture);
}
