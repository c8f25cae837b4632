using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Programmes;
using Footing.Screening;

namespace Footing.Plans;

/// <summary>A plan as JSON, in the shape that other programs rely on.</summary>
public static class PlanJson
{
    /// <summary>One JSON object on one line, UTF-8.</summary>
    public static byte[] Write(Plan plan) => JsonSerializer.SerializeToUtf8Bytes(Node(plan));

    private static JsonObject Node(Plan plan) => new()
    {
        ["on"] = Date(plan.On),
        ["due"] = plan.Due,
        ["disposition"] = plan.Disposition.Id(),
        ["exercises"] = new JsonArray([.. plan.Exercises.Select(Node)]),
        ["locked"] = new JsonArray([.. plan.Locked.Select(locked => new JsonObject
        {
            ["id"] = locked.Exercise.ToString(),
            ["rules"] = Strings(locked.Rules),
        })]),
        ["leftOut"] = new JsonArray([.. plan.LeftOut.Select(left => new JsonObject
        {
            ["id"] = left.Exercise.ToString(),
            ["entry"] = left.Entry.ToString("D"),
        })]),
        ["notices"] = Reasons(plan.Notices),
        ["nextDue"] = plan.NextDue is { } next ? Date(next) : null,
    };

    private static JsonObject Node(PlannedExercise planned) => new()
    {
        ["id"] = planned.Exercise.ToString(),
        ["level"] = planned.Level.Number,
        ["position"] = planned.Level.Position.Id(),
        ["dose"] = DoseNode(planned.Dose),
        ["trimmed"] = planned.Trimmed,
        ["why"] = Reasons(planned.Why),
    };

    /// <summary>A dose; of reps and seconds, the one that it does not use is null.</summary>
    internal static JsonObject DoseNode(Dose dose) => new()
    {
        ["sets"] = dose.Sets,
        ["reps"] = dose.Reps,
        ["seconds"] = dose.Seconds,
        ["perSide"] = dose.PerSide,
    };

    private static JsonArray Reasons(IEnumerable<Reason> reasons) => new([.. reasons.Select(reason => new JsonObject
    {
        ["rule"] = reason.Rule,
        ["entries"] = Strings(reason.Entries.Select(id => id.ToString("D"))),
    })]);

    private static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    internal static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
