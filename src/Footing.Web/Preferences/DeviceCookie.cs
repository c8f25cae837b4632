using Microsoft.AspNetCore.Http;

namespace Footing.Web.Preferences;

/// <summary>What a device keeps for itself: how it wants to be spoken to, and nothing of the person.</summary>
internal static class DeviceCookie
{
    /// <summary>For a year, out of reach of scripts and of other sites.</summary>
    public static CookieOptions ForAYear() => new()
    {
        HttpOnly = true, SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true,
    };
}
