using Microsoft.AspNetCore.Http;

namespace Footing.Web.Preferences;

/// <summary>
/// A cookie that a device keeps: a preference of its reader, or the id of the journal whose pages it keeps. It never holds
/// an answer, an entry or a name.
/// </summary>
internal static class DeviceCookie
{
    /// <summary>Valid for a year, not accessible to scripts or to other sites.</summary>
    public static CookieOptions ForAYear() => new()
    {
        HttpOnly = true, SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true,
    };
}
