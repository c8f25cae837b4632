using Footing.Conditions.NeuropathicFoot;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Footing.Content;
using Footing.Forms;
using Footing.Testing;
using Footing.Testing.Web;
using Footing.Web.Screening;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Footing.Web.Tests.Pages;

/// <summary>
/// The forms that a script can turn into entries, sent without it: the entry in the journal, or what the page says, is that
/// of the golden cases, which the script's own test reads as well. The page draws what its description has.
/// </summary>
public sealed class GoldenFormsTests : VisitedTests
{
    protected override Task<RunningHost> StartAsync() => RunningHost.StartAsync();

    protected override async Task ArriveAsync()
    {
        await Visitor.Screened(Host);
    }

    [Theory]
    [InlineData("foot-check", "/foot-check")]
    [InlineData("event", "/event")]
    [InlineData("check-in", "/check-in")]
    [InlineData("schedule", "/schedule")]
    public async Task What_is_typed_makes_the_golden_entry(string form, string path)
    {
        var cases = Typed(form);
        cases.Count.ShouldBeGreaterThan(10);
        await Visitor.Open(path);
        var token = Visitor.Page.QuerySelector<IHtmlInputElement>("main form input[name=token]")!.Value;
        foreach (var (_, typed, fields, wrong) in cases)
        {
            var says = string.Join(' ', typed);
            var before = (await Visitor.Journal()).Count;

            await Visitor.SendForm(path, [.. typed, ("token", token)]);

            var made = (await Visitor.Journal()).Skip(before).ToList();
            Visitor.Page.QuerySelectorAll(".nhsuk-error-summary a").Select(link => link.GetAttribute("href")![1..]).ShouldBe(wrong.Keys, says);
            Visitor.Page.QuerySelectorAll(".nhsuk-error-summary a").ShouldAllBe(link => Visitor.Text(link).Length > 0);
            wrong.Keys.ShouldAllBe(id => Visitor.Page.GetElementById(id) != null, $"{says}: the links lead to the fields");
            made.Count.ShouldBe(fields is null ? 0 : 1, says);
            if (fields is { } golden)
            {
                // To the letter: the order of the fields and the digits too.
                Own(made[0]).ShouldBe(golden.GetRawText(), says);
            }
        }
    }

    [Fact]
    public void What_is_typed_answers_a_question_as_the_golden_cases_have_it()
    {
        var texts = ShippedTexts.Load("en").In("neuropathic-foot");
        var cases = Typed("question-");
        cases.Count.ShouldBeGreaterThan(30);
        foreach (var (name, typed, fields, wrong) in cases)
        {
            var id = name["question-".Length..];
            var form = new FormCollection(typed.GroupBy(pair => pair.Name).ToDictionary(group => group.Key, group => new StringValues([.. group.Select(pair => pair.Value)])));

            var (answer, problem) = AnswerForm.Read(id, form, texts);

            var says = string.Join(' ', typed);
            answer?.ToString().ShouldBe(fields?.GetProperty("answers").GetProperty(id).ToString(), says);
            (answer is null).ShouldBe(fields is null, says);
            (problem is { } found ? new[] { (found.Field, found.Message) } : []).ShouldBe(wrong.Select(one => (one.Key, texts[one.Value])), says);
        }
    }

    [Fact]
    public async Task Questions_and_the_morning_after_make_the_golden_entries()
    {
        var (_, typed, fields, _) = Typed("session")[0];
        await Visitor.IntoSession(pain: 3);
        await Visitor.DoEverything();
        var others = Visitor.Page.QuerySelectorAll("[data-asks]").Select(asked => asked.GetAttribute("data-asks")!).Except(["toe-lift", "ankle-pump"]).ToList();

        // The page knows the pain before; the golden case asks for it.
        typed.ShouldContain(("before", "3"));
        await Visitor.Send([.. typed.Where(pair => pair.Name != "before"), .. others.Select(id => ($"effort.{id}", "1"))]);

        var session = (JsonObject)JsonNode.Parse((await Visitor.Journal()).Of("session").Single().GetRawText())!;
        others.ForEach(id => ((JsonObject)session["effort"]!).Remove(id));
        session.Remove("edition").ShouldBeTrue();
        var own = session["session"]!.GetValue<string>();
        session["session"] = "s";
        Sorted(JsonSerializer.SerializeToElement(session)).ShouldBe(Sorted(fields!.Value));

        Host.Clock.Advance(TimeSpan.FromDays(1));
        await Visitor.Open("/today");
        await Visitor.Submit(("morningPain", "4"), ("because", "yes"));
        var morning = (JsonObject)JsonNode.Parse((await Visitor.Journal()).Of("next-morning").Single().GetRawText())!;
        morning["session"]!.GetValue<string>().ShouldBe(own);
        morning["session"] = "s";
        Own(JsonSerializer.SerializeToElement(morning)).ShouldBe(Typed("next-morning").Single(one => one.Typed.Contains(("morningPain", "4")) && one.Fields is not null).Fields!.Value.GetRawText());
    }

