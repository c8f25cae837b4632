using System.Globalization;
using System.Text.Json.Nodes;
using Footing.Exercises;
using Footing.Journal;
using Footing.Plans;
using Footing.Reading;
using Footing.Screening;
using Footing.Testing;

namespace Footing.Tests.Screening;

/// <summary>Answers and outcomes in few words.</summary>
internal static class Answering
{
    /// <summary>A sound person's answers but for <c>id=answer</c>, separated by spaces; <c>id=</c> leaves an answer out.</summary>
    public static Answers But(string changes)
    {
        var answers = JournalBuilder.SoundAnswers();
        foreach (var change in changes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (id, answer) = (change.Split('=')[0], change.Split('=')[1]);
            if (answer.Length == 0)
            {
                answers.Remove(id);
            }
            else
            {
                answers[id] = int.TryParse(answer, CultureInfo.InvariantCulture, out var number) ? number : answer;
            }
        }

        return From(answers).Value;
    }

    public static Result<Answers> From(JsonNode answers) => Answers.From(System.Text.Json.JsonSerializer.SerializeToElement(answers), "");

    public static Decision Judge(string changes, params string[] lifted) => JournalBuilder.Programme.Judge(But(changes), [.. lifted]);

    /// <summary>What a journal results in on a day.</summary>
    public static CareState CareOn(this JournalBuilder journal, int day) =>
        Planner.StateOn(journal.Entries, JournalBuilder.Programme, JournalBuilder.Date(day), TimeZoneInfo.Utc);

    public static string Rules(this Decision decision) => string.Join(' ', decision.Matches.Select(match => match.Rule.Name));

    public static string AllowedOnes(this Decision decision) => string.Join(' ', decision.Allowed.Select(exercise => exercise.Id()));

    public static string CapsOn(this Decision decision) => string.Join(", ", decision.Caps.Select(cap => $"{cap.Key.Id()} {cap.Value}"));

    public static string Advice(this Decision decision) => string.Join(' ', decision.Advisories);
}
