using Footing.Content;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

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
        if (request.Cookies[Cookie] is { } chosen && ShippedTexts.Has(chosen))
        {
            return chosen;
        }

        // Stable sort: of languages with equal quality, the first is used.
        return request.GetTypedHeaders().AcceptLanguage
            .Where(wished => wished.Quality != 0)
            .OrderByDescending(wished => wished.Quality ?? 1)
            .Select(Known)
            .FirstOrDefault(language => language is not null) ?? Usual;
    }

    /// <summary>Stores a choice on the device for a year.</summary>
    public static void Keep(HttpResponse response, string language) => response.Cookies.Append(Cookie, language, DeviceCookie.ForAYear());

    /// <summary>es-MX is read in es; a language without texts is ignored.</summary>
    private static string? Known(StringWithQualityHeaderValue wished)
    {
        var tag = wished.Value.Value ?? "";
        return ShippedTexts.Languages.FirstOrDefault(language =>
            tag.Equals(language, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase));
    }
}
