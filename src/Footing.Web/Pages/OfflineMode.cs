using Microsoft.AspNetCore.Http;

namespace Footing.Web.Pages;

/// <summary>
/// A page as a device keeps it for when there is no connection: without a form token, which would be stale, and without
/// what holds for one day or one session alone; a script fills that in.
/// </summary>
internal static class OfflineMode
{
    /// <summary>Whether a page is asked for to be kept.</summary>
    public static bool IsAsked(HttpContext? context) => context?.Request.Query.ContainsKey("kept") == true;
}
