using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Footing.Testing.Web;

namespace Footing.Web.Tests.HomeTests;

/// <summary>The ways through a guided test, as a browser without script goes them.</summary>
internal static class Taps
{
    /// <summary>Taps a button of the page's form, which sends its own value: by address, or with the form's token.</summary>
    public static async Task<Visitor> Tap(this Visitor visitor, string words)
    {
        var button = visitor.Page.QuerySelectorAll<IHtmlButtonElement>("main form button").First(b => Visitor.Text(b) == words);
        var form = button.Form!;
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[name]").Select(input => (input.Name!, input.Value)).ToList();
        if (button.Name is { Length: > 0 } name)
        {
            fields.Add((name, button.GetAttribute("value")!));
        }

        var query = string.Join('&', fields.Select(field => $"{field.Item1}={Uri.EscapeDataString(field.Value)}"));
        return form.Method == "get"
            ? await visitor.Open($"{form.GetAttribute("action")}?{query}")
            : await visitor.SendForm(form.GetAttribute("action")!, fields);
    }

    /// <summary>Six answers: <c>f</c> for felt, <c>n</c> for not.</summary>
    public static async Task<Visitor> TouchSix(this Visitor visitor, string answers)
    {
        foreach (var answer in answers)
        {
            await visitor.Tap(answer == 'f' ? "Felt" : "Not felt");
        }

        return visitor;
    }
}
