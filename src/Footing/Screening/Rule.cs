using Footing.Journal;

namespace Footing.Screening;

/// <summary>One row of the screening's rules.</summary>
/// <param name="Number">The number in its name: 13 for R13.</param>
/// <param name="Judge">What it says about the answers; null when it does not match.</param>
/// <param name="Questions">
/// A worse answer to one of these ends a clearance of it; empty where no clearance can lift it.
/// </param>
public sealed record Rule(int Number, Func<Answers, Verdict?> Judge, ImmutableArray<string> Questions)
{
    /// <summary>The name, such as <c>R13</c>.</summary>
    public string Name { get; } = $"R{Number}";

    /// <summary>
    /// The question that asks for its sign of danger: a yes alone makes it match, and is an emergency or same-day. Null
    /// where it has no such sign.
    /// </summary>
    public string? Sign { get; init; }

    /// <summary>How urgent its sign is by itself; null where it has none.</summary>
    public Disposition? Urgency => Sign is null ? null : Judge(Answers.None.With(Sign, Answer.Of("yes")).Value)!.Disposition;

    /// <summary>Whether a clearance can lift it: R9 to R16 and R21.</summary>
    public bool CanBeLifted => Number is (>= 9 and <= 16) or 21;
}

/// <summary>What a matching rule says. It names traits, so that it holds for the exercises of any programme.</summary>
/// <param name="Disposition">How urgent it is.</param>
/// <param name="Withheld">Every exercise with one of these traits is withheld.</param>
/// <param name="Caps">By single trait: the highest level of each exercise that has it, where it limits one.</param>
/// <param name="Advisory">A piece of advice by name; null for none.</param>
public sealed record Verdict(
    Disposition Disposition,
    ExerciseTraits Withheld,
    ImmutableSortedDictionary<ExerciseTraits, int> Caps,
    string? Advisory)
{
    /// <summary>Whether it withholds an exercise or limits a level; else it only advises, or says nothing.</summary>
    public bool Limits => Withheld != ExerciseTraits.None || !Caps.IsEmpty;

    /// <summary>No caps.</summary>
    public static ImmutableSortedDictionary<ExerciseTraits, int> NoCaps { get; } = ImmutableSortedDictionary<ExerciseTraits, int>.Empty;

    /// <summary>
    /// The caps where the touch test is missing, where heel pain may be something else, and where LOPS was
    /// cleared: with pressure on the sole level 1, standing level 2.
    /// </summary>
    public static ImmutableSortedDictionary<ExerciseTraits, int> LowLoad { get; } =
        NoCaps.Add(ExerciseTraits.SolePressure, 1).Add(ExerciseTraits.Standing, 2);

    /// <summary>Whether it withholds an exercise.</summary>
    public bool Withholds(Exercise exercise) => exercise.Traits.HasAny(Withheld);

    /// <summary>The highest level of an exercise; null where it does not limit it.</summary>
    public int? CapOf(Exercise exercise)
    {
        int? lowest = null;
        foreach (var (trait, cap) in Caps)
        {
            if (exercise.Traits.HasAny(trait) && !(lowest <= cap))
            {
                lowest = cap;
            }
        }

        return lowest;
    }
}

/// <summary>
/// The screening's rules. Their evidence and its limits: IWGDF 2023 on foot risk, NICE NG19 on the diabetic foot, CDC
/// STEADI on balance; the sources are in <c>docs/clinical</c>.
/// </summary>
public static class Rules
{
    private const ExerciseTraits Everything = ExerciseTraits.AnyPosition;
    private const ExerciseTraits Loading = ExerciseTraits.SolePressure | ExerciseTraits.Standing;

    /// <summary>A foot that is hot, red or swollen.</summary>
    public static Rule HotFoot { get; } =
        new(5, a => a.IsFlag("hot-red-swollen-foot") ? SameDay() : null, []) { Sign = "hot-red-swollen-foot" };

    /// <summary>Skin that is broken.</summary>
    public static Rule BrokenSkin { get; } = new(6, JudgeBrokenSkin, []) { Sign = "broken-skin" };

    /// <summary>Feeling that somebody else has not tested.</summary>
    public static Rule UntestedFeeling { get; } = new(14, JudgeUntestedFeeling, ["numb-feet", "touch-test"]);

    /// <summary>Balance that has not been tested.</summary>
    public static Rule UntestedBalance { get; } = new(21, JudgeUntestedBalance, ["tandem-stand-seconds", "chair-stands"]);

