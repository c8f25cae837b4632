using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Footing.Exercises;
using Footing.Journal;
using Footing.Plans;
using Footing.Reading;
using Footing.Web.Sessions;
using Footing.Wording;
using Microsoft.AspNetCore.Http;

namespace Footing.Web.AfterSession;

/// <summary>The answers after a session, as filled in.</summary>
/// <param name="Exercises">The exercises that were done, in their order.</param>
/// <param name="HasStopped">Whether the person tapped stop: then only the reason is required.</param>
/// <param name="AsksBefore">Whether to ask for the pain before the session, because it is not known.</param>
public sealed record QuestionsForm(ImmutableArray<ExerciseId> Exercises, bool HasStopped, bool AsksBefore)
{
    /// <summary>The chosen values by field; a field of checkboxes can have several.</summary>
    public ILookup<string, string> Values { get; init; } = Array.Empty<string>().ToLookup(value => value);

    internal QuestionsForm With(IFormCollection form) => this with
    {
        Values = form.SelectMany(field => field.Value.OfType<string>(), (field, value) => (field.Key, Value: value.Trim()))
            .Where(pair => pair.Value.Length > 0)
            .ToLookup(pair => pair.Key, pair => pair.Value),
    };

    /// <summary>The one value of a field; null for none.</summary>
    public string? this[string field] => Values[field].FirstOrDefault();

    /// <summary>The reason for stopping; null for none.</summary>
    internal string? Stop => Vocabulary.StopReasons.Words.Contains(this["stop"] ?? "") ? this["stop"] : null;

    /// <summary>The fields of the entry, or what is wrong with the input.</summary>
    internal (JsonObject? Entry, IReadOnlyList<Problem> Problems) Read(string session, int? before, Texts texts)
    {
        List<Problem> problems = [];
        var mayLack = Vocabulary.StopReasons.Find(Stop ?? "")?.ExcusesAnswers() == true;
        var entry = new JsonObject { ["session"] = session };
        if (HasStopped && Stop is null)
        {
            problems.Add(new("stop", texts["questions-after.stop.error"]));
        }

        if (before is { } known)
        {
            entry["painBefore"] = known;
        }
        else
        {
            Rate(entry, "painBefore", "before", true, "questions-after.before.error");
        }

        Rate(entry, "painAfter", "after", false, "questions-after.after.error");
        JsonObject effort = [], pain = [];
        foreach (var exercise in Exercises.Select(exercise => exercise.Id()))
        {
            Rate(effort, exercise, $"effort.{exercise}", false, "questions-after.effort.error");
            Rate(pain, exercise, $"pain.{exercise}", true, "questions-after.pain.error");
        }

        entry["effort"] = effort;
        if (pain.Count > 0)
        {
            entry["pain"] = pain;
        }

        ReadCramp(entry, problems, texts);
        if (Stop is { } reason)
        {
            entry["stopReason"] = reason;
        }

        return problems.Count > 0 ? (null, problems) : (entry, []);

        void Rate(JsonObject to, string name, string field, bool isOptional, string error)
        {
            if (SessionPages.Rating(this[field]) is { } rating)
            {
                to[name] = rating;
            }
            else if (this[field] is not null || !(isOptional || mayLack))
            {
                var exercise = field.Split('.') is [_, var id] ? texts[$"{id}.name"] : "";
                problems.Add(new(field, texts.Say(error, ("exercise", exercise))));
            }
        }
    }

    private void ReadCramp(JsonObject entry, List<Problem> problems, Texts texts)
    {
        var cramped = Exercises.Select(exercise => exercise.Id()).Where(Values["cramp"].Contains).ToList();
        if (Stop == "cramp" && cramped.Count == 0 && Exercises.Length > 0)
        {
            if (Exercises.Length > 1)
            {
                problems.Add(new("cramp", texts["questions-after.cramp.error"]));
            }

            cramped = [Exercises[0].Id()];
        }

        if (cramped.Count > 0)
        {
            entry["cramp"] = new JsonArray([.. cramped.Select(id => (JsonNode)id)]);
        }
    }
}
