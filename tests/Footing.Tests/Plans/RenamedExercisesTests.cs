using System.Text;
using System.Text.Json;
using Footing.Exercises;
using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;
using Footing.Testing;

namespace Footing.Tests.Plans;

/// <summary>
/// No rule knows an exercise by its id: with other ids in programme and journal a plan is the same but for the ids. The
/// new ids are in another alphabetical order than the programme's.
/// </summary>
public sealed class RenamedExercisesTests
{
    private static readonly Dictionary<string, string> Names = FootExercises.All
        .Select((exercise, place) => (Id: exercise.ToString(), Name: $"{"edcba"[place]}-exercise"))
        .ToDictionary(pair => pair.Id, pair => pair.Name);

    private static readonly Programme Renamed = JournalBuilder.Programme with
    {
        Exercises = [.. JournalBuilder.Programme.Exercises.Select(definition => definition with
        {
            Id = New(definition.Id),
            JoinsAfter = definition.JoinsAfter is { } first ? first with { Exercise = New(first.Exercise) } : null,
        })],
        Progression = [.. JournalBuilder.Programme.Progression.Select(New)],
    };

    [Fact]
    public void Recorded_plans_are_the_same_but_for_the_ids()
    {
        var compared = 0;
        foreach (var line in File.ReadLines(Repository.Find("tests", "Footing.Tests", "Plans", "journals.ndjson")))
        {
            using var was = JsonDocument.Parse(line);
            using var now = JsonDocument.Parse(New(line));
            var zone = TimeZoneInfo.FindSystemTimeZoneById(was.RootElement.GetProperty("zone").GetString()!);
            foreach (var plan in was.RootElement.GetProperty("plans").EnumerateArray())
            {
                var on = DateOnly.ParseExact(plan.GetProperty("on").GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

                Plan(now, Renamed, on, zone).ShouldBe(New(Plan(was, JournalBuilder.Programme, on, zone)));
                compared++;
            }
        }

        compared.ShouldBeGreaterThan(20);
    }

    /// <summary>A programme that lacks what the journal names plans what it has.</summary>
    [Fact]
    public void Journal_of_another_programme_counts_for_nothing()
    {
        var journal = JournalBuilder.Of().Screened(0).Sessions(0, 2, 4).Adjusted(4, FootExercises.CalfRaise).With("lock", true);

        var plan = Planner.PlanFor(journal.Entries, Renamed, JournalBuilder.Date(4), TimeZoneInfo.Utc);

        plan.Due.ShouldBeTrue("a set of an exercise that the programme lacks makes no session");
        plan.Locked.ShouldBeEmpty();
        plan.Exercises.Select(planned => (planned.Exercise.ToString(), planned.Level.Number))
            .ShouldBe([("e-exercise", 1), ("d-exercise", 1), ("c-exercise", 1), ("a-exercise", 1)]);
    }

    private static string Plan(JsonDocument journal, Programme programme, DateOnly on, TimeZoneInfo zone) => Encoding.UTF8.GetString(PlanJson.Write(Planner.PlanFor(
        [.. journal.RootElement.GetProperty("entries").EnumerateArray().Select(entry => EntryReader.From(entry.Clone()).Value)], programme, on, zone)));

    private static ExerciseId New(ExerciseId id) => ExerciseId.Of(Names[id.ToString()]);

    private static string New(string json) => Names.Aggregate(json, (text, name) => text.Replace($"\"{name.Key}\"", $"\"{name.Value}\"", StringComparison.Ordinal));
}
