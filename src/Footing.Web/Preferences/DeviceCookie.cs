using Microsoft.AspNetCore.Http;

namespace Footing.Web.Preferences;

/// <summary>What a device stores for itself: its preferences, and nothing about the person.</summary>
internal static class DeviceCookie
{
    /// <summary>Valid for a year, not accessible to scripts or to other sites.</summary>
    public static CookieOptions ForAYear() => new()
    {
        HttpOnly = true, SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true,
    };
}
