using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Footing.Plans;
using Footing.Plans.Explanations;
using Footing.Programmes;
using Footing.Sessions;
using Footing.Storage;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Web.Today;
using Footing.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Sessions;

/// <summary>What a device may do on future dates without asking again.</summary>
internal static class UpcomingApi
{
    private const int MostDays = 30;
    private const int UsualDays = 7;

    /// <summary>Raised when the same journal is answered in another shape: a device must not keep the former one.</summary>
    private const int Shape = 4;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/sessions/upcoming", Answer);

    private static async Task Answer(HttpContext context, PersonJournal journal, Texts texts, string? days)
    {
        if (!TryDays(days, out var count))
        {
            await Failures.Answer(context, StatusCodes.Status400BadRequest, "no-days");
            return;
        }

        var view = await journal.ReadAsync();
        var today = TodayView.Of(view);
        var tag = Tag(journal.Person, view, today, texts, count);
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        // A device must not do by itself what the page of the day would not lead to.
        var dates = today.Blocker is Blocker.Clock or Blocker.NoScreening or Blocker.Unsent
            ? []
            : UpcomingSessions.Of(view.Entries, view.Programme, texts.Of(view.Programme.Id), view.Today, count, view.Preference.Zone);
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        UpcomingJson.Write(json, dates, view.Now, EntryBefore.Of(view.Programme));
    }

    /// <summary>1 to 30 days; 7 by default.</summary>
    private static bool TryDays(string? typed, out int days)
    {
        days = UsualDays;
        return typed is null || (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out days) && days is >= 1 and <= MostDays);
    }

    /// <summary>Changes with the person, the date, the journal, and what is made of it.</summary>
    private static string Tag(PersonId person, JournalView view, TodayView today, Texts texts, int days)
    {
        var last = view.Stored.IsEmpty ? 0 : view.Stored.Max(entry => entry.Sequence);
        var parts = string.Join(' ', Shape, person, days, view.Today, view.Preference.Zone.Id, view.Stored.Length, last, today.Blocker, today.Plan.Unreadable.Length, Edition.Of(view.Programme), texts.Language);
        return $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)))[..16]}\"";
    }
}
