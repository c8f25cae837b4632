using Footing.Web.Preferences;
using Microsoft.AspNetCore.Http;

namespace Footing.Web.Requests;

/// <summary>
/// Keeps the cookies of two hosts apart. A browser sends a cookie to every port of a machine's name, so each name that
/// a browser sees ends with the port that it asked (<c>footing-form-5080</c>); the code knows the name without it.
/// </summary>
internal static class PortCookies
{
    private const string Prefix = "footing-";

    /// <summary>Cookies that an earlier version set without a port, and that are taken over.</summary>
    private static readonly string[] TakenOver = [ReadingLanguage.Cookie, .. Appearance.All.Select(look => look.Cookie)];

    /// <summary>Removes the port from incoming names, and adds it to outgoing names.</summary>
    public static Task Use(HttpContext context, RequestDelegate next)
    {
        var ending = $"-{context.Request.Host.Port ?? 80}";
        var ours = new Dictionary<string, string>();
        var earlier = new Dictionary<string, string>();
        foreach (var (name, value) in context.Request.Cookies.Where(cookie => cookie.Key.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
            {
                ours[name[..^ending.Length]] = value;
            }
            else if (TakenOver.Contains(name))
            {
                earlier[name] = value;
            }
        }

        foreach (var name in earlier.Keys.Where(ours.ContainsKey).ToArray())
        {
            earlier.Remove(name);
        }

        context.Request.Headers.Cookie = string.Join("; ", ours.Concat(earlier).Select(cookie => $"{cookie.Key}={Uri.EscapeDataString(cookie.Value)}"));
        context.Response.OnStarting(() =>
        {
            // A cookie of an earlier version stays as long as it would have; other hosts take it over, too.
            foreach (var (name, value) in earlier.Where(_ => context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true))
            {
                if (!context.Response.Headers.SetCookie.Any(set => set?.StartsWith(name + "=", StringComparison.Ordinal) == true))
                {
                    context.Response.Cookies.Append(name, value, DeviceCookie.ForAYear());
                }
            }

            var outgoing = context.Response.Headers.SetCookie.OfType<string>().Select(set => WithPort(set, ending)).ToArray();
            if (outgoing.Length > 0)
            {
                context.Response.Headers.SetCookie = outgoing;
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    private static string WithPort(string set, string ending)
    {
        var name = set.IndexOf('=', StringComparison.Ordinal);
        return $"{set[..name]}{ending}{set[name..]}";
    }
}
