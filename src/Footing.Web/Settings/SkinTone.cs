using System.Collections.Immutable;
using Footing.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Footing.Web.Settings;

/// <summary>The colour of the skin in the drawings, from 1 (lightest) to 5 (darkest); this device's own choice.</summary>
internal static class SkinTone
{
    /// <summary>The cookie that keeps it.</summary>
    public const string Cookie = "footing-skin";

    /// <summary>Where nothing was chosen.</summary>
    public const int Usual = 2;

    /// <summary>All of them, from light to dark.</summary>
    public static ImmutableArray<int> All { get; } = [1, 2, 3, 4, 5];

    /// <summary>The tone of a request.</summary>
    public static int Of(HttpRequest request) => Find(request.Cookies[Cookie]) ?? Usual;

    /// <summary>The tone that is written so; null when it is none.</summary>
    public static int? Find(string? written) => written is [>= '1' and <= '5'] ? written[0] - '0' : null;

    /// <summary>Keeps a choice on the device for a year.</summary>
    public static void Keep(HttpResponse response, int tone) => response.Cookies.Append(
        Cookie, tone.ToString(System.Globalization.CultureInfo.InvariantCulture), DeviceCookie.ForAYear());
}
