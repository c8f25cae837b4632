using Microsoft.AspNetCore.Http;

namespace Footing.Web.Pages;

/// <summary>The form that this request sends: what all forms have in common.</summary>
public sealed class SentForm(IHttpContextAccessor accessor)
{
    /// <summary>The field with the id of the entry that one opening of the form's page makes.</summary>
    public const string EntryId = "entry-id";

    /// <summary>
    /// The id that the page gave to its entry, a UUID of version 7; null when the form has none, as on a page made
    /// before such ids existed.
    /// </summary>
    public Guid? Id =>
        accessor.HttpContext?.Request is { HasFormContentType: true } request
        && Guid.TryParse(request.Form[EntryId].ToString(), out var id) && id.Version == 7
            ? id
            : null;

    /// <summary>Whether the same form was sent before with other answers; the next page then says so.</summary>
    public bool IsSentAgain { get; set; }
}
