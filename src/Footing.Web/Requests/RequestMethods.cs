using Footing.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Requests;

/// <summary>The methods of an address, the same for every route: HEAD with GET; any other one gets 405.</summary>
internal static class RequestMethods
{
    /// <summary>A group whose routes answer HEAD as they answer GET; the server leaves the body out.</summary>
    public static RouteGroupBuilder MapAll(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("");
        ((IEndpointConventionBuilder)group).Add(endpoint =>
        {
            foreach (var taken in endpoint.Metadata.OfType<HttpMethodMetadata>().ToArray())
            {
                if (taken.HttpMethods.Contains(HttpMethods.Get) && !taken.HttpMethods.Contains(HttpMethods.Head))
                {
                    endpoint.Metadata[endpoint.Metadata.IndexOf(taken)] = new HttpMethodMetadata([.. taken.HttpMethods, HttpMethods.Head]);
                }
            }
        });
        return group;
    }

    /// <summary>Answers a request that no route takes; must run after routing, so before any form is read.</summary>
    public static async Task Refuse(HttpContext context, RequestDelegate next)
    {
        switch (context.GetEndpoint())
        {
            case null:
                await Failures.NotFound(context);
                break;
            case RouteEndpoint:
                await next(context);
                break;
            case { RequestDelegate: var refuse }:
                // Routing's own endpoint for a wrong method: it only sets "Allow" to the right methods.
                await refuse!(context);
                await Failures.Answer(context, context.Response.StatusCode, "method");
                break;
        }
    }
}
