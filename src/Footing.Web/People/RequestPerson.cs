using Footing.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Footing.Web.People;

/// <summary>
/// Names the person of a request to its page, and refuses what a device sends for somebody else: entries that wait on a
/// device belong to the person who made them, no matter who uses it now.
/// </summary>
internal static class RequestPerson
{
    /// <summary>The header in which a script names the person whose data it sends or asks for.</summary>
    public const string Header = "Footing-Person";

    /// <summary>Goes on with the current person's request; answers 409 to one for another person.</summary>
    public static Task Use(HttpContext context, RequestDelegate next)
    {
        var current = context.RequestServices.GetRequiredService<CurrentPerson>();
        // Without the header: a program, or a script from before it existed.
        if (context.Request.Headers.TryGetValue(Header, out var named) && named != current.Person.ToString())
        {
            return Failures.Answer(context, StatusCodes.Status409Conflict, "other-person");
        }

        PagePerson.Name(context, new(current.Person, current.IsHome));
        return next(context);
    }
}
