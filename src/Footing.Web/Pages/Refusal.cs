using Footing.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Footing.Web.Pages;

/// <summary>A plain answer to a request that is not for us: only one sentence, no page, no cookie.</summary>
internal static class Refusal
{
    /// <summary>Writes the sentence <c>refusal.REASON</c>; as problem details (RFC 9457) under <c>/api</c>.</summary>
    public static Task Write(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            return Failures.Problem(context, status, reason, context.RequestServices.GetRequiredService<Texts>()[$"refusal.{reason}"], null);
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(context.RequestServices.GetRequiredService<Texts>()[$"refusal.{reason}"] + "\n");
    }
}
