using Footing.Storage;
using Microsoft.AspNetCore.Http;

namespace Footing.Web.Pages;

/// <summary>
/// Records within a request whose data its page shows. The page names that person to its scripts, which keep everything
/// under the person's id; a page of nobody (a host that is locked, a request that was refused) keeps nothing.
/// </summary>
/// <param name="Id">The person.</param>
/// <param name="IsHome">Whether what a device keeps under names without an id is theirs.</param>
internal sealed record PagePerson(PersonId Id, bool IsHome)
{
    private static readonly object Named = new();

    /// <summary>Names the person of a request.</summary>
    public static void Name(HttpContext context, PagePerson person) => context.Items[Named] = person;

    /// <summary>The person of a request; null for none.</summary>
    public static PagePerson? Of(HttpContext? context) => context?.Items[Named] as PagePerson;
}
