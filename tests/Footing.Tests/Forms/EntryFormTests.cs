using Footing.Conditions.NeuropathicFoot;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Forms;
using Footing.Journal;
using Footing.Screening;
using Footing.Testing;

namespace Footing.Tests.Forms;

/// <summary>
/// Forms make of typed text what the golden cases have; the player's test reads the same cases by the same descriptions,
/// which are in <c>contract/golden/entry-forms.json</c>. After a change that is meant, <c>FOOTING_GOLDEN=write</c> writes
/// them again; read the difference before it is committed.
/// </summary>
public sealed class EntryFormTests
{
    private static readonly string Golden = Repository.Find("contract", "golden");

    [Fact]
    public void Descriptions_are_the_golden_ones()
    {
        var path = Path.Combine(Golden, "entry-forms.json");
        var written = "{\n" + string.Join(",\n", NamedForms.All.Select(pair => $"\"{pair.Key}\":{EntryFormJson.Write(pair.Value, message => message.Key).ToJsonString(EntryFormJson.Plain)}")) + "\n}\n";
        if (Environment.GetEnvironmentVariable("FOOTING_GOLDEN") == "write")
        {
            File.WriteAllText(path, written);
        }

        File.ReadAllText(path).ShouldBe(written);
    }

    [Fact]
    public void What_is_typed_makes_the_golden_entry_or_the_golden_problems()
    {
        foreach (var one in Cases())
        {
            var says = one.ToString();
            var reading = NamedForms.All[one.GetProperty("form").GetString()!].Read(Values(one, "typed"), Values(one, "address"));

            reading.Problems.Select(problem => $"{problem.Field}: {problem.Message.Key}")
                .ShouldBe(one.GetProperty("wrong").EnumerateObject().Select(wrong => $"{wrong.Name}: {wrong.Value.GetString()}"), says);
            if (one.GetProperty("fields") is { ValueKind: not JsonValueKind.Null } fields)
            {
                // To the letter: the order of the fields and the digits too.
                reading.Fields.ToJsonString().ShouldBe(JsonNode.Parse(fields.GetRawText())!.ToJsonString(), says);
            }
            else
            {
                reading.Succeeded.ShouldBeFalse(says);
            }
        }
    }

    [Fact]
    public void Every_form_has_cases_and_what_it_makes_is_an_entry()
    {
        var cases = Cases();
        cases.Select(one => one.GetProperty("form").GetString()!).Distinct().Order(StringComparer.Ordinal).ShouldBe(NamedForms.All.Keys);
        cases.Count.ShouldBeGreaterThan(200);
        foreach (var one in cases.Where(one => !one.GetProperty("wrong").EnumerateObject().Any()))
        {
            var entry = new JsonObject
            {
                ["id"] = "01960000-0000-7000-8000-000000000001",
                ["at"] = "2026-03-02T08:00:00+00:00",
                ["kind"] = NamedForms.All[one.GetProperty("form").GetString()!].KindId,
            };
            foreach (var (name, value) in JsonNode.Parse(one.GetProperty("fields").GetRawText())!.AsObject())
            {
                entry[name] = value!.DeepClone();
            }

            var withSet = entry["kind"]!.GetValue<string>() == "set"
                ? new Dictionary<string, JsonNode> { ["session"] = "s", ["exercise"] = "toe-lift", ["level"] = 1, ["set"] = 1, ["side"] = "both" }
                : [];
            foreach (var (name, value) in withSet)
            {
                entry[name] = value;
            }

            // A correction gives only what its form asks; its session stays as it was.
            if (one.GetProperty("form").GetString()!.StartsWith("correction-", StringComparison.Ordinal) && entry["session"] is null)
            {
                entry["session"] = "s";
            }

            EntryReader.From(Encoding.UTF8.GetBytes(entry.ToJsonString())).Problems.ShouldBeEmpty(one.ToString());
        }
    }

    [Fact]
    public void The_first_questions_are_those_with_an_answer_that_is_urgent_by_itself()
    {
        ScreeningForms.First(NeuropathicFootCondition.Instance).Fields.Select(field => Question.Find(field.Name)!.Number).ShouldBe([1, 2, 3, 4, 32, 5, 6, 7, 8]);
        ScreeningForms.First(NeuropathicFootCondition.Instance).Urgent.Select(urgent => urgent.Disposition).ShouldBe([Disposition.Emergency, Disposition.SameDay], "the most urgent first");
        string[] Words(int level, int row) => [.. ScreeningForms.First(NeuropathicFootCondition.Instance).Urgent[level].If.AnyOf.Where(answer => answer.Field == Question.Row(row).Id).SelectMany(answer => answer.Words)];
        foreach (var row in new[] { 1, 2, 3, 4, 32, 5, 6, 7 })
        {
            var isEmergency = row is <= 4 or 32;
            Words(0, row).ShouldBe(isEmergency ? ["yes"] : []);
            Words(1, row).ShouldBe(isEmergency ? ["unsure"] : ["yes", "unsure"]);
        }

        Words(1, 8).ShouldBe(["yes"]);
    }