    [Fact]
    public async Task A_page_draws_what_its_description_has_and_nothing_else()
    {
        await Visitor.IntoSession();
        await Visitor.DoEverything();
        var known = Visitor.Page.QuerySelector("main form")!.GetAttribute("action")!;
        var questions = known.Replace("&before=3", "", StringComparison.Ordinal);
        questions.ShouldNotBe(known);
        foreach (var path in (string[])["/foot-check", "/foot-check?then=session", "/event", "/check-in", known, questions, questions + "&stop=1", "/session/questions?kept=1", "/today/morning?kept=1", "/exercises/toe-lift/leave-out", "/exercises/toe-lift/leave-out?kept=1", "/danger/questions", "/danger/rest"])
        {
            await Visitor.Open(path);
            var form = Visitor.Page.QuerySelector("form[data-entry]").ShouldNotBeNull(path);
            var described = JsonNode.Parse(form.QuerySelector("script[type='application/json']").ShouldNotBeNull(path).TextContent)!.AsObject();
            ((string?)described["kind"]).ShouldBe(form.GetAttribute("data-entry"));
            ((string?)described["next"]).ShouldNotBeNullOrEmpty(path);
            described["texts"]!.AsObject().Select(text => text.Key).ShouldBe(["problem", "error", "fleeting"]);
            foreach (var message in described["texts"]!.AsObject().Select(text => (string?)text.Value).Concat(described["fields"]!.AsArray().Select(field => (string?)field!["error"])))
            {
                message.ShouldNotBeNullOrWhiteSpace(path);
            }

            Drawn(form).ShouldBe(described["fields"]!.AsArray().Where(field => field!["address"] is null).SelectMany(field => Controls(field!.AsObject())).Order(StringComparer.Ordinal), path);
        }
    }

    [Fact]
    public async Task The_script_is_given_the_servers_own_description()
    {
        var texts = ShippedTexts.Load("en").In("neuropathic-foot");
        foreach (var (path, form) in new[] { ("/foot-check", FootCheckForm.Of(NeuropathicFootCondition.Instance)), ("/event", EntryForms.AdverseEvent), ("/check-in", EntryForms.CheckIn), ("/danger/questions", ScreeningForms.First(NeuropathicFootCondition.Instance)), ("/danger/rest", ScreeningForms.Rest(NeuropathicFootCondition.Instance)) })
        {
            await Visitor.Open(path);
            var described = JsonNode.Parse(Visitor.Page.QuerySelector($"#form-{form.KindId}")!.TextContent)!.AsObject();
            foreach (var own in (string[])["next", "carry", "texts"])
            {
                described.Remove(own);
            }

            described.ToJsonString().ShouldBe(EntryFormJson.Write(form, message => message.Say(texts)).ToJsonString(), path);
        }

        // The range of degrees, and what leads where: as numbers and words that a reader of this test can judge.
        await Visitor.Open("/foot-check");
        JsonNode.Parse(Visitor.Page.QuerySelector("#form-foot-check")!.TextContent)!["fields"]!.AsArray().Where(field => (string?)field!["type"] == "degrees")
            .Select(field => $"{field!["name"]} {field["sign"]} {field["least"]} {field["most"]}").ShouldBe(["left 1 15 45", "right -1 15 45"]);
    }

    /// <summary>The controls of a form with their values: each choice, each box, each text.</summary>
    private static IEnumerable<string> Drawn(IElement form) => form.QuerySelectorAll<IHtmlInputElement>("input[name]")
        .Where(input => input.Type != "hidden")
        .Select(input => input.Type is "radio" or "checkbox" ? $"{input.Type} {input.Name} {input.Value}" : $"text {input.Name}")
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Controls(JsonObject field)
    {
        var (name, words) = ((string)field["name"]!, field["words"]?.AsArray().Select(word => (string)word!) ?? []);
        return (string)field["type"]! switch
        {
            "one" => words.Concat(field["least"] is { } least ? Enumerable.Range((int)least, (int)field["most"]! - (int)least + 1).Select(number => number.ToString(CultureInfo.InvariantCulture)) : [])
                .Select(value => $"radio {name} {value}"),
            "several" => words.Select(word => $"checkbox {name} {word}"),
            _ => [$"text {name}", .. field["word"] is { } box ? new[] { $"checkbox {name}-{box} {box}" } : []],
        };
    }

    /// <summary>What an entry holds beside what all have, as written.</summary>
    private static string Own(JsonElement entry) =>
        "{" + string.Join(',', entry.EnumerateObject().Where(field => field.Name is not ("id" or "at" or "kind")).Select(field => $"\"{field.Name}\":{field.Value.GetRawText()}")) + "}";

    /// <summary>The same in the order of names.</summary>
    private static string Sorted(JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? "{" + string.Join(',', value.EnumerateObject().Where(field => field.Name is not ("id" or "at" or "kind")).OrderBy(field => field.Name, StringComparer.Ordinal).Select(field => $"{field.Name}:{Sorted(field.Value)}")) + "}"
        : value.GetRawText();

    /// <summary>
    /// What people type and choose, by the name of the control; the fields of the entry; what needs mending, by the id of the
    /// element, with the key of what is said.
    /// </summary>
    /// <param name="form">The name of the form, or its beginning up to a hyphen.</param>
    private static List<(string Form, (string Name, string Value)[] Typed, JsonElement? Fields, IReadOnlyDictionary<string, string> Wrong)> Typed(string form) =>
    [
        .. from line in File.ReadLines(Repository.Find("contract/golden/typed.ndjson"))
           let one = JsonDocument.Parse(line).RootElement
           let name = one.GetProperty("form").GetString()!
           where name == form || (form.EndsWith('-') && name.StartsWith(form, StringComparison.Ordinal))
           let fields = one.GetProperty("fields")
           select (
               name,
               one.GetProperty("typed").EnumerateObject().SelectMany(
                   control => control.Value.ValueKind == JsonValueKind.Array ? control.Value.EnumerateArray().Select(value => value.GetString()!) : [control.Value.GetString()!],
                   (control, value) => (control.Name, value)).ToArray(),
               fields.ValueKind == JsonValueKind.Null ? (JsonElement?)null : fields,
               (IReadOnlyDictionary<string, string>)one.GetProperty("wrong").Deserialize<Dictionary<string, string>>()!),
    ];
}
