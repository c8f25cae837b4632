using Footing.Storage;
using Microsoft.AspNetCore.Http;

namespace Footing.Web.People;

/// <summary>Who makes a request, and whose journal it reads and writes. Everything that serves a request asks this.</summary>
/// <param name="Actor">Who acts.</param>
/// <param name="Person">Whose data is read and written.</param>
/// <param name="Role">What the actor is to that person.</param>
public sealed record CurrentPerson(PersonId Actor, PersonId Person, Role Role)
{
    /// <summary>
    /// Whether what a device keeps under names without a person's id is this person's: it is that of the only person of
    /// a home without accounts.
    /// </summary>
    public bool IsHome { get; init; }
}

/// <summary>What somebody who acts is to the person whose data they read and write.</summary>
public enum Role
{
    /// <summary>The person themselves.</summary>
    Person,
}

/// <summary>Says who a request is from: the one place that decides it, put in by the host.</summary>
public interface IPersonResolver
{
    /// <summary>Called once for each request.</summary>
    /// <param name="context">The request; null for work that no request asked for.</param>
    CurrentPerson Resolve(HttpContext? context);
}
