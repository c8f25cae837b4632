using Footing.Journal;

namespace Footing.Simulation.Checking.NeuropathicFoot;

/// <summary>The contract's rules on answers about neuropathic feet, implemented again and separately from the code that plans.</summary>
internal static class SafetyAnswers
{
    private static readonly (string Rule, string[] Questions)[] Liftable =
    [
        ("R8", ["rest-pain-eased-hanging-down"]),
        ("R9", ["recent-foot-surgery-or-fracture"]),
        ("R10", ["past-ulcer-or-amputation", "kidney-failure", "charcot-history"]),
        ("R11", ["arterial-disease"]),
        ("R12", ["touch-test", "numb-feet", "arterial-disease", "foot-deformity"]),
        ("R13", ["touch-test", "numb-feet"]),
        ("R14", ["touch-test", "numb-feet"]),
        ("R15", ["blood-thinner-or-easy-bruising"]),
        ("R16", ["fall-in-last-year", "stands-with-support", "tandem-stand-seconds", "chair-stands", "dizzy-on-standing"]),
        ("R21", ["tandem-stand-seconds", "chair-stands"]),
        ("R23", ["told-not-to"]),
        ("R24", ["fall-in-last-year", "tandem-stand-seconds", "chair-stands"]),
    ];

    /// <summary>The rules that a clearance may lift.</summary>
    public static IEnumerable<string> LiftableRules => Liftable.Select(row => row.Rule);

    /// <summary>The tests that are done standing.</summary>
    public static ImmutableArray<string> BalanceTests { get; } = ["tandem-stand-seconds", "chair-stands"];

    /// <summary>The questions of which a worse answer ends a clearance of a rule.</summary>
    public static string[] QuestionsOf(string rule) => Liftable.First(row => row.Rule == rule).Questions;

    /// <summary>Yes or unsure.</summary>
    public static bool Flag(Answers answers, string question) => answers[question]?.Word is "yes" or "unsure";

    /// <summary>Loss of protective sensation.</summary>
    public static bool Lops(Answers answers) => answers["touch-test"] is { } test &&
        (test.Number is { } notFelt ? notFelt >= 2 : Flag(answers, "numb-feet"));

    /// <summary>Whether the number of a test holds somebody back, for ever.</summary>
    public static bool IsBad(string test, Answers answers) => test switch
    {
        "touch-test" => answers.Number(test) >= 2,
        "tandem-stand-seconds" => answers.Number(test) < 10,
        _ => TooFewStands(answers),
    };

    /// <summary>Whether a liftable rule matches so that it may be lifted, lifted or not.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="answers">The answers as they are judged.</param>
    /// <param name="aged">The tests whose numbers were found too long ago.</param>
    public static bool Matches(string rule, Answers answers, ImmutableHashSet<string> aged) => rule switch
    {
        "R8" => answers.Is("rest-pain-eased-hanging-down", "unsure"),
        "R9" => Flag(answers, "recent-foot-surgery-or-fracture"),
        "R10" => Flag(answers, "past-ulcer-or-amputation") || Flag(answers, "kidney-failure") || Flag(answers, "charcot-history"),
        "R11" => Flag(answers, "arterial-disease"),
        "R12" => Lops(answers) && (Flag(answers, "arterial-disease") || Flag(answers, "foot-deformity")),
        "R13" => Lops(answers),
        "R14" => !Lops(answers) && (answers["touch-test"]?.Word is not null || Flag(answers, "numb-feet")),
        "R15" => Flag(answers, "blood-thinner-or-easy-bruising"),
        "R16" => Flag(answers, "dizzy-on-standing") ||
            answers["stands-with-support"]?.Word is "no" or "unsure" ||
            BalanceTests.Any(test => IsBad(test, answers)) ||
            (Flag(answers, "fall-in-last-year") && BalanceTests.Any(test => answers.Number(test) is null || aged.Contains(test))),
        "R21" => IsUndone("tandem-stand-seconds", answers, aged) ||
            (IsUndone("chair-stands", answers, aged) && answers.Number("age") >= 60),
        "R23" => Flag(answers, "told-not-to"),

        // Where R16 matches too, it withholds more.
        "R24" => Flag(answers, "fall-in-last-year"),
        _ => false,
    };

    /// <summary>Whether a question's later answer, as it was judged, is worse than an earlier one.</summary>
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

        // A missing answer counts as the best.
        return Weight(question, after?.Word) > Weight(question, before?.Word);
    }

    /// <summary>
    /// How bad an answer to a safety question is, as far as rules tell; null where that depends on more, or it is missing.
    /// Of a test: 0 for a good number, 1 for none, 2 for a bad one.
    /// </summary>
    public static int? Rank(string question, Answers answers) => (answers[question], question) switch
    {
        (null, _) => null,
        (_, "age" or "sex-for-norms") => null,
        ({ Number: not null }, _) => IsBad(question, answers) ? 2 : 0,
        (_, "touch-test" or "tandem-stand-seconds" or "chair-stands") => 1,
        _ => Question.Find(question)!.Number is >= 23 and <= 31 ? null : Weight(question, answers[question]!.Value.Word),
    };

    private static bool IsUndone(string test, Answers answers, ImmutableHashSet<string> aged) => answers.Is(test, "not-done") || aged.Contains(test);

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
