using Footing.Storage;
using Footing.Web.Pages;
using Footing.Web.Preferences;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Footing.Web.People;

/// <summary>
/// A device names the journal that it last read, by a cookie. One that names a journal of which an erasure is recorded is
/// made to forget all that it keeps, undelivered entries too. Nothing else makes a device forget: not a journal that is
/// empty, missing, older or another.
/// </summary>
internal static class DeviceJournal
{
    /// <summary>The cookie with the id of the journal that the device last read.</summary>
    private const string Cookie = "footing-journal";

    /// <summary>How long a page waits for it: a sign of danger may be on its way.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>Asked for when the store may be away, or without anything of a person's: nobody is to wait for the store there.</summary>
    private static readonly string[] Apart = ["/assets", "/health", "/urgent", "/danger", "/advice", "/offline", "/worker.js", "/manifest.webmanifest"];

    /// <summary>Learns which journal the device has read, tells it which one it reads now, and has it forget an erased one.</summary>
    public static async Task Meet(HttpContext context, RequestDelegate next)
    {
        if (await IdentifyAsync(context) is not { } found)
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
            Answer(context, found);
            return Task.CompletedTask;
        });
        if (found.IsErased && context.Request.Path.StartsWithSegments("/api"))
        {
            // Its outbox may hold entries of the erased journal: they must not begin another.
            await Failures.Answer(context, StatusCodes.Status410Gone, "erased");
            return;
        }

        await next(context);
    }

    /// <summary>Which journal there is and what became of the device's; null where it does not matter or cannot be known now.</summary>
    private static async Task<JournalIdentity?> IdentifyAsync(HttpContext context)
    {
        var request = context.Request;
        var named = Guid.TryParse(request.Cookies[Cookie], out var id) ? id : (Guid?)null;
        if (Apart.Any(path => request.Path.StartsWithSegments(path)) || (named is null && IsForPrograms(request)))
        {
            return null;
        }

        try
        {
            var store = context.RequestServices.GetRequiredService<IJournalStore>();
            // On another thread, because a store on a disk blocks the one that it is called on.
            return await Task.Run(() => store.IdentifyAsync(LocalPerson.Id, named, context.RequestAborted)).WaitAsync(Soon);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // What is asked for says so itself, where it needs the store.
            return null;
        }
    }

    private static void Answer(HttpContext context, JournalIdentity found)
    {
        var (request, response) = (context.Request, context.Response);
        if (found.IsErased)
        {
            response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        }

        // A page that has the device forget also has it name another journal; until there was one, each answer says it again.
        var isRead = response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true && !OfflineMode.IsAsked(context);
        if (!isRead && (found.IsErased || !request.Path.StartsWithSegments("/api/kept")))
        {
            return;
        }

        if (found.Id is { } journal)
        {
            response.Cookies.Append(Cookie, journal.ToString(), DeviceCookie.ForAYear());
        }
        else if (found.IsErased)
        {
            response.Cookies.Delete(Cookie);
        }
    }

    private static bool IsForPrograms(HttpRequest request) => request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/api/kept");
}
