using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Content;
using Footing.Testing;
using Footing.Testing.Web;
using Footing.Web.Screening;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

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
    public async Task What_is_typed_makes_the_golden_entry()
    {
        foreach (var (kind, typed, fields, wrong) in Typed().Where(one => one.Kind == "foot-check"))
        {
            var says = string.Join(' ', typed.Values);
            var before = (await _visitor.Journal()).Count;
            await _visitor.Open("/foot-check");

            await _visitor.Send([.. typed.Select(pair => (pair.Key, pair.Value))]);

            var made = (await _visitor.Journal()).Skip(before).ToList();
            _visitor.Page.QuerySelectorAll(".nhsuk-error-summary a").Select(link => link.GetAttribute("href")![1..]).ShouldBe(wrong, says);
            made.Count.ShouldBe(fields is null ? 0 : 1, says);
            if (fields is { } golden)
            {
                Fields(made[0]).ShouldBe(Fields(golden), says);
                Digits(made[0]).ShouldBe(Digits(golden), says);
            }
        }

        static string? Digits(JsonElement entry) => entry.TryGetProperty("sideDifferenceC", out var difference) ? difference.GetRawText() : null;
    }

    [Fact]
    public void What_is_typed_answers_a_question_as_the_golden_cases_have_it()
    {
        var texts = ShippedTexts.Load("en");
        foreach (var (kind, typed, fields, wrong) in Typed().Where(one => one.Kind == "screening"))
        {
            var (id, form) = (typed.Keys.First(), new FormCollection(typed.ToDictionary(pair => pair.Key, pair => new StringValues(pair.Value))));

            var (answer, problem) = AnswerForm.Read(id, form, texts);

            var golden = fields?.GetProperty("answers").GetProperty(id).ToString();
            answer?.ToString().ShouldBe(golden, typed[id]);
            (answer is null).ShouldBe(golden is null, typed[id]);
            (problem is { } found ? new[] { found.Field } : []).ShouldBe(wrong, typed[id]);
        }
    }

    [Fact]
    public async Task The_script_is_given_the_servers_own_range_of_degrees()
    {
        await _visitor.Open("/foot-check");
        _visitor.Page.QuerySelectorAll("[data-sign]").Select(part => $"{part.QuerySelector("input")!.Id} {part.GetAttribute("data-sign")} {part.GetAttribute("data-from")} {part.GetAttribute("data-to")}")
            .ShouldBe(["left 1 15 45", "right -1 15 45"]);
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

    /// <summary>What people type and choose, by the name of the input; the fields of the entry, or the ids of what needs mending.</summary>
    private static List<(string Kind, IReadOnlyDictionary<string, string> Typed, JsonElement? Fields, string[] Wrong)> Typed() =>
    [
        .. from line in File.ReadLines(Repository.Find("contract/golden/typed.ndjson"))
           let one = JsonDocument.Parse(line).RootElement
           let fields = one.GetProperty("fields")
           select (one.GetProperty("kind").GetString()!, (IReadOnlyDictionary<string, string>)one.GetProperty("typed").Deserialize<Dictionary<string, string>>()!,
               fields.ValueKind == JsonValueKind.Null ? (JsonElement?)null : fields, one.GetProperty("wrong").Deserialize<string[]>()!),
    ];

    private sealed record Case(IReadOnlyList<(string Field, string Value)> Filled, JsonNode Fields);
}
