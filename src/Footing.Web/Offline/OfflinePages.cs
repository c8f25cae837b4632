using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Footing.Exercises;
using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;
using Footing.Screening;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Web.Preferences;
using Footing.Web.UrgentHelp;
using Footing.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Offline;

/// <summary>What a device keeps for when there is no connection, and the worker that keeps it.</summary>
internal static class OfflinePages
{
    private static readonly string[] Always =
    [
        "/today", "/today/morning", "/session/sugar", "/session/fetch-sugar", "/session/before", "/session", "/session/questions",
        "/session/done", "/event", "/urgent", "/check-in", "/check-in/daily", "/history", "/offline", "/needs-look",
        .. Dispositions.Urgent.Select(DangerPage.PathOf), "/danger/questions", "/danger/rest", "/danger/kept",
    ];

    private static readonly string[] Advices =
    [
        .. Vocabulary.AdverseEvents.Words.Where(word => !Vocabulary.AdverseEvents.Find(word)!.Value.IsFinding())
            .Union(Vocabulary.StopReasons.Words.Where(word => Vocabulary.StopReasons.Find(word)!.Value.NeedsAdvice())),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/worker.js", (HttpContext context, Assets assets) => assets.WriteAsync("worker.js", context));
        routes.MapGet("/api/kept", List);
        routes.MapGet("/offline", () => Show.Page<OfflinePage>());
        routes.MapGet("/needs-look", async (PersonJournal journal) => NeedsLook(await journal.ReadAsync()));
        foreach (var danger in Dispositions.Urgent)
        {
            routes.MapGet(DangerPage.PathOf(danger), async (PersonJournal journal, DangerReading reading, EmergencyNumbers numbers) =>
                Show.Page<DangerPage>(new { Danger = danger, Help = numbers.Of((await reading.ReadAsync(journal))?.Preference) }));
        }

        routes.MapGet("/danger/{what}", async (string what, PersonJournal journal, DangerReading reading) =>
            what.ToLowerInvariant() switch
            {
                "questions" => await AskAsync(journal, reading),
                "rest" => Show.Page<DangerRestPage>(new { (await reading.ReadAsync(journal))?.LastScreening?.Answers }),
                "kept" => Show.Page<DangerKeptPage>(),
                _ => Show.Page<FailurePage>(new { Reason = "not-found" }, StatusCodes.Status404NotFound),
            });
    }

    /// <summary>The questions of the person's programme, where the journal can be read.</summary>
    private static async Task<IResult> AskAsync(PersonJournal journal, DangerReading reading)
    {
        await reading.ReadAsync(journal);
        return Show.Page<DangerQuestionsPage>();
    }

    /// <summary>What a phone requests without any cookie.</summary>
    public static void MapManifest(IEndpointRouteBuilder routes) =>
        routes.MapGet("/manifest.webmanifest", (Texts texts) => Results.Json(Manifest(texts), contentType: "application/manifest+json"));

    private static IResult NeedsLook(JournalView view) => Show.Page<NeedsLookPage>(new
    {
        Unreadable = view.Unreadable.ToList(),
        Stops = !view.Projection.Unreadable.IsEmpty,
        view.Today,
        view.Preference.Zone,
    });

    /// <summary>What a phone needs to add Footing to its home screen.</summary>
    private static JsonObject Manifest(Texts texts) => new()
    {
        ["id"] = "/",
        ["name"] = texts["page.name"],
        ["short_name"] = texts["page.name"],
        ["description"] = texts["welcome.title"],
        ["lang"] = texts.Language,
        ["dir"] = texts.Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr",
        ["start_url"] = "/today",
        ["scope"] = "/",
        ["display"] = "standalone",
        ["background_color"] = "#fbf7ef",
        ["theme_color"] = "#fbf7ef",
        ["icons"] = new JsonArray(Icon("foot.svg", "any", "image/svg+xml"), Icon("foot-192.png", "192x192", "image/png"), Icon("foot-512.png", "512x512", "image/png")),
    };

    private static JsonObject Icon(string name, string sizes, string type) => new() { ["src"] = $"/assets/{name}", ["sizes"] = sizes, ["type"] = type };

    /// <summary>Whose pages and which files are kept, with a key that changes when any of them may have changed.</summary>
    private static async Task<IResult> List(HttpRequest request, CurrentPerson current, PersonJournal journal, Assets assets, Texts texts)
    {
        var view = await journal.ReadAsync();
        if (view.LastScreening is null)
        {
            return Results.NoContent();
        }

        string[] pages = [.. Always, .. view.Programme.Condition.ChecksFeet ? (string[])["/foot-check"] : [], .. Advices.Select(what => $"/advice/{what}"), .. view.Programme.ExerciseIds.SelectMany(exercise => (string[])[$"/exercises/{exercise}", $"/exercises/{exercise}/leave-out"])];
        // The history changes with each entry; the other pages with the person's settings and answers.
        var key = string.Join(' ', current.Person, view.Programme.Id, view.Programme.Version, view.Preference.Country, texts.Language, string.Join(' ', Appearance.All.Select(look => look.Of(request))), view.Today, view.Stored.Max(entry => entry.Sequence), view.Unreadable.Count());
        return Results.Json(new JsonObject
        {
            ["person"] = current.Person.ToString(),
            ["home"] = current.IsHome,
            ["key"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16],
            ["pages"] = new JsonArray([.. pages.Select(page => (JsonNode)page)]),
            ["assets"] = new JsonArray([.. assets.Addresses.Select(address => (JsonNode)address)]),
        });
    }
}
