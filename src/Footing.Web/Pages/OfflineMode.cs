using Microsoft.AspNetCore.Http;

namespace Footing.Web.Pages;

/// <summary>
/// A page as a device keeps it for when there is no connection: without a form token, which would be stale, and without
/// what is valid for only one day or one session; a script fills that in.
/// </summary>
internal static class OfflineMode
{
    /// <summary>Whether the request is for an offline page.</summary>
    public static bool IsAsked(HttpContext? context) => context?.Request.Query.ContainsKey("kept") == true;
}
