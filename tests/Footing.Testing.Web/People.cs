using System.Text.Json.Nodes;

namespace Footing.Testing.Web;

/// <summary>People's answers to the safety questions.</summary>
public static class People
{
    /// <summary>Nothing prevents exercise.</summary>
    public static JsonObject Able => Answers();

    /// <summary>Three of six touches not felt, and unsteady: loss of protective sensation without balance, so only sitting and lying.</summary>
    public static JsonObject Numb => Answers(("numb-feet", "yes"), ("touch-test", 3), ("tandem-stand-seconds", 4));

    /// <summary>Poor blood flow in the legs: only the toes and the chair, until somebody has allowed more.</summary>
    public static JsonObject Sitting => Answers(("arterial-disease", "yes"));

    /// <summary>A blister: somebody must look at it first.</summary>
    public static JsonObject Sore => Answers(("broken-skin", "yes"));

    /// <summary>A leg that is suddenly cold.</summary>
    public static JsonObject Emergency => Answers(("cold-pale-limb", "yes"));

    /// <summary>Fast sugar must be near.</summary>
    public static JsonObject OnInsulin => Answers(("diabetes", "yes"), ("insulin-or-sulfonylurea", "yes"));

    /// <summary>Numb feet on metformin, whose vitamin B12 was never tested, and who is not sure of the shape of the feet.</summary>
    public static JsonObject OnMetformin => Answers(("metformin", "yes"), ("b12-tested", "no"), ("numb-feet", "yes"), ("touch-test", 3), ("foot-deformity", "unsure"));

    private static JsonObject Answers(params ReadOnlySpan<(string Id, JsonNode Value)> other)
    {
        var answers = new JsonObject();
        foreach (var sign in (string[])
            [
                "cold-pale-limb", "breathless-with-leg-swelling", "rapid-weakness", "wound-and-unwell", "hot-red-swollen-foot", "broken-skin",
                "swollen-tender-calf", "rest-pain-eased-hanging-down", "recent-foot-surgery-or-fracture", "past-ulcer-or-amputation",
                "kidney-failure", "charcot-history", "arterial-disease", "foot-deformity", "blood-thinner-or-easy-bruising",
                "fall-in-last-year", "numb-feet", "black-skin", "dizzy-on-standing", "told-not-to",
            ])
        {
            answers[sign] = "no";
        }

        answers["stands-with-support"] = "yes";
        answers["touch-test"] = 0;
        answers["tandem-stand-seconds"] = 10;
        answers["chair-stands"] = 15;
        answers["age"] = 66;
        foreach (var (id, value) in other)
        {
            answers[id] = value;
        }

        return answers;
    }
}
