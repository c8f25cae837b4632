using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Footing.Plans;

namespace Footing.Sessions;

/// <summary>A script as JSON, in the shape of <c>contract/script.schema.json</c>.</summary>
public static class ScriptJson
{
    // Letters are not escaped; what could end a script element in a page is.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>
    /// One JSON object, UTF-8. Each exercise, step and cue has a line, so that two scripts can be compared by eye. It
    /// can be put in a page unchanged: it has no <c>&lt;</c>.
    /// </summary>
    public static byte[] Write(SessionScript script)
    {
        var json = new StringBuilder();
        var head = new JsonObject
        {
            ["format"] = SessionScript.Format,
            ["programme"] = new JsonObject { ["id"] = script.Edition.ProgrammeId, ["version"] = script.Edition.ProgrammeVersion },
            ["rules"] = script.Edition.Rules,
            ["language"] = script.Language,
            ["date"] = PlanJson.Date(script.Date),
            ["due"] = script.Due,
            ["durationMs"] = script.DurationMs,
        };
        Open(json, head).Append("\"exercises\":[\n");
        json.AppendJoin(",\n", script.Exercises.Select(exercise => Node(exercise).ToJsonString(Options)));
        json.Append("\n],\"steps\":[\n");
        json.AppendJoin(",\n", script.Steps.Select(Line));
        json.Append("\n]}");
        return Encoding.UTF8.GetBytes(json.ToString());
    }

    /// <summary>An object left open for its last member.</summary>
    private static StringBuilder Open(StringBuilder json, JsonObject head)
    {
        var text = head.ToJsonString(Options);
        return json.Append(text, 0, text.Length - 1).Append(',');
    }

    private static string Line(ScriptStep step)
    {
        var json = Open(new StringBuilder(), Node(step)).Append("\"again\":");
        if (step.Again is { } again)
        {
            Open(json, new JsonObject { ["durationMs"] = again.DurationMs });
            Write(json, again.Cues).Append('}');
        }
        else
        {
            json.Append("null");
        }

        return Write(json.Append(','), step.Cues).Append('}').ToString();
    }

    private static StringBuilder Write(StringBuilder json, ImmutableArray<Cue> cues)
    {
        json.Append("\"cues\":[");
        var separator = "\n ";
        foreach (var cue in cues)
        {
            json.Append(separator).Append(Node(cue).ToJsonString(Options));
            separator = ",\n ";
        }

        return json.Append(']');
    }

    private static JsonObject Node(ScriptExercise exercise) => new()
    {
        ["id"] = exercise.Id.ToString(),
        ["level"] = exercise.Level,
        ["guidance"] = ScriptWords.Id(exercise.Guidance),
        ["name"] = exercise.Name,
        ["position"] = exercise.Position.Id(),
        ["support"] = exercise.Support,
        ["dose"] = PlanJson.DoseNode(exercise.Dose),
        ["doseText"] = exercise.DoseText,
        ["ready"] = Strings(exercise.Ready),
        ["wear"] = exercise.Wear,
        ["how"] = Strings(exercise.How),
        ["caution"] = exercise.Caution,
        ["stop"] = Strings(exercise.Stop),
    };

    private static JsonObject Node(ScriptStep step) => new()
    {
        ["id"] = step.Id,
        ["kind"] = ScriptWords.Id(step.Kind),
        ["exercise"] = step.Exercise?.ToString(),
        ["title"] = step.Title,
        ["detail"] = step.Detail,
        ["durationMs"] = step.DurationMs,
        ["waits"] = step.Waits,
        ["stretchMs"] = step.StretchMs,
        ["set"] = step.Set is { } set ? Node(set) : null,
        ["halt"] = step.Halt is { } halt ? new JsonObject { ["atMs"] = halt.AtMs, ["forMs"] = halt.ForMs } : null,
        ["figure"] = step.Figure is { } figure ? Node(figure) : null,
        ["next"] = step.Next,
    };

    private static JsonObject Node(StepSet set) => new()
    {
        ["set"] = set.Number,
        ["of"] = set.Of,
        ["side"] = set.Side.Id(),
        ["target"] = set.Target,
        ["unit"] = set.InReps ? "reps" : "seconds",
        ["startMs"] = set.StartMs,
        ["countMs"] = set.CountMs,
    };

    private static JsonObject Node(StepFigure figure) => new()
    {
        ["movement"] = figure.Movement,
        ["side"] = figure.Side.Id(),
        ["startMs"] = figure.StartMs,
        ["cycleMs"] = figure.CycleMs,
        ["cycles"] = figure.Cycles,
    };

    private static JsonObject Node(Cue cue) => new()
    {
        ["atMs"] = cue.AtMs,
        ["kind"] = ScriptWords.Id(cue.Kind),
        ["say"] = cue.Say,
        ["caption"] = cue.Caption,
        ["tone"] = cue.Tone is { } tone ? ScriptWords.Id(tone) : null,
        ["rep"] = cue.Rep,
        ["phase"] = cue.Phase is { } phase ? ScriptWords.Id(phase) : null,
    };

    private static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
