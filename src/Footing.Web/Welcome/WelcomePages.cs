using Footing.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Welcome;

/// <summary>The first thing a person meets: what Footing is and is not.</summary>
internal static class WelcomePages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/", () => Show.Page<WelcomePage>());
        pages.MapGet("/about", () => Show.Page<WelcomePage>());
    }
}
