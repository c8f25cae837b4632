using System.Text.Json;
using Footing.Exercises;
using Footing.Journal;
using Footing.Screening;
using Footing.Testing;

namespace Footing.Tests.Conditions.NeuropathicFoot;

/// <summary>200 people's answers with the outcome that each must have; a case may state some fields only.</summary>
public sealed class ScreeningCasesTests
{
    private static readonly string Cases = Repository.Find("tests", "Footing.Tests", "Conditions", "NeuropathicFoot", "screening.ndjson");

    public static TheoryData<int> Lines => [.. Enumerable.Range(1, File.ReadLines(Cases).Count())];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Outcome_is_the_stated_one(int line)
    {
        using var json = JsonDocument.Parse(File.ReadLines(Cases).ElementAt(line - 1));
        var answers = Answers.From(json.RootElement.GetProperty("answers"), "").Value;
        var lifted = json.RootElement.TryGetProperty("cleared", out var cleared) ? Names(cleared) : [];

        var condition = JournalBuilder.Programme.Condition;
        string[] aged = json.RootElement.TryGetProperty("measured", out var dates)
            ? [.. condition.AgedTests(answers, MeasuredDates.From(dates, "measured").Value, DateOnly.ParseExact(json.RootElement.GetProperty("on").GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), null)]
            : [];

        var decision = JournalBuilder.Programme.Judge(condition.Judged(answers, [.. aged]), [.. lifted]);

        foreach (var stated in json.RootElement.GetProperty("expected").EnumerateObject())
        {
            Outcome(decision, stated.Name).ShouldBe(Stated(stated.Value), $"line {line}, {stated.Name}");
        }
    }

    [Fact]
    public void There_are_200_cases() => File.ReadLines(Cases).Count().ShouldBe(200);

    private static IEnumerable<string> Outcome(Decision decision, string field) => field switch
    {
        "disposition" => [decision.Disposition.Id()],
        "rules" => decision.Matches.Select(match => match.Rule.Name),
        "allowed" => decision.Allowed.Select(exercise => exercise.Id()),
        "caps" => decision.Caps.Select(cap => $"{cap.Key.Id()} {cap.Value}"),
        "advisories" => decision.Advisories,
        "missing" => decision.Missing,
        "cleared" => decision.Cleared.Select(rule => rule.Name),
        _ => throw new ArgumentException($"No such field of an outcome: {field}.", nameof(field)),
    };

    private static IEnumerable<string> Stated(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => Names(value),
        _ => value.EnumerateObject()
            .OrderBy(cap => FootExercises.All.IndexOf(ExerciseId.Of(cap.Name)))
            .Select(cap => $"{cap.Name} {cap.Value.GetInt32()}"),
    };

    private static IEnumerable<string> Names(JsonElement list) => [.. list.EnumerateArray().Select(name => name.GetString()!)];
}
