using System.Text.Json.Nodes;
using Footing.Forms;
using Footing.Wording;
using Microsoft.AspNetCore.Components;

namespace Footing.Web.Pages;

/// <summary>The description of a form, inside the form, for the script that makes entries.</summary>
internal static class FormBlock
{
    /// <summary>The block.</summary>
    /// <param name="form">The form.</param>
    /// <param name="next">Where the script goes when the entry is kept; answers fill places such as <c>{what}</c>.</param>
    /// <param name="carry">Whether the page's own query is passed on.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="programme">The id of the programme whose exercises are named.</param>
    public static MarkupString Of(EntryForm form, string next, bool carry, Texts texts, string programme)
    {
        var json = EntryFormJson.Write(form, message => message.Say(texts, programme));
        json["next"] = next;
        if (carry)
        {
            json["carry"] = true;
        }

        json["texts"] = new JsonObject { ["problem"] = texts["form.problem"], ["error"] = texts["page.error"], ["fleeting"] = texts["player.saved-page"] };
        return JsonBlock.Of($"form-{form.KindId}", json.ToJsonString(EntryFormJson.Plain));
    }
}