    [Fact]
    public void A_correction_replaces_what_it_asks_and_keeps_everything_else()
    {
        var fields = JsonNode.Parse("""{"session":"s","painBefore":4,"effort":{"toe-lift":9,"one-leg-stand":3},"cramp":["one-leg-stand","toe-lift"],"stopReason":"tired","done":{"toe-lift":80}}""")!.AsObject();

        var problems = NamedForms.All["correction-session"].Amend(fields, FormValues.Of(
            [("painBefore", "none"), ("painAfter", "2"), ("effort.toe-lift", "5"), ("pain.toe-lift", "none"), ("stopReason", "none")]));

        problems.ShouldBeEmpty();
        fields.ToJsonString().ShouldBe("""{"session":"s","effort":{"toe-lift":5,"one-leg-stand":3},"cramp":["one-leg-stand"],"done":{"toe-lift":80},"painAfter":2}""");
    }

    [Fact]
    public void An_entry_fills_its_form_and_sending_that_changes_nothing()
    {
        foreach (var (name, entry) in new[]
        {
            ("correction-session", """{"session":"s","painBefore":4,"painAfter":5,"effort":{"toe-lift":9},"pain":{"toe-lift":1},"cramp":["toe-lift"],"stopReason":"tired"}"""),
            ("correction-foot-check", """{"skin":"mark","heat":"unsure","looked":"helper","sideDifferenceC":-2.25}"""),
            ("correction-check-in", """{"span":"week","nightsWoken":0,"change":"worse"}"""),
            ("correction-set", """{"reps":12,"target":10}"""),
        })
        {
            var fields = JsonNode.Parse(entry)!.AsObject();
            NamedForms.All[name].Amend(fields, NamedForms.All[name].ValuesOf(fields)).ShouldBeEmpty(name);
            fields.ToJsonString().ShouldBe(entry);
        }

        NamedForms.All["correction-check-in"].ValuesOf(JsonNode.Parse("""{"pain":5.0}""")!.AsObject()).First("pain").ShouldBe("5", "5.0 is the answer 5");
    }

    [Fact]
    public void A_recorded_foot_check_fills_the_form_without_what_nobody_saw()
    {
        var check = new FootCheckEntry(Guid.Empty, DateTimeOffset.UnixEpoch, SkinFinding.Blister, YesNoUnsure.Unsure, null, Observer.Helper);
        var values = FootCheckForm.ValuesOf(check);
        new[] { "looked", "skin", "heat", "swelling" }.Select(values.First).ShouldBe(["helper", "blister", "unsure", null]);

        values = FootCheckForm.ValuesOf(check with { Skin = SkinFinding.Clear, ObservedBy = Observer.Nobody });
        new[] { "looked", "skin", "heat" }.Select(values.First).ShouldBe(["nobody", null, null]);
    }

    [Fact]
    public void A_description_names_only_what_it_has()
    {
        Should.Throw<ArgumentException>(() => new EntryForm(EntryKind.Event, ["who"], [EntryFields.What]));
        Should.Throw<ArgumentException>(() => new EntryForm(EntryKind.Event, ["what"], [EntryFields.What with { NeededIf = FormCondition.Of("where", "here") }]));
        Should.Throw<ArgumentException>(() => EntryForms.AdverseEvent.Knowing("session", Answer.Of("s")));
        Should.Throw<ArgumentException>(() => EntryForms.AdverseEvent["where"]);
        Should.Throw<ArgumentException>(() => EntryForms.AdverseEvent.Entry(EntryForms.AdverseEvent.Read(FormValues.Empty), Guid.Empty, DateTimeOffset.UnixEpoch));
    }

    private static List<JsonElement> Cases() =>
        [.. File.ReadLines(Path.Combine(Golden, "typed.ndjson")).Select(line => JsonDocument.Parse(line).RootElement)];

    private static FormValues Values(JsonElement one, string part) => one.TryGetProperty(part, out var values)
        ? FormValues.Of(values.EnumerateObject().SelectMany(
            control => control.Value.ValueKind == JsonValueKind.Array ? control.Value.EnumerateArray().Select(value => value.GetString()!) : [control.Value.GetString()!],
            (control, value) => (control.Name, value)))
        : FormValues.Empty;
}
