using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Journal;
using Footing.Reading;
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
    private static readonly (string Field, int Most)[] Numbers = [("pain", 10), ("worstPain", 10), ("nightsWoken", 7)];

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/check-in", () => Show.Page<CheckInPage>());
        pages.MapPost("/check-in", async (HttpRequest request, PersonJournal journal, Texts texts) =>
        {
            var form = await request.ReadFormAsync();
            if (Read(form) is not { } fields)
            {
                return Show.Again<CheckInPage>(new { Problems = new Problem[] { new("pain", texts["check-in.nothing"]) } });
            }

            var view = await journal.ReadTodayAsync();
            await journal.AppendAsync(EntryReader.Of(EntryKind.CheckIn, NewId.At(view.Now), view.Now, JsonSerializer.SerializeToElement(fields)).Value);
            return Show.Next("/today?told=1");
        });
    }

    /// <summary>The fields of the entry; null when nothing was answered.</summary>
    internal static JsonObject? Read(IFormCollection form)
    {
        var entry = new JsonObject { ["span"] = "week" };
        foreach (var (field, most) in Numbers)
        {
            if (int.TryParse(form[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most)
            {
                entry[field] = number;
            }
        }

        if (Vocabulary.ImpressionsOfChange.Words.Contains(form["change"].ToString()))
        {
            entry["change"] = form["change"].ToString();
        }

        return entry.Count > 1 ? entry : null;
    }
}
