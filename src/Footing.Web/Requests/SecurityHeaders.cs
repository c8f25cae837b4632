using Microsoft.AspNetCore.Http;

namespace Footing.Web.Requests;

/// <summary>What every answer carries. Nothing is loaded from another host, nothing runs or paints inline.</summary>
internal static class SecurityHeaders
{
    private const string Policy = "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; "
        + "frame-ancestors 'none'";

    private const string Permissions = "accelerometer=(), autoplay=(self), camera=(), display-capture=(), geolocation=(), "
        + "gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=(), screen-wake-lock=(self)";

    /// <summary>Sets them; a page is never kept by caches, for it holds health data.</summary>
    public static Task Set(HttpContext context, RequestDelegate next)
    {
        // Again on start: the exception handler clears headers before it writes its page.
        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers["Permissions-Policy"] = Permissions;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            // Not "no-referrer": with it browsers send "Origin: null" with our own forms, which older ones need.
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            // An endpoint may say otherwise; what the form token says ("no-cache, no-store") is said shorter.
            if (headers.CacheControl.Count == 0 || headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal))
            {
                headers.CacheControl = "no-store";
                headers.Remove("Pragma");
            }

            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
