using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Footing.Web.People;

/// <summary>
/// Binds the token of a form to the person whom the form was shown to: on a shared device a page that was left open
/// writes into nobody else's journal.
/// </summary>
internal sealed class FormPerson : IAntiforgeryAdditionalDataProvider
{
    /// <inheritdoc/>
    public string GetAdditionalData(HttpContext context) => Of(context);

    /// <inheritdoc/>
    public bool ValidateAdditionalData(HttpContext context, string additionalData) => additionalData == Of(context);

    // The home's person has no mark: forms of an earlier version, open while it is replaced, can still be sent.
    private static string Of(HttpContext context) =>
        context.RequestServices.GetRequiredService<CurrentPerson>() is { IsHome: false, Person: var person } ? person.ToString() : "";
}
