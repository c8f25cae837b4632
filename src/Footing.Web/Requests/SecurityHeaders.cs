using Microsoft.AspNetCore.Http;

namespace Footing.Web.Requests;

/// <summary>The headers of every response. Nothing is loaded from another host, no script or style is inline.</summary>
internal static class SecurityHeaders
{
    private const string Policy = "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; "
        + "frame-ancestors 'none'";

    private const string Permissions = "accelerometer=(), autoplay=(self), camera=(), display-capture=(), geolocation=(), "
        + "gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=(), screen-wake-lock=(self)";

    /// <summary>Sets them; caches never store a page, because it contains health data.</summary>
    public static Task Set(HttpContext context, RequestDelegate next)
    {
        // Again when the response starts: the exception handler clears headers before it writes its page.
        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers["Permissions-Policy"] = Permissions;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            // Not "no-referrer": browsers then send "Origin: null" with our own forms. Old browsers need the origin.
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            // An endpoint may set another value; that of the form token ("no-cache, no-store") is shortened.
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
