using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Journal;
using Footing.Plans;
using Footing.Testing;

namespace Footing.Tests.Plans;

/// <summary>
/// Journals of made-up people, each with the plans of several dates as a second, independent reading of the rules has
/// them. A difference is a change of the rules: intended or a mistake, never a detail.
/// </summary>
public sealed class RecordedPlansTests
{
    private static readonly string Recorded = Repository.Find("tests", "Footing.Tests", "Plans", "journals.ndjson");

    public static TheoryData<int> Lines => [.. Enumerable.Range(1, File.ReadLines(Recorded).Count())];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Plans_are_the_recorded_ones(int line)
    {
        using var json = JsonDocument.Parse(File.ReadLines(Recorded).ElementAt(line - 1));
        var zone = TimeZoneInfo.FindSystemTimeZoneById(json.RootElement.GetProperty("zone").GetString()!);
        ImmutableArray<Entry> entries =
            [.. json.RootElement.GetProperty("entries").EnumerateArray().Select(entry => EntryReader.From(entry.Clone()).Value)];
        foreach (var expected in json.RootElement.GetProperty("plans").EnumerateArray())
        {
            var on = DateOnly.ParseExact(expected.GetProperty("on").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var plan = JsonNode.Parse(PlanJson.Write(Planner.PlanFor(entries, JournalBuilder.Programme, on, zone)))!;
            Compared(plan).ShouldBe(Compared(JsonNode.Parse(expected.GetRawText())!), $"line {line} on {on:O}");
        }
    }

    /// <summary>All but which entries a reason names: of two entries that say the same either may be named.</summary>
    private static string Compared(JsonNode plan)
    {
        foreach (var exercise in plan["exercises"]!.AsArray())
        {
            exercise!["why"] = Rules(exercise["why"]!);
        }

        plan["notices"] = Rules(plan["notices"]!);
        return plan.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private static JsonArray Rules(JsonNode reasons) => [.. reasons.AsArray().Select(reason => reason!["rule"]!.DeepClone())];
}
