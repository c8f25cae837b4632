using Footing.Forms;
using Microsoft.AspNetCore.Http;

namespace Footing.Web.Pages;

/// <summary>What a request's form holds, for the domain to read.</summary>
internal static class SentValues
{
    /// <summary>All controls with their values.</summary>
    public static FormValues Of(IFormCollection form) =>
        FormValues.Of(form.SelectMany(control => control.Value.OfType<string>(), (control, value) => (control.Key, value)));

    /// <summary>Some controls with their values, for a form that sends them again.</summary>
    /// <param name="values">All values.</param>
    /// <param name="names">The controls.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Only(this FormValues values, IEnumerable<string> names) =>
        names.ToDictionary(name => name, name => (IReadOnlyList<string>)values[name]);
}
