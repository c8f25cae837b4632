using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Footing.Programmes;
using Footing.Quantities;
using Footing.Screening;
using Footing.Web.Hosting;
using Footing.Web.Settings;
using Footing.Web.Sync;
using Footing.Web.Today;
using Footing.Web.Urgency;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Offline;

/// <summary>What a device keeps for when there is no connection, and the worker that keeps it.</summary>
internal static class KeptPages
{
    private static readonly string[] Always =
    [
        "/today", "/foot-check", "/session/sugar", "/session/fetch-sugar", "/session/before", "/session", "/session/questions",
        "/session/done", "/event", "/urgent", "/check-in", "/history", "/offline", "/needs-look",
        "/danger/emergency", "/danger/same-day", "/danger/questions", "/danger/rest", "/danger/kept",
    ];

    private static readonly string[] Advices = ["dizzy", "near-fall", "fall", "cramp", "pain"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/worker.js", (HttpContext context, Assets assets) => assets.WriteAsync("worker.js", context));
        routes.MapGet("/api/kept", List);
        routes.MapGet("/offline", () => Show.Page<OfflinePage>());
        routes.MapGet("/needs-look", async (PersonJournal journal, Programme programme) => NeedsLook(await journal.ReadAsync(), programme));
        routes.MapGet("/danger/{what}", async (string what, PersonJournal journal, DangerReading reading, EmergencyNumbers numbers) =>
            what.ToLowerInvariant() switch
            {
                "emergency" or "same-day" => Show.Page<DangerPage>(new { What = what.ToLowerInvariant(), Number = numbers.Of(await reading.ReadAsync(journal)) }),
                "questions" => Show.Page<DangerQuestionsPage>(),
                "rest" => Show.Page<DangerRestPage>(new { (await reading.ReadAsync(journal))?.LastScreening?.Answers }),
                "kept" => Show.Page<DangerKeptPage>(),
                _ => Show.Page<FailurePage>(new { Reason = "not-found" }, StatusCodes.Status404NotFound),
            });
    }

    /// <summary>What a phone asks for without any cookie.</summary>
    public static void MapManifest(IEndpointRouteBuilder routes) =>
        routes.MapGet("/manifest.webmanifest", (Texts texts) => Results.Json(Manifest(texts), contentType: "application/manifest+json"));

    private static IResult NeedsLook(Known known, Programme programme) => Show.Page<NeedsLookPage>(new
    {
        Unreadable = known.Unreadable.ToList(),
        Stops = !known.Folded(programme).Unreadable.IsEmpty,
        known.Today,
        known.Preference.Zone,
    });

    /// <summary>The page of the day as it is kept.</summary>
    public static IResult Today(Agenda agenda, EmergencyNumbers numbers) => Show.Page<KeptTodayPage>(new
    {
        Number = numbers.Of(agenda.Known.Preference.Country),
        Start = agenda.NeedsFastSugar ? "/session/sugar" : "/session/before",
        ChecksAfter = agenda.NeedsCheckAfter,
        Danger = DangerOf(agenda),
    });

    /// <summary>What was known to be wrong when the page was kept: a finding, or a disposition that cannot wait; null for nothing.</summary>
    private static string? DangerOf(Agenda agenda) => (agenda.Bar, agenda.State.Decision?.Disposition) switch
    {
        (Bar.Finding, _) => "finding",
        (Bar.Result, Disposition.Emergency or Disposition.SameDay) => agenda.State.Decision!.Disposition.Id(),
        (Bar.Unsent, _) => Decision.Of(agenda.Known.Unsent!, []).Disposition.Id(),
        _ => null,
    };

    /// <summary>What a phone needs to put Footing on its home screen.</summary>
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

    /// <summary>Which pages and files are kept, under a key that changes when any of them may have.</summary>
    private static async Task<IResult> List(HttpRequest request, PersonJournal journal, Assets assets, Programme programme, Texts texts)
    {
        var known = await journal.ReadAsync();
        if (known.LastScreening is null)
        {
            return Results.NoContent();
        }

        string[] pages = [.. Always, .. Advices.Select(what => $"/advice/{what}"), .. Exercises.All.Select(exercise => $"/exercises/{exercise.Id()}")];
        // The history changes with each entry; the rest with who they are and what they answered.
        var key = string.Join(' ', programme.Version, known.Preference.Country, texts.Language, string.Join(' ', Look.All.Select(look => look.Of(request))), known.Today, known.Stored.Max(entry => entry.Sequence), known.Unreadable.Count());
        return Results.Json(new JsonObject
        {
            ["key"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16],
            ["pages"] = new JsonArray([.. pages.Select(page => (JsonNode)page)]),
            ["assets"] = new JsonArray([.. assets.Addresses.Select(address => (JsonNode)address)]),
        });
    }
}
