using Footing.Content;
using Footing.Web.Pages;
using Footing.Web.Preferences;
using Footing.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Languages;

/// <summary>Sets the language of this device, by a link: anyone who cannot read a page needs no form on it.</summary>
internal static class LanguagePages
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/language/{tag}", (string tag, HttpContext context) =>
        {
            if (ShippedTexts.Find(tag) is not { } language)
            {
                return Show.Page<FailurePage>(new { Reason = "not-found" }, StatusCodes.Status404NotFound);
            }

            ReadingLanguage.Keep(context.Response, language);
            return Show.Next(Back(context.Request));
        }).OwnPagesOnly();

    /// <summary>The page on which it was chosen, if it is on this host; otherwise the first page.</summary>
    private static string Back(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == request.Host.Value
            && !from.AbsolutePath.StartsWith("/language/", StringComparison.OrdinalIgnoreCase)
            ? from.PathAndQuery
            : "/";
}
