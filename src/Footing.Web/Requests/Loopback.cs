using System.Net;
using Footing.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Footing.Web.Requests;

/// <summary>
/// Without accounts, anyone who reaches the host is the person. So it listens only on this machine's own addresses, and
/// answers only to this machine's own names: a foreign name that points to this machine (DNS rebinding) gets nothing.
/// </summary>
internal static class Loopback
{
    /// <summary>The addresses and port that a URL asks for.</summary>
    /// <exception cref="HostingException">It is not a plain loopback URL.</exception>
    public static (IReadOnlyList<IPAddress> Addresses, int Port) Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp
            || uri.AbsolutePath != "/" || uri.Query.Length > 0)
        {
            throw new HostingException($"Cannot listen on \"{url}\": give an address such as http://127.0.0.1:5080.");
        }

        IReadOnlyList<IPAddress> addresses = uri.IdnHost == "localhost"
            ? [IPAddress.Loopback]
            : IPAddress.TryParse(uri.IdnHost, out var address) && IPAddress.IsLoopback(address) ? [address] : [];
        return addresses.Count > 0
            ? (addresses, uri.Port)
            : throw new HostingException(
                $"Will not listen on \"{url}\": without accounts Footing serves this machine alone, "
                + "so give 127.0.0.1, [::1] or localhost.");
    }

    /// <summary>Whether a Host header names this machine.</summary>
    public static bool IsOurs(HostString host) =>
        (host.Host is "127.0.0.1" or "[::1]" || string.Equals(host.Host, "localhost", StringComparison.OrdinalIgnoreCase))
            && (host.Port is >= 0 and <= IPEndPoint.MaxPort || host.Value == host.Host);

    /// <summary>Answers 421 to any other name.</summary>
    public static Task Guard(HttpContext context, RequestDelegate next) =>
        IsOurs(context.Request.Host) ? next(context) : Refusal.Write(context, StatusCodes.Status421MisdirectedRequest, "host");
}
