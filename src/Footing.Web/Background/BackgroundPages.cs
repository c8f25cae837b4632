using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Web.Hosting;
using Footing.Web.Layout;
using Footing.Web.Sync;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Background;

/// <summary>What the person knows of cause, treatment and medicines: kept, never judged.</summary>
internal static class BackgroundPages
{
    private const string Kind = "background";
    private const int Longest = 2000;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/background", async (PersonJournal journal, string? saved) => Show.Page<BackgroundPage>(new
        {
            Values = Read((await journal.ReadAsync()).Last(Kind)),
            Saved = saved is not null,
        }));
        pages.MapPost("/background", Save);
    }

    private static async Task<IResult> Save(HttpRequest request, PersonJournal journal)
    {
        var form = await request.ReadFormAsync();
        var fields = new JsonObject();
        Add("causesTold", [.. form["cause"].OfType<string>().Where(BackgroundPage.Causes.Contains), .. Words("causeOther")]);
        Add("sites", [.. form["sites"].OfType<string>().Where(BackgroundPage.Sites.Contains)]);
        foreach (var name in (string[])["since", "treatments", "medicines"])
        {
            if (Words(name) is [var words])
            {
                fields[name] = words;
            }
        }

        var known = await journal.ReadAsync();
        // An empty form the first time is no news; later it takes back what was said.
        if (fields.Count > 0 || known.Last(Kind) is not null)
        {
            await journal.AppendAsync(Kind, fields, known.Preference.Zone);
        }

        return Show.Next("/background?saved=1");

        string[] Words(string name) => form[name].ToString().Trim() is { Length: > 0 } words ? [TypedText.Cut(words, Longest)] : [];

        void Add(string name, string[] values)
        {
            if (values.Length > 0)
            {
                fields[name] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
            }
        }
    }

    private static ILookup<string, string> Read(JsonElement? entry) => (entry is not { } json ? [] : json.EnumerateObject()
        .SelectMany(member => member.Value.ValueKind switch
        {
            JsonValueKind.Array => member.Value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => (member.Name, Value: v.GetString()!)),
            JsonValueKind.String => [(member.Name, Value: member.Value.GetString()!)],
            _ => [],
        })).ToLookup(pair => pair.Name, pair => pair.Value);
}
