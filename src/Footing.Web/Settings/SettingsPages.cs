using Footing.Journal;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Web.Preferences;
using Footing.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Settings;

/// <summary>Country and zone: asked for on the first visit, changed in the settings. How this device looks.</summary>
internal static class SettingsPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/where", async (PersonJournal journal, EmergencyNumbers numbers) => Form(await journal.ReadTodayAsync(), numbers, first: true));
        pages.MapGet("/settings", async (PersonJournal journal, EmergencyNumbers numbers, string? saved) =>
            Form(await journal.ReadTodayAsync(), numbers, first: false, saved: saved is not null));
        pages.MapPost("/where", (HttpRequest request, PersonJournal journal, EmergencyNumbers numbers, Texts texts) => Save(request, journal, numbers, texts, "/screening"));
        pages.MapPost("/settings", (HttpRequest request, PersonJournal journal, EmergencyNumbers numbers, Texts texts) => Save(request, journal, numbers, texts, "/settings?saved=1"));
        foreach (var look in Appearance.All)
        {
            pages.MapPost($"/settings/{look.Field}", async (HttpContext context) =>
            {
                // The form can send nothing else: an unknown choice changes nothing.
                if (look.Find((await context.Request.ReadFormAsync())[look.Field]) is { } choice)
                {
                    look.Keep(context.Response, choice);
                }

                return Show.Next("/settings?saved=1");
            });
        }
    }

    private static IResult Form(JournalView view, EmergencyNumbers numbers, bool first, bool saved = false)
    {
        var (zone, country, _, isChosen) = view.Preference;
        return Show.Page<SettingsPage>(new
        {
            First = first,
            Saved = saved,
            Country = country ?? (isChosen ? "other" : null),
            Zone = !isChosen || numbers.Find(country)?.Zone == zone.Id ? "" : zone.Id,
        });
    }

    private static async Task<IResult> Save(HttpRequest request, PersonJournal journal, EmergencyNumbers numbers, Texts texts, string next)
    {
        var form = await request.ReadFormAsync();
        var (code, zoneId) = (form["country"].ToString(), form["zone"].ToString());
        var view = await journal.ReadAsync();
        var country = numbers.Find(code);
        // "Another country" has no number of its own and no usual zone.
        var zone = zoneId.Length > 0 ? Preference.FindZone(zoneId)
            : country is null ? view.Preference.Zone : Preference.FindZone(country.Zone);
        if ((country is null && code != "other") || zone is null)
        {
            return Show.Again<SettingsPage>(new
            {
                First = next == "/screening",
                Country = code,
                Zone = zoneId,
                Wrong = country is null && code != "other" ? "country" : "zone",
            });
        }

        var at = TimeZoneInfo.ConvertTime(view.Now, zone);
        await journal.AppendAsync(new PreferenceEntry(NewId.At(at), at, zone.Id, country?.Code, texts.Language));
        return Show.Next(next);
    }
}
