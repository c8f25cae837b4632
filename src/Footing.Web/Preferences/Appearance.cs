using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace Footing.Web.Preferences;

/// <summary>Something about how Footing looks on this device: a choice of the device, not of the person.</summary>
/// <param name="Field">The name of its field in a form.</param>
/// <param name="Default">The value when nothing was chosen.</param>
/// <param name="Choices">All possible values.</param>
internal sealed record Appearance(string Field, string Default, ImmutableArray<string> Choices)
{
    /// <summary>The skin colour in the drawings, from 1 (lightest) to 5 (darkest).</summary>
    public static Appearance Skin { get; } = new("skin", "2", ["1", "2", "3", "4", "5"]);

    /// <summary>The background of the session's screen.</summary>
    public static Appearance Ground { get; } = new("ground", "dark", ["dark", "light"]);

    /// <summary>All of them.</summary>
    public static ImmutableArray<Appearance> All { get; } = [Skin, Ground];

    /// <summary>The cookie that stores it.</summary>
    public string Cookie => $"footing-{Field}";

    /// <summary>The choice of a request.</summary>
    public string Of(HttpRequest request) => Find(request.Cookies[Cookie]) ?? Default;

    /// <summary>The choice with this text; null when there is none.</summary>
    public string? Find(string? written) => written is not null && Choices.Contains(written) ? written : null;

    /// <summary>Stores a choice on the device for a year.</summary>
    /// <param name="response">The response that sets the cookie.</param>
    /// <param name="choice">One of <see cref="Choices"/>.</param>
    public void Keep(HttpResponse response, string choice) => response.Cookies.Append(Cookie, choice, DeviceCookie.ForAYear());
}
