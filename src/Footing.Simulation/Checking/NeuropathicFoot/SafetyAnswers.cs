using Footing.Journal;

namespace Footing.Simulation.Checking.NeuropathicFoot;

/// <summary>The contract's rules on answers about neuropathic feet, implemented again and separately from the code that plans.</summary>
internal static class SafetyAnswers
{
    private static readonly (string Rule, string[] Questions)[] Liftable =
    [
        ("R9", ["recent-foot-surgery-or-fracture"]),
        ("R10", ["past-ulcer-or-amputation", "kidney-failure", "charcot-history"]),
        ("R11", ["arterial-disease"]),
        ("R12", ["touch-test", "numb-feet", "arterial-disease", "foot-deformity"]),
        ("R13", ["touch-test", "numb-feet"]),
        ("R14", ["touch-test", "numb-feet"]),
        ("R15", ["blood-thinner-or-easy-bruising"]),
        ("R16", ["fall-in-last-year", "stands-with-support", "tandem-stand-seconds", "chair-stands"]),
        ("R21", ["tandem-stand-seconds", "chair-stands"]),
    ];

    /// <summary>The rules that a clearance may lift.</summary>
    public static IEnumerable<string> LiftableRules => Liftable.Select(row => row.Rule);

    /// <summary>The questions of which a worse answer ends a clearance of a rule.</summary>
    public static string[] QuestionsOf(string rule) => Liftable.First(row => row.Rule == rule).Questions;

    /// <summary>Yes or unsure.</summary>
    public static bool Flag(Answers answers, string question) => answers[question]?.Word is "yes" or "unsure";

    /// <summary>Loss of protective sensation.</summary>
    public static bool Lops(Answers answers) => answers["touch-test"] is { } test &&
        (test.Number is { } notFelt ? notFelt >= 2 : Flag(answers, "numb-feet"));

    /// <summary>Whether a liftable rule matches, lifted or not.</summary>
    public static bool Matches(string rule, Answers answers) => rule switch
    {
        "R9" => Flag(answers, "recent-foot-surgery-or-fracture"),
        "R10" => Flag(answers, "past-ulcer-or-amputation") || Flag(answers, "kidney-failure") || Flag(answers, "charcot-history"),
        "R11" => Flag(answers, "arterial-disease"),
        "R12" => Lops(answers) && (Flag(answers, "arterial-disease") || Flag(answers, "foot-deformity")),
        "R13" => Lops(answers),
        "R14" => !Lops(answers) && (answers["touch-test"]?.Word is not null || Flag(answers, "numb-feet")),
        "R15" => Flag(answers, "blood-thinner-or-easy-bruising"),
        "R16" => Flag(answers, "fall-in-last-year") || answers["stands-with-support"]?.Word is "no" or "unsure" ||
            answers["tandem-stand-seconds"]?.Number < 10 || TooFewStands(answers),
        "R21" => answers["tandem-stand-seconds"]?.Word == "not-done" ||
            (answers["chair-stands"]?.Word == "not-done" && answers["age"]?.Number >= 60),
        _ => false,
    };

    /// <summary>Whether a question's later answer is worse than an earlier one.</summary>
    public static bool IsWorse(string question, Answers was, Answers now)
    {
        var (before, after) = (was[question], now[question]);
        if (question is "touch-test" or "tandem-stand-seconds" or "chair-stands")
        {
            return (before?.Number, after?.Number) switch
            {
                (null, null) => false,
                ({ } few, { } many) => question == "touch-test" ? many > few : many < few,
                _ => true,
            };
        }

        // A missing answer is not compared: a screening without it allows no exercise anyway.
        return after is not null && before is not null && Weight(question, after.Value.Word) > Weight(question, before.Value.Word);
    }

    private static int Weight(string question, string? word) => word == "unsure" ? 1
        : word == (question == "stands-with-support" ? "no" : "yes") ? 2 : 0;

    private static bool TooFewStands(Answers answers)
    {
        if (answers["chair-stands"]?.Number is not { } stands || answers["age"]?.Number is not { } age)
        {
            return false;
        }

        var isWoman = answers["sex-for-norms"]?.Word == "female";
        return stands < age switch
        {
            < 60 => 8,
            < 65 => isWoman ? 12 : 14,
            < 70 => isWoman ? 11 : 12,
            < 75 => isWoman ? 10 : 12,
            < 80 => isWoman ? 10 : 11,
            < 85 => isWoman ? 9 : 10,
            < 90 => 8,
            _ => isWoman ? 4 : 7,
        };
    }
}
