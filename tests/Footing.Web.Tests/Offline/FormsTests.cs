using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Footing.Web.Tests.Session;

namespace Footing.Web.Tests.Offline;

/// <summary>
/// The forms that a script can turn into entries, sent without it: the entry in the journal is that of the golden cases,
/// which the script's own test reads as well. Fields and words are taken from the page's attributes, as the script does.
/// </summary>
public sealed class FormsTests : IAsyncLifetime
{
    private RunningHost _host = null!;
    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _host = await RunningHost.StartAsync();
        _visitor = new(_host);
        await _visitor.Screened(_host);
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("foot-check", "/foot-check", 0)]
    [InlineData("event", "/event", 0)]
    [InlineData("check-in", "/check-in", 0)]
    public async Task Form_sent_without_script_makes_the_golden_entry(string kind, string path, int place)
    {
        var golden = Golden(kind)[place];
        await _visitor.Open(path);

        await Send(golden);

        Fields((await _visitor.Journal()).Of(kind).Last()).ShouldBe(golden.Fields.ToJsonString());
    }

    [Fact]
    public async Task Foot_check_with_warmth_makes_the_golden_entry()
    {
        var golden = Golden("foot-check")[1];
        await _visitor.Open("/foot-check");

        await Send(golden, ("left", "30.5"), ("right", "32"));

        Fields((await _visitor.Journal()).Of("foot-check").Last()).ShouldBe(golden.Fields.ToJsonString());
    }

    [Fact]
    public async Task Questions_and_the_morning_after_make_the_golden_entries()
    {
        var golden = Golden("session")[0];
        await _visitor.IntoSession(pain: 3);
        await _visitor.DoEverything();
        var others = _visitor.Page.QuerySelectorAll("[data-asks]").Select(asked => asked.GetAttribute("data-asks")!).Except(["toe-lift", "ankle-pump"]).ToList();

        await Send(golden, [.. others.Select(id => ($"effort.{id}", "1"))]);

        var session = (JsonObject)JsonNode.Parse((await _visitor.Journal()).Of("session").Single().GetRawText())!;
        others.ForEach(id => ((JsonObject)session["effort"]!).Remove(id));
        session.Remove("edition");
        var own = session["session"]!.GetValue<string>();
        session["session"] = "s";
        Fields(JsonSerializer.SerializeToElement(session)).ShouldBe(golden.Fields.ToJsonString());

        _host.Clock.Advance(TimeSpan.FromDays(1));
        await _visitor.Open("/today");
        await _visitor.Submit(("raised", "yes"));
        var morning = (JsonObject)JsonNode.Parse((await _visitor.Journal()).Of("next-morning").Single().GetRawText())!;
        morning["session"]!.GetValue<string>().ShouldBe(own);
        morning["session"] = "s";
        Fields(JsonSerializer.SerializeToElement(morning)).ShouldBe(Golden("next-morning").Single().Fields.ToJsonString());
    }

    [Fact]
    public async Task Every_form_that_names_a_kind_names_where_it_leads()
    {
        foreach (var path in (string[])["/foot-check", "/foot-check?then=session", "/event", "/check-in"])
        {
            await _visitor.Open(path);
            var form = _visitor.Page.QuerySelector("form[data-entry]")!;
            form.GetAttribute("data-next").ShouldNotBeNullOrEmpty(path);
            form.GetAttribute("data-problem").ShouldNotBeNullOrEmpty(path);
        }
    }

    private Task<Visitor> Send(Case golden, params (string, string)[] more)
    {
        var form = _visitor.Page.QuerySelector("main form[data-entry]")!;
        List<(string, string)> fields = [];
        foreach (var (field, value) in golden.Filled)
        {
            var asked = form.QuerySelector($".question[data-field='{field}'] input") ?? form.QuerySelector($".question input[name='{field}']");
            if (asked is not null)
            {
                var name = asked.GetAttribute("name")!;
                var written = form.QuerySelector($"input[name='{name}'][data-value='{value}']:not([value='{value}'])");
                fields.Add((name, form.QuerySelector($"input[name='{name}'][value='{value}']") is null && written is not null ? written.GetAttribute("value")! : value));
            }
        }

        return _visitor.Send([.. fields, .. more]);
    }

    /// <summary>What an entry holds beside what all have, in the order of names.</summary>
    private static string Fields(JsonElement entry) => new JsonObject(entry.EnumerateObject()
        .Where(field => field.Name is not ("id" or "at" or "kind"))
        .OrderBy(field => field.Name, StringComparer.Ordinal)
        .Select(field => KeyValuePair.Create(field.Name, Sorted(field.Value)))).ToJsonString();

    private static JsonNode? Sorted(JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? new JsonObject(value.EnumerateObject().OrderBy(field => field.Name, StringComparer.Ordinal).Select(field => KeyValuePair.Create(field.Name, Sorted(field.Value))))
        : JsonNode.Parse(value.ValueKind == JsonValueKind.Number ? value.GetDecimal().ToString("0.##", CultureInfo.InvariantCulture) : value.GetRawText());

    private static List<Case> Golden(string kind) =>
    [
        .. File.ReadLines(Repository.Find("contract/golden/forms.ndjson"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(one => one.GetProperty("kind").GetString() == kind)
            .Select(one => new Case(
                [.. one.GetProperty("filled").EnumerateArray().Select(pair => (pair[0].GetString()!, pair[1].GetString()!))],
                JsonNode.Parse(JsonSerializer.Serialize(Sorted(one.GetProperty("fields"))))!)),
    ];

    private sealed record Case(IReadOnlyList<(string Field, string Value)> Filled, JsonNode Fields);
}
