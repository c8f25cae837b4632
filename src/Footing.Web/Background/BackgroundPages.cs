using System.Text.Json.Nodes;
using Footing.Forms;
using Footing.Journal;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Background;

/// <summary>What the person knows about cause, treatment and medicines: stored, never evaluated.</summary>
internal static class BackgroundPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/background", async (PersonJournal journal, string? saved) => Show.Page<BackgroundPage>(new
        {
            Filled = Last(await journal.ReadTodayAsync()) is { } last ? BackgroundForm.Form.ValuesOf(JsonObject.Create(EntryWriter.Fields(last))!) : FormValues.Empty,
            Saved = saved is not null,
        }));
        pages.MapPost("/background", Save);
    }

    private static async Task<IResult> Save(HttpRequest request, PersonJournal journal, Texts texts)
    {
        var values = SentValues.Of(await request.ReadFormAsync());
        var reading = BackgroundForm.Form.Read(values);
        if (!reading.Succeeded)
        {
            return Show.Again<BackgroundPage>(new { Filled = values, Problems = reading.Say(texts) });
        }

        var view = await journal.ReadAsync();
        var entry = (BackgroundEntry)BackgroundForm.Form.Entry(reading, NewId.At(view.Now), view.Now);
        // The first time, an empty form says nothing; later it withdraws the earlier answers.
        if (entry.IsEmpty && Last(view) is null)
        {
            return Show.Next("/background");
        }

        await journal.AppendAsync(entry);
        return Show.Next("/background?saved=1");
    }

    private static BackgroundEntry? Last(JournalView view) => view.Effective.OfType<BackgroundEntry>().LastOrDefault();
}
