using Footing.Forms;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.CheckIns;

/// <summary>The check-ins: of a day, in ten seconds, and of a week.</summary>
internal static class CheckInPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        Map<CheckInPage>(pages, "/check-in", EntryForms.CheckIn);
        Map<DailyCheckInPage>(pages, "/check-in/daily", EntryForms.DailyCheckIn);
    }

    private static void Map<TPage>(IEndpointRouteBuilder pages, string path, EntryForm form)
        where TPage : IComponent
    {
        pages.MapGet(path, () => Show.Page<TPage>());
        pages.MapPost(path, async (HttpRequest request, PersonJournal journal, Texts texts) =>
        {
            var values = SentValues.Of(await request.ReadFormAsync());
            var reading = form.Read(values);
            if (!reading.Succeeded)
            {
                return Show.Again<TPage>(new { Filled = values, Problems = reading.Say(texts) });
            }

            var view = await journal.ReadTodayAsync();
            await journal.AppendAsync(form.Entry(reading, NewId.At(view.Now), view.Now));
            return Show.Next("/today?told=1");
        });
    }
}
