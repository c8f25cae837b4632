using Footing.Storage;
using Footing.Web;
using Footing.Web.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Footing.Testing.Web;

/// <summary>
/// A host of many people, only for tests: a request is that of the person whom its header names, and without one that of
/// the home's person.
/// </summary>
public sealed class PersonByHeader : IPersonResolver
{
    /// <summary>The header, which holds a person's id.</summary>
    public const string Name = "Test-Person";

    /// <summary>Puts it in place of the home's resolver.</summary>
    public static void Put(WebApplicationBuilder builder) => builder.Services.AddSingleton<IPersonResolver, PersonByHeader>();

    /// <inheritdoc/>
    public CurrentPerson Resolve(HttpContext? context)
    {
        if (context?.Request.Headers.TryGetValue(Name, out var named) != true)
        {
            return new(LocalPerson.Id, LocalPerson.Id, Role.Person) { IsHome = true };
        }

        var person = new PersonId(Guid.Parse(named.ToString()));
        return new(person, person, Role.Person);
    }
}
