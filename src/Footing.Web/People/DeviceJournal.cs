using Footing.Storage;
using Footing.Web.Observability;
using Footing.Web.Pages;
using Footing.Web.Preferences;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Footing.Web.People;

/// <summary>
/// A cookie of a device names the journal that the device last read. If an erasure of that journal is recorded, the
/// device must forget everything that it keeps, also entries that are not delivered. Nothing else makes a device
/// forget: not a journal that is empty, missing, older or different.
/// </summary>
internal static class DeviceJournal
{
    /// <summary>
    /// The cookie with the id of the journal that the device last read; a person's id follows, except the home's.
    /// </summary>
    private const string Cookie = "footing-journal";

    /// <summary>How long a page waits for this: the request may report a sign of danger.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Requested when the store may be unavailable, or without data of a person: these must not wait for the store.
    /// </summary>
    private static readonly string[] Apart = ["/assets", "/health", "/urgent", "/danger", "/advice", "/offline", "/worker.js", "/manifest.webmanifest"];

    /// <summary>
    /// Finds out which journal the device has read, names the current one, and makes it forget an erased one.
    /// </summary>
    public static async Task Meet(HttpContext context, RequestDelegate next)
    {
        var current = context.RequestServices.GetRequiredService<CurrentPerson>();
        var cookie = current.IsHome ? Cookie : $"{Cookie}-{current.Person.Value:N}";
        if (await IdentifyAsync(context, current.Person, cookie) is not { } found)
        {
            await next(context);
            return;
        }

        if (found.IsErased)
        {
            DeviceForgetting.Ask(context);
        }

        context.Response.OnStarting(() =>
        {
            Answer(context, found, cookie);
            return Task.CompletedTask;
        });
        if (found.IsErased && context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            // Its outbox may hold entries of the erased journal: they must not start a new one.
            await Failures.Answer(context, StatusCodes.Status410Gone, "erased");
            return;
        }

        await next(context);
    }

    /// <summary>The current journal, and what became of the device's; null when not needed or not known.</summary>
    private static async Task<JournalIdentity?> IdentifyAsync(HttpContext context, PersonId person, string cookie)
    {
        var request = context.Request;
        var named = Guid.TryParse(request.Cookies[cookie], out var id) ? id : (Guid?)null;
        if (Apart.Any(path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)) || (named is null && IsForPrograms(request)))
        {
            return null;
        }

        try
        {
            var store = context.RequestServices.GetRequiredService<IJournalStore>();
            // On another thread, because a store on a disk blocks the calling thread.
            return await Task.Run(() => store.IdentifyAsync(person, named, context.RequestAborted)).WaitAsync(Soon);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // If the requested page needs the store, it shows the fault itself; if not, readiness alone tells it.
            context.RequestServices.GetRequiredService<StoreFaults>().Add();
            return null;
        }
    }

    private static void Answer(HttpContext context, JournalIdentity found, string cookie)
    {
        var (request, response) = (context.Request, context.Response);
        // A browser clears all of the address: not where it keeps something of somebody else, too. There the script of
        // the page forgets, only one person's data.
        if (found.IsErased && !request.Cookies.Keys.Any(name => name != cookie && name.StartsWith(Cookie, StringComparison.Ordinal)))
        {
            response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        }

        // A page that makes the device forget also sets its new journal; until such a page is sent, each answer says
        // it.
        var isRead = response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true && !OfflineMode.IsAsked(context);
        if (!isRead && (found.IsErased || !request.Path.StartsWithSegments("/api/kept", StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        if (found.Id is { } journal)
        {
            response.Cookies.Append(cookie, journal.ToString(), DeviceCookie.ForAYear());
        }
        else if (found.IsErased)
        {
            response.Cookies.Delete(cookie);
        }
    }

    private static bool IsForPrograms(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !request.Path.StartsWithSegments("/api/kept", StringComparison.OrdinalIgnoreCase);
}
