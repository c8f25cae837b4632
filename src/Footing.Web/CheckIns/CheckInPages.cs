using Footing.Forms;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.CheckIns;

/// <summary>The check-in: pain, nights woken, and the impression of change.</summary>
internal static class CheckInPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/check-in", () => Show.Page<CheckInPage>());
        pages.MapPost("/check-in", async (HttpRequest request, PersonJournal journal, Texts texts) =>
        {
            var (form, values) = (EntryForms.CheckIn, SentValues.Of(await request.ReadFormAsync()));
            var week = form.Read(values);
            if (!week.Succeeded)
            {
                return Show.Again<CheckInPage>(new { Filled = values, Problems = week.Say(texts) });
            }

            var view = await journal.ReadTodayAsync();
            await journal.AppendAsync(form.Entry(week, NewId.At(view.Now), view.Now));
            return Show.Next("/today?told=1");
        });
    }
}
