using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Exercises;
using Footing.Sessions;
using Footing.Testing;
using NJsonSchema;

namespace Footing.Tests.Sessions;

public sealed class EntryConditionTests
{
    [Fact]
    public void Condition_is_met_as_the_golden_cases_have_it()
    {
        var cases = File.ReadAllLines(Repository.Find("contract/golden/conditions.ndjson"));

        cases.Length.ShouldBeGreaterThan(20);
        cases.ShouldContain(line => line.Contains("\"finding\":true", StringComparison.Ordinal));
        foreach (var line in cases)
        {
            using var read = JsonDocument.Parse(line);
            var condition = EntryCondition(read.RootElement.GetProperty("condition"));
            condition.IsMetBy(read.RootElement.GetProperty("entry")).ShouldBe(read.RootElement.GetProperty("met").GetBoolean(), line);
            Written(condition).ShouldBe(read.RootElement.GetProperty("condition").GetRawText());
        }
    }

    [Fact]
    public async Task Coming_sessions_have_the_shape_of_their_schema()
    {
        var journal = JournalBuilder.Of().Screened(0).Sessions(0, 2);
        using var bytes = new MemoryStream();
        await using (var json = new Utf8JsonWriter(bytes))
        {
            UpcomingJson.Write(
                json,
                UpcomingSessions.Of(journal.Entries, JournalBuilder.Programme, Scripts.Texts, JournalBuilder.Date(3), 7, TimeZoneInfo.Utc),
                new DateTimeOffset(2026, 1, 8, 9, 0, 0, TimeSpan.FromHours(1)),
                EntryBefore.Of(JournalBuilder.Programme));
        }

        var schema = await JsonSchema.FromFileAsync(Repository.Find("contract/upcoming.schema.json"));
        var written = JsonNode.Parse(bytes.ToArray())!;
        schema.Validate(written.ToJsonString()).ShouldBeEmpty();
        written["before"]!["kind"]!.GetValue<string>().ShouldBe("foot-check");
        written["dates"]!.AsArray().Count.ShouldBe(7);
        written["dates"]![1]!["scripts"]![0]!["script"]!["exercises"]!.AsArray().Select(one => (string?)one!["id"]).ShouldContain(FootExercises.AnklePump.Id());
    }

    private static EntryCondition EntryCondition(JsonElement json) => new(
        json.GetProperty("kind").GetString()!,
        Text(json, "field"),
        Text(json, "minus"),
        !json.TryGetProperty("range", out var range) ? null
            : range.TryGetProperty("in", out var words) ? new ValueRange(null, null, [.. words.EnumerateArray().Select(word => word.GetString()!)])
            : new ValueRange(range.GetProperty("from").GetDecimal(), range.GetProperty("to").GetDecimal(), []),
        json.GetProperty("since").GetDateTimeOffset())
    {
        IsFinding = json.TryGetProperty("finding", out var finding) && finding.GetBoolean(),
    };

    private static string Written(EntryCondition condition)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            UpcomingJson.Write(json, condition);
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
