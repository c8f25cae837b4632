using System.Globalization;
using Footing.Web.Observability;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Footing.Web.JournalHistory;

/// <summary>What was done and answered, one page per month; and the download of the whole journal.</summary>
internal static class HistoryPages
{
    private static readonly byte[] LineEnd = [(byte)'\n'];

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/history", async (PersonJournal journal, string? month, string? saved) =>
            await Month(journal, month, saved is not null));
        pages.MapGet("/export", Export).OwnPagesOnly();
    }

    private static async Task<IResult> Month(PersonJournal journal, string? month, bool saved)
    {
        var view = await journal.ReadMonthsAsync();
        var months = JournalTimeline.Of(view).Months;
        if (months.IsEmpty)
        {
            return Show.Page<HistoryPage>(new { Days = Array.Empty<IGrouping<DateOnly, TimelineItem>>(), view.Today, view.Preference.Zone });
        }

        var shown = months[0];
        if (month is not null && (!TryMonth(month, out shown) || !months.Contains(shown)))
        {
            return Show.Page<FailurePage>(new { Reason = "not-found" }, StatusCodes.Status404NotFound);
        }

        view = await journal.ReadMonthAsync(view, shown);
        var past = JournalTimeline.Of(view);
        var place = months.IndexOf(shown);
        return Show.Page<HistoryPage>(new
        {
            Days = past.In(shown).ToArray(),
            Month = (DateOnly?)shown,
            Older = place + 1 < months.Length ? months[place + 1] : (DateOnly?)null,
            Newer = place > 0 ? months[place - 1] : (DateOnly?)null,
            view.Today,
            view.Preference.Zone,
            Saved = saved,
            Unreadable = view.Unreadable.Count(),
        });
    }

    /// <summary>The month in an address, such as 2026-03.</summary>
    private static bool TryMonth(string text, out DateOnly month) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out month);

    /// <summary>The entries' bytes as accepted, one line each, in the journal's order.</summary>
    private static async Task Export(HttpContext context, PersonJournal journal, ILoggerFactory logs)
    {
        var view = await journal.ReadAsync(context.RequestAborted);
        var name = string.Create(CultureInfo.InvariantCulture, $"footing-journal-{view.Today:yyyy-MM-dd}.ndjson");
        context.Response.ContentType = "application/x-ndjson";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        foreach (var entry in view.Stored)
        {
            await context.Response.BodyWriter.WriteAsync(entry.Json, context.RequestAborted);
            await context.Response.BodyWriter.WriteAsync(LineEnd, context.RequestAborted);
        }

        var log = logs.CreateLogger("Footing");
        Events.JournalExported(log, view.Stored.Length, journal.Person);
    }
}
