using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Footing.Testing.Web;

/// <summary>A person's usual way: screened through the journal's API, then page by page without script.</summary>
public static class Course
{
    /// <summary>A screening of today, as a device would send it.</summary>
    public static Task Screened(this Visitor visitor, RunningHost host, params (string Id, string Answer)[] changes)
    {
        var answers = new JsonObject();
        foreach (var (id, answer) in Walk.With(changes))
        {
            answers[id] = int.TryParse(answer, out var number) ? number : answer;
        }

        return visitor.Tell(host, "screening", new() { ["answers"] = answers });
    }

    /// <summary>An entry of now, as a device would send it.</summary>
    public static async Task Tell(this Visitor visitor, RunningHost host, string kind, JsonObject fields)
    {
        fields["id"] = Guid.CreateVersion7(host.Clock.GetUtcNow()).ToString();
        fields["at"] = host.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fffK", CultureInfo.InvariantCulture).Replace("+00:00", "Z", StringComparison.Ordinal);
        fields["kind"] = kind;
        var answer = await visitor.Post("/api/journal", new JsonArray(fields).ToJsonString());
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"rejected\":[]");
    }

    /// <summary>From today to the question about pain before, with a clear foot check.</summary>
    public static async Task<Visitor> CheckFeet(this Visitor visitor, params (string, string)[] changes)
    {
        var fields = new Dictionary<string, string> { ["looked"] = "self", ["skin"] = "clear", ["heat"] = "no", ["swelling"] = "no", ["calf"] = "no" };
        foreach (var (field, value) in changes)
        {
            fields[field] = value;
        }

        return await visitor.Send([.. fields.Select(field => (field.Key, field.Value))]);
    }

    /// <summary>From today into the session without script.</summary>
    public static async Task<Visitor> IntoSession(this Visitor visitor, int pain = 3)
    {
        await visitor.Open("/today");
        await visitor.Follow("Check my feet and");
        visitor.Path.ShouldBe("/foot-check");
        await visitor.CheckFeet();
        if (visitor.Path == "/session/sugar")
        {
            await visitor.Follow("Yes");
        }

        visitor.Path.ShouldBe("/session/before");
        await visitor.Send(("before", $"{pain}"));
        visitor.Path.ShouldBe("/session");
        return visitor;
    }

    /// <summary>Reports without script that everything was done.</summary>
    public static async Task<Visitor> DoEverything(this Visitor visitor)
    {
        var fields = visitor.Page.QuerySelectorAll("main input[type=radio]").Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value")!))
            .GroupBy(radio => radio.Name)
            .Select(radios => (radios.Key, radios.Max(radio => radio.Value)!))
            .Concat(visitor.Hidden("session", "before"));
        await visitor.Send([.. fields]);
        visitor.Path.ShouldBe("/session/questions");
        return visitor;
    }

    /// <summary>Answers the questions after it: little effort and this pain, unless given otherwise.</summary>
    public static async Task<Visitor> Answer(this Visitor visitor, int pain = 3, params (string, string)[] changes)
    {
        var fields = visitor.Page.QuerySelectorAll("main [data-asks]").Select(asked => ($"effort.{asked.GetAttribute("data-asks")}", "3"))
            .Append(("after", $"{pain}"))
            .Where(field => !changes.Any(change => change.Item1 == field.Item1))
            .Concat(changes);
        await visitor.Send([.. fields]);
        visitor.Errors.ShouldBeEmpty();
        return visitor;
    }

    public static (string, string)[] Hidden(this Visitor visitor, params string[] names) =>
        [.. names.Select(name => (name, visitor.Page.QuerySelector($"main form input[name='{name}']")!.GetAttribute("value") ?? ""))];

    public static IEnumerable<JsonElement> Of(this IEnumerable<JsonElement> journal, string kind) =>
        journal.Where(entry => entry.GetProperty("kind").GetString() == kind);
}
