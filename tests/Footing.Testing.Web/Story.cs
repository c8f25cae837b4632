using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Footing.Content;
using Footing.Exercises;
using Footing.Journal;

namespace Footing.Testing.Web;

/// <summary>A journal day by day, as other devices would send it. Days are written as <c>2026-03-02</c>.</summary>
public sealed class Story
{
    private readonly JsonArray _entries = [];
    private int _last;

    /// <summary>Answers of a person who may do everything.</summary>
    private static JsonObject Answers { get; } = new(Question.All.Select(question => KeyValuePair.Create(question.Id, question.Id switch
    {
        "stands-with-support" or "cause-assessed" or "burning-or-tingling" => (JsonNode?)"yes",
        "touch-test" => 0,
        "tandem-stand-seconds" => 10,
        "chair-stands" => 15,
        "age" => 67,
        "sex-for-norms" => "female",
        _ => "no",
    })));

    /// <summary>Whether there is nothing to send.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>The id of the entry that was added last.</summary>
    public string Last => Id(_last);

    /// <summary>Adds an entry with these fields.</summary>
    public Story Add(string day, string time, string kind, JsonObject? fields = null)
    {
        _last++;
        var entry = new JsonObject { ["id"] = Last, ["at"] = $"{day}T{time}:00Z", ["kind"] = kind };
        foreach (var (name, value) in fields ?? [])
        {
            entry[name] = value?.DeepClone();
        }

        if (kind is "adjustment" or "clearance" && !entry.ContainsKey("by"))
        {
            entry["by"] = "M. Okafor, podiatrist";
        }

        _entries.Add((JsonNode)entry);
        return this;
    }

    /// <summary>Gives the entry that was added last a field more.</summary>
    public Story With(string name, JsonNode value)
    {
        _entries[^1]![name] = value;
        return this;
    }

    /// <summary>A screening in the morning: everything allowed, except for these answers.</summary>
    public Story Screening(string day, params (string Question, JsonNode Answer)[] changes)
    {
        var answers = Answers.DeepClone().AsObject();
        foreach (var (question, answer) in changes)
        {
            answers[question] = answer;
        }

        return Add(day, "07:00", "screening", new() { ["answers"] = answers });
    }

    /// <summary>A foot check: nothing new, except for this.</summary>
    public Story FootCheck(string day, string skin = "clear", string time = "07:30") =>
        Add(day, time, "foot-check", new() { ["skin"] = skin, ["heat"] = "no", ["swelling"] = "no", ["looked"] = "self" });

    /// <summary>Continues after what was sent: no id is used twice.</summary>
    public Story Next()
    {
        _entries.Clear();
        return this;
    }

    /// <summary>Leaves ids for another device.</summary>
    public Story Skip(int ids)
    {
        _last += ids;
        return this;
    }

    /// <summary>A session with one exercise, all of its level's sets, between two clear foot checks.</summary>
    public Story Session(string day, ExerciseId exercise, int level = 1, int effort = 3, int painAfter = 2)
    {
        FootCheck(day);
        var dose = ShippedProgramme.Load()[exercise][level].Dose;
        for (var set = 1; set <= dose.Sets; set++)
        {
            foreach (var side in dose.PerSide ? (string[])["left", "right"] : ["both"])
            {
                Add(day, "08:00", "set", new()
                {
                    ["session"] = day,
                    ["exercise"] = exercise.Id(),
                    ["level"] = level,
                    ["set"] = set,
                    ["side"] = side,
                    [dose.Reps is null ? "seconds" : "reps"] = dose.Target,
                    ["target"] = dose.Target,
                });
            }
        }

        FootCheck(day, time: "08:20");
        return Add(day, "08:10", "session", new()
        {
            ["session"] = day,
            ["painBefore"] = 2,
            ["painAfter"] = painAfter,
            ["effort"] = new JsonObject { [exercise.Id()] = effort },
        });
    }

    /// <summary>Sends it.</summary>
    public async Task TellAsync(RunningHost host)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        var answer = await http.PostAsync("/api/journal", new StringContent(_entries.ToJsonString(), Encoding.UTF8, "application/json"));
        var body = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(body);
        body.ShouldContain("\"rejected\":[]");
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"01950000-0000-7000-8000-{number:x12}");
}
