using Footing.Storage;
using Footing.Web;
using Footing.Web.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Footing.Testing.Web;

/// <summary>A host of many people in front of one device, only for tests: every request is that of who is signed in.</summary>
public sealed class SignedInPerson : IPersonResolver
{
    /// <summary>Who uses the device now; null for the home's person.</summary>
    public PersonId? Person { get; set; }

    /// <summary>Puts it in place of the home's resolver.</summary>
    public void Put(WebApplicationBuilder builder) => builder.Services.AddSingleton<IPersonResolver>(this);

    /// <inheritdoc/>
    public CurrentPerson Resolve(HttpContext? context) => Person is { } person
        ? new(person, person, Role.Person)
        : new(LocalPerson.Id, LocalPerson.Id, Role.Person) { IsHome = true };
}
