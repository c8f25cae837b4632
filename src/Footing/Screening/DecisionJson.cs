using System.Text.Json.Nodes;

namespace Footing.Screening;

/// <summary>A decision as JSON, in the shape that other programs rely on.</summary>
public static class DecisionJson
{
    /// <summary>One JSON object: disposition, rules, allowed, caps, advisories, missing, cleared.</summary>
    public static JsonObject Node(Decision decision) => new()
    {
        ["disposition"] = decision.Disposition.Id(),
        ["rules"] = Texts(decision.Matches.Select(match => match.Rule.Name)),
        ["allowed"] = Texts(decision.Allowed.Select(exercise => exercise.ToString())),
        ["caps"] = new JsonObject(decision.Caps.Select(cap => KeyValuePair.Create<string, JsonNode?>(cap.Key.ToString(), cap.Value))),
        ["advisories"] = Texts(decision.Advisories),
        ["missing"] = Texts(decision.Missing),
        ["cleared"] = Texts(decision.Cleared.Select(rule => rule.Name)),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
