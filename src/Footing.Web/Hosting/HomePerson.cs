using Footing.Web.People;
using Microsoft.AspNetCore.Http;

namespace Footing.Web.Hosting;

/// <summary>A home without accounts: anyone who reaches it is its person, and acts for themselves.</summary>
internal sealed class HomePerson : IPersonResolver
{
    /// <inheritdoc/>
    public CurrentPerson Resolve(HttpContext? context) => new(LocalPerson.Id, LocalPerson.Id, Role.Person) { IsHome = true };
}