    /// <summary>All rules in the order of their numbers. R20, which matches when no other does, is not in it.</summary>
    public static ImmutableArray<Rule> All { get; } =
    [
        EmergencySign(1, "cold-pale-limb"),
        EmergencySign(2, "breathless-with-leg-swelling"),
        EmergencySign(3, "rapid-weakness"),
        EmergencySign(4, "wound-and-unwell"),
        HotFoot,
        BrokenSkin,
        new(7, a => a.IsFlag("swollen-tender-calf") ? SameDay() : null, []) { Sign = "swollen-tender-calf" },
        new(8, a => a.IsFlag("rest-pain-eased-hanging-down") ? SameDay() : null, []) { Sign = "rest-pain-eased-hanging-down" },
        new(
            9,
            a => a.IsFlag("recent-foot-surgery-or-fracture") ? Clinician(Everything) : null,
            ["recent-foot-surgery-or-fracture"]),
        new(
            10,
            a => a.IsFlag("past-ulcer-or-amputation") || a.IsFlag("kidney-failure") || a.IsFlag("charcot-history")
                ? Clinician(Everything)
                : null,
            ["past-ulcer-or-amputation", "kidney-failure", "charcot-history"]),
        new(
            11,
            a => a.IsFlag("arterial-disease") ? Clinician(Loading | ExerciseTraits.Lying) : null,
            ["arterial-disease"]),
        new(
            12,
            a => a.HasLossOfProtectiveSensation && (a.IsFlag("arterial-disease") || a.IsFlag("foot-deformity"))
                ? Clinician(Loading)
                : null,
            ["arterial-disease", "foot-deformity", "numb-feet", "touch-test"]),
        new(
            13,
            a => a.HasLossOfProtectiveSensation
                ? new(Disposition.SeatedOnly, Loading, Verdict.NoCaps, null)
                : null,
            ["numb-feet", "touch-test"]),
        UntestedFeeling,
        new(
            15,
            a => a.IsFlag("blood-thinner-or-easy-bruising") ? Proceed(ExerciseTraits.SolePressure) : null,
            ["blood-thinner-or-easy-bruising"]),
        new(
            16,
            JudgeFallRisk,
            ["fall-in-last-year", "stands-with-support", "tandem-stand-seconds", "chair-stands"]),
        new(17, JudgeCause, []),
        new(
            18,
            a => a.Is("first-step-heel-pain", "yes") && a.Is("burning-or-tingling", "no")
                ? Proceed(ExerciseTraits.None, Verdict.LowLoad, Advisories.ClinicianReview)
                : null,
            []),
        new(19, a => a.IsFlag("insulin-or-sulfonylurea") ? Proceed(ExerciseTraits.None, advisory: Advisories.FastSugarNear) : null, []),
        UntestedBalance,
    ];

    /// <summary>The rules whose sign is an emergency, by number.</summary>
    public static ImmutableArray<Rule> EmergencySigns { get; } = [.. All.Where(rule => rule.Urgency == Disposition.Emergency)];

    /// <summary>The rules whose sign needs somebody the same day, by number.</summary>
    public static ImmutableArray<Rule> SameDaySigns { get; } = [.. All.Where(rule => rule.Urgency == Disposition.SameDay)];

    /// <summary>The questions that ask for a sign of danger, the most urgent first.</summary>
    public static ImmutableArray<Question> DangerQuestions { get; } =
        [.. EmergencySigns.Concat(SameDaySigns).Select(rule => Question.Find(rule.Sign!)!)];

    /// <summary>The rule that matches when no other does.</summary>
    public static Rule NoOther { get; } = new(20, _ => Proceed(ExerciseTraits.None), []);

    private static Rule EmergencySign(int number, string question) => new(
        number,
        a => a.Is(question, "yes")
            ? new(Disposition.Emergency, Everything, Verdict.NoCaps, null)
            : a.Is(question, "unsure")
                ? new(Disposition.SameDay, Everything, Verdict.NoCaps, Advisories.EmergencySigns)
                : null,
        []) { Sign = question };

    /// <summary>
    /// With diabetes or without feeling a skin break is urgent; a missing answer about diabetes counts as yes.
    /// </summary>
    private static Verdict? JudgeBrokenSkin(Answers a)
    {
        if (!a.IsFlag("broken-skin"))
        {
            return null;
        }

        var urgent = a.IsFlag("diabetes") || a["diabetes"] is null || a.HasLossOfProtectiveSensation;
        return urgent ? SameDay() : Clinician(Everything);
    }

    private static Verdict? JudgeUntestedFeeling(Answers a) =>
        !a.HasLossOfProtectiveSensation && (a["touch-test"]?.Word is "not-done" or "self" || a.IsFlag("numb-feet"))
            ? Proceed(ExerciseTraits.None, Verdict.LowLoad, Advisories.TouchTestNeeded)
            : null;

    private static Verdict? JudgeFallRisk(Answers a) =>
        a.IsFlag("fall-in-last-year") ||
        a["stands-with-support"]?.Word is "no" or "unsure" ||
        StandingTests.IsTandemShort(a) ||
        ChairStands.AreBelowCutOff(a)
            ? new(Disposition.SeatedOnly, ExerciseTraits.Standing, Verdict.NoCaps, null)
            : null;

    private static Verdict? JudgeCause(Answers a) =>
        a["cause-assessed"]?.Word is "no" or "unsure" ||
        a.IsFlag("one-sided-or-motor-first") ||
        (a.Is("metformin", "yes") && a["b12-tested"]?.Word is "no" or "unsure")
            ? Proceed(ExerciseTraits.None, advisory: Advisories.ClinicianReview)
            : null;

    private static Verdict? JudgeUntestedBalance(Answers a) =>
        a.Is("tandem-stand-seconds", "not-done") || (a.Is("chair-stands", "not-done") && a.Number("age") is >= 60)
            ? Proceed(ExerciseTraits.Standing, advisory: Advisories.BalanceCheckNeeded)
            : null;

    private static Verdict SameDay() => new(Disposition.SameDay, Everything, Verdict.NoCaps, null);

    private static Verdict Clinician(ExerciseTraits withheld) =>
        new(Disposition.ClinicianFirst, withheld, Verdict.NoCaps, null);

    private static Verdict Proceed(
        ExerciseTraits withheld,
        ImmutableSortedDictionary<ExerciseTraits, int>? caps = null,
        string? advisory = null) => new(Disposition.Proceed, withheld, caps ?? Verdict.NoCaps, advisory);
}
