using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Journal;
using Footing.Reading;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Background;

/// <summary>What the person knows about cause, treatment and medicines: stored, never evaluated.</summary>
internal static class BackgroundPages
{
    private const string Kind = "background";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/background", async (PersonJournal journal, string? saved) => Show.Page<BackgroundPage>(new
        {
            Values = Read((await journal.ReadAsync()).Last(Kind)),
            Saved = saved is not null,
        }));
        pages.MapPost("/background", Save);
    }

    private static async Task<IResult> Save(HttpRequest request, PersonJournal journal, Texts texts)
    {
        var form = await request.ReadFormAsync();
        var fields = new JsonObject();
        List<Problem> problems = [];
        Add("causesTold", [.. form["cause"].OfType<string>().Where(BackgroundPage.Causes.Contains), .. Words("causeOther", isLong: false)]);
        Add("sites", [.. form["sites"].OfType<string>().Where(BackgroundPage.Sites.Contains)]);
        foreach (var (name, isLong) in ((string, bool)[])[("since", false), ("treatments", true), ("medicines", true)])
        {
            if (Words(name, isLong) is [var words])
            {
                fields[name] = words;
            }
        }

        if (problems.Count > 0)
        {
            return Show.Again<BackgroundPage>(new { Values = Read(JsonSerializer.SerializeToElement(fields)), Problems = problems });
        }

        var view = await journal.ReadAsync();
        // The first time, an empty form says nothing; later it withdraws the earlier answers.
        if (fields.Count == 0 && view.Last(Kind) is null)
        {
            return Show.Next("/background");
        }

        await journal.AppendAsync(Kind, fields, view.Preference.Zone);
        return Show.Next("/background?saved=1");

        string[] Words(string name, bool isLong)
        {
            var words = TypedInput.Normalize(form[name].ToString());
            if (TextField.TooLong(name, words, isLong, texts) is { } problem)
            {
                problems.Add(problem);
            }

            return words.Length > 0 ? [words] : [];
        }

        void Add(string name, string[] values)
        {
            if (values.Length > 0)
            {
                fields[name] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
            }
        }
    }

    /// <summary>What was recorded before, by field; values that are not text are ignored.</summary>
    private static ILookup<string, string> Read(JsonElement? entry)
    {
        var told = new List<(string Field, string Words)>();
        foreach (var member in entry is { ValueKind: JsonValueKind.Object } json ? json.EnumerateObject().ToArray() : [])
        {
            foreach (var value in member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray().ToArray() : [member.Value])
            {
                if (LenientJson.Name(member) is { } field && LenientJson.Text(value) is { } words)
                {
                    told.Add((field, words));
                }
            }
        }

        return told.ToLookup(pair => pair.Field, pair => pair.Words);
    }
}
