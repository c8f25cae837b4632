using Footing.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Footing.Web.Requests;

/// <summary>
/// Refuses what another site's page sends. Such a page may only link to a page: a top-level navigation that changes
/// nothing and gives no data out.
/// </summary>
/// <remarks>
/// Browsers since 2020 (Safari: 2023) report where a request comes from in <c>Sec-Fetch-Site</c>; older ones send
/// <c>Origin</c> with anything that is not a plain GET. Another port of this machine is another site ("same-site" is
/// not "same-origin"). A program without a browser sends neither and is allowed: it already runs on this machine.
/// </remarks>
internal static class SameSite
{
    /// <summary>Answers 403 to requests from other sites.</summary>
    public static Task Guard(HttpContext context, RequestDelegate next) =>
        IsAllowed(context.Request) ? next(context) : Refusal.Write(context, StatusCodes.Status403Forbidden, "site");

    /// <summary>
    /// For a route that sets something or gives data out by GET: it refuses even a link from another site.
    /// </summary>
    public static TBuilder OwnPagesOnly<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder =>
        route.AddEndpointFilter(async (call, next) =>
        {
            if (IsFromOwnPage(call.HttpContext.Request))
            {
                return await next(call);
            }

            await Refusal.Write(call.HttpContext, StatusCodes.Status403Forbidden, "site");
            return Results.Empty;
        });

    private static bool IsFromOwnPage(HttpRequest request)
    {
        var referrer = request.Headers.Referer.ToString();
        return request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            // "none": typed, or from a bookmark.
            "same-origin" or "none" => true,
            "" => referrer.Length == 0 || (Uri.TryCreate(referrer, UriKind.Absolute, out var from) && IsOwn(from.GetLeftPart(UriPartial.Authority), request)),
            _ => false,
        };
    }

    private static bool IsAllowed(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            // No page can forge it, and some browsers hide the origin of our own forms.
            "same-origin" or "none" => true,
            "" => origin.Length == 0 || IsOwn(origin, request),
            _ => IsLink(request),
        };
    }

    private static bool IsOwn(string origin, HttpRequest request) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    private static bool IsLink(HttpRequest request) => (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers["Sec-Fetch-Mode"] == "navigate"
        && request.Headers["Sec-Fetch-Dest"] == "document"
        && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
