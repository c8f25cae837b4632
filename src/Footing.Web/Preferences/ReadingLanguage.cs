using Footing.Content;
using Microsoft.AspNetCore.Http;

namespace Footing.Web.Preferences;

/// <summary>
/// The language of a page: the one chosen on this device, else one the browser asks for, else English.
/// </summary>
internal static class ReadingLanguage
{
    /// <summary>The cookie that stores the choice: a BCP 47 tag.</summary>
    public const string Cookie = "footing-language";

    private const string Usual = "en";

    /// <summary>The language of a request, as the tag of a language that has texts.</summary>
    public static string Of(HttpRequest request)
    {
        if (request.Cookies[Cookie] is { } chosen && ShippedTexts.Find(chosen) is { } language)
        {
            return language;
        }

        // Stable sort: of languages with equal quality, the first is used.
        return request.GetTypedHeaders().AcceptLanguage
            .Where(wished => wished.Quality != 0)
            .OrderByDescending(wished => wished.Quality ?? 1)
            .Select(wished => ShippedTexts.Nearest(wished.Value.Value ?? ""))
            .FirstOrDefault(known => known is not null) ?? Usual;
    }

    /// <summary>Stores a choice on the device for a year.</summary>
    public static void Keep(HttpResponse response, string language) => response.Cookies.Append(Cookie, language, DeviceCookie.ForAYear());
}
