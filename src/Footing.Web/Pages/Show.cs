using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Footing.Web.Pages;

/// <summary>How endpoints answer with pages, and what every form they take is checked for.</summary>
public static class Show
{
    /// <summary>A page, with its parameters by name: <c>Show.Page&lt;PlanPage&gt;(new { Plan = plan })</c>.</summary>
    public static IResult Page<TPage>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        parameters is null
            ? new RazorComponentResult<TPage> { StatusCode = status, PreventStreamingRendering = true }
            : new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>A form with errors: the same page again, with its errors, as 422.</summary>
    public static IResult Again<TPage>(object parameters)
        where TPage : IComponent => Page<TPage>(parameters, StatusCodes.Status422UnprocessableEntity);

    /// <summary>The part of an address that makes a page say: this form was sent before with other answers.</summary>
    public const string SentAgain = "again";

    /// <summary>
    /// After a form was accepted: redirects to another page, by GET. If the form was sent before with other answers,
    /// the page that is finally reached says so.
    /// </summary>
    /// <param name="path">The target; anything that is not a path of this site leads to the first page.</param>
    public static IResult Next(string path) => new SeeOther(IsOwn(path) ? path : "/");

    // Browsers read "//host" and "/\\host" as another site, and remove tabs and line breaks first.
    private static bool IsOwn(string path) =>
        path.StartsWith('/') && !path.AsSpan(1).StartsWith("/") && !path.AsSpan(1).StartsWith("\\") && path.All(letter => letter is > ' ' and <= '~');

    /// <summary>A group for pages: each form sent to it must contain the token that the page was given.</summary>
    public static RouteGroupBuilder MapPages(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("");
        group.AddEndpointFilter(async (call, next) =>
        {
            var context = call.HttpContext;
            if (HttpMethods.IsPost(context.Request.Method)
                && !await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
            {
                return Page<FailurePage>(new { Reason = "stale" }, StatusCodes.Status400BadRequest);
            }

            return await next(call);
        });
        return group;
    }

    private sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = IsSentAgain(httpContext) ? WithSentAgain(path) : path;
            return Task.CompletedTask;
        }

        private static bool IsSentAgain(HttpContext context) =>
            context.RequestServices.GetRequiredService<SentForm>().IsSentAgain
            || (HttpMethods.IsGet(context.Request.Method) && context.Request.Query.ContainsKey(SentAgain));

        private static string WithSentAgain(string path)
        {
            var end = path.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? hash : path.Length;
            return $"{path[..end]}{(path[..end].Contains('?', StringComparison.Ordinal) ? '&' : '?')}{SentAgain}=1{path[end..]}";
        }
    }
}
