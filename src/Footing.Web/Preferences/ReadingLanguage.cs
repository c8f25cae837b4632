using Footing.Content;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Footing.Web.Preferences;

/// <summary>The language that a page is read in: the one that was chosen on this device, else what the browser asks for, else English.</summary>
internal static class ReadingLanguage
{
    /// <summary>The cookie that keeps what was chosen: a BCP 47 tag.</summary>
    public const string Cookie = "footing-language";

    private const string Usual = "en";

    /// <summary>The language of a request, as the tag of texts that there are.</summary>
    public static string Of(HttpRequest request)
    {
        if (request.Cookies[Cookie] is { } chosen && ShippedTexts.Has(chosen))
        {
            return chosen;
        }

        // Stable: of languages that are wished for alike the first goes before.
        return request.GetTypedHeaders().AcceptLanguage
            .Where(wished => wished.Quality != 0)
            .OrderByDescending(wished => wished.Quality ?? 1)
            .Select(Known)
            .FirstOrDefault(language => language is not null) ?? Usual;
    }

    /// <summary>Keeps a choice on the device for a year.</summary>
    public static void Keep(HttpResponse response, string language) => response.Cookies.Append(Cookie, language, DeviceCookie.ForAYear());

    /// <summary>es-MX is read in es; a language without texts is none.</summary>
    private static string? Known(StringWithQualityHeaderValue wished)
    {
        var tag = wished.Value.Value ?? "";
        return ShippedTexts.Languages.FirstOrDefault(language =>
            tag.Equals(language, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase));
    }
}
