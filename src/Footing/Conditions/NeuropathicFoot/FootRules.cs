using Footing.Journal;
using Footing.Screening;

namespace Footing.Conditions.NeuropathicFoot;

/// <summary>
/// The screening's rules for neuropathic feet. Their evidence and its limits: IWGDF 2023 on foot risk, NICE NG19 on the diabetic foot, CDC
/// STEADI on balance; the sources are in <c>docs/clinical</c>.
/// </summary>
internal static class FootRules
{
    /// <summary>
    /// The caps where the touch test is missing, where heel pain may be something else, and where LOPS was
    /// cleared: with pressure on the sole level 1, standing level 2.
    /// </summary>
    private static readonly ImmutableSortedDictionary<ExerciseTraits, int> LowLoad =
        Verdict.NoCaps.Add(ExerciseTraits.SolePressure, 1).Add(ExerciseTraits.Standing, FloorLevel);

    /// <summary>The highest level of standing exercise with both feet on the floor; above it is the step.</summary>
    private const int FloorLevel = 2;

    private const ExerciseTraits Everything = ExerciseTraits.AnyPosition;
    private const ExerciseTraits Loading = ExerciseTraits.SolePressure | ExerciseTraits.Standing;

    /// <summary>A foot that is hot, red or swollen.</summary>
    public static Rule HotFoot { get; } =
        new(5, a => a.IsFlag("hot-red-swollen-foot") ? SameDay() : null, []) { Sign = "hot-red-swollen-foot" };

    /// <summary>Skin that is broken.</summary>
    public static Rule BrokenSkin { get; } = new(6, JudgeBrokenSkin, []) { Sign = "broken-skin" };

    /// <summary>A calf that is swollen, tender or warm.</summary>
    public static Rule SwollenCalf { get; } =
        new(7, a => a.IsFlag("swollen-tender-calf") ? SameDay() : null, []) { Sign = "swollen-tender-calf" };

    /// <summary>Skin that is black or looks dead.</summary>
    public static Rule BlackSkin { get; } = EmergencySign(22, "black-skin");

    /// <summary>Feeling that somebody else has not tested.</summary>
    public static Rule UntestedFeeling { get; } = new(14, JudgeUntestedFeeling, ["numb-feet", "touch-test"]) { TestAdvisory = Advisories.TouchTestNeeded };

    /// <summary>Balance that has not been tested.</summary>
    public static Rule UntestedBalance { get; } = new(21, JudgeUntestedBalance, StandingTests.Questions)
    {
        TestAdvisory = Advisories.BalanceCheckNeeded,
        IsOfBalance = true,
        LiftingEndsWithFall = true,
    };

    /// <summary>A risk of falling: unsteady, dizzy, or a fall without tests that show that all is well.</summary>
    public static Rule FallRisk { get; } =
        new(16, JudgeFallRisk, ["fall-in-last-year", "stands-with-support", .. StandingTests.Questions, "dizzy-on-standing"]) { IsOfBalance = true, LiftingEndsWithFall = true };

    /// <summary>All rules in the order of their numbers. R20, which matches when no other does, is not in it.</summary>
    public static ImmutableArray<Rule> All { get; } =
    [
        EmergencySign(1, "cold-pale-limb"),
        EmergencySign(2, "breathless-with-leg-swelling"),
        EmergencySign(3, "rapid-weakness"),
        EmergencySign(4, "wound-and-unwell"),
        HotFoot,
        BrokenSkin,
        SwollenCalf,
        new(
            8,
            a => a.Is("rest-pain-eased-hanging-down", "yes") ? SameDay() : a.Is("rest-pain-eased-hanging-down", "unsure") ? Clinician(Everything) : null,
            ["rest-pain-eased-hanging-down"]) { Sign = "rest-pain-eased-hanging-down" },
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
            a => a.IsFlag("arterial-disease") ? Clinician(Loading) : null,
            ["arterial-disease"]),
        new(
            12,
            a => ProtectiveSensation.IsLost(a) && (a.IsFlag("arterial-disease") || a.IsFlag("foot-deformity"))
                ? Clinician(Loading)
                : null,
            ["arterial-disease", "foot-deformity", "numb-feet", "touch-test"]) { CapsWhenLifted = LowLoad },
        new(
            13,
            a => ProtectiveSensation.IsLost(a)
                ? Proceed(ExerciseTraits.SolePressure, Verdict.NoCaps.Add(ExerciseTraits.Standing, FloorLevel), Advisories.NumbFeetCare)
                : null,
            ["numb-feet", "touch-test"]) { CapsWhenLifted = LowLoad },
        UntestedFeeling,
        new(
            15,
            a => a.IsFlag("blood-thinner-or-easy-bruising") ? Proceed(ExerciseTraits.SolePressure) : null,
            ["blood-thinner-or-easy-bruising"]),
        FallRisk,
        new(17, JudgeCause, []),
        new(
            18,
            a => a.Is("first-step-heel-pain", "yes") && a.Is("burning-or-tingling", "no")
                ? Proceed(ExerciseTraits.None, LowLoad, Advisories.ClinicianReview)
                : null,
            []),
        new(19, a => a.IsFlag("insulin-or-sulfonylurea") ? Proceed(ExerciseTraits.None, advisory: Advisories.FastSugarNear) : null, []),
        UntestedBalance,
        BlackSkin,
        new(23, a => a.IsFlag("told-not-to") ? Clinician(Everything) : null, ["told-not-to"]),
        new(
            24,
            a => a.IsFlag("fall-in-last-year")
                ? Proceed(ExerciseTraits.None, Verdict.NoCaps.Add(ExerciseTraits.Standing, FloorLevel), Advisories.FallsReview)
                : null,
            ["fall-in-last-year", .. StandingTests.Questions]) { YieldsTo = FallRisk.Name, LiftingEndsWithFall = true },
    ];

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

        var urgent = a.IsFlag("diabetes") || a["diabetes"] is null || ProtectiveSensation.IsLost(a);
        return urgent ? SameDay() : Clinician(Everything);
    }

    private static Verdict? JudgeUntestedFeeling(Answers a) =>
        ProtectiveSensation.IsLost(a) ? null
        : ProtectiveSensation.IsUntested(a) ? Proceed(ExerciseTraits.None, LowLoad, Advisories.TouchTestNeeded)
        : a.IsFlag("numb-feet") ? Proceed(ExerciseTraits.None, LowLoad, Advisories.PodiatristReview)
        : null;

    private static Verdict? JudgeFallRisk(Answers a) =>
        a.IsFlag("dizzy-on-standing") ||
        a["stands-with-support"]?.Word is "no" or "unsure" ||
        StandingTests.IsTandemShort(a) ||
        ChairStands.AreBelowCutOff(a) ||
        (a.IsFlag("fall-in-last-year") && StandingTests.IsOneWithoutNumber(a))
            ? new(Disposition.SeatedOnly, ExerciseTraits.Standing, Verdict.NoCaps, null)
            : null;

    private static Verdict? JudgeCause(Answers a) =>
        a["cause-assessed"]?.Word is "no" or "unsure" ||
        a.IsFlag("one-sided-or-motor-first") ||
        (a.Is("metformin", "yes") && a["b12-tested"]?.Word is "no" or "unsure")
            ? Proceed(ExerciseTraits.None, advisory: Advisories.ClinicianReview)
            : null;

    private static Verdict? JudgeUntestedBalance(Answers a) =>
        StandingTests.IsOneNeeded(a)
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
