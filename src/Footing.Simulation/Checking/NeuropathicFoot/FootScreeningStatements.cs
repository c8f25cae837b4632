using Footing.Journal;
using static Footing.Simulation.Checking.Statement;

namespace Footing.Simulation.Checking.NeuropathicFoot;

/// <summary>What a screening of neuropathic feet withholds (R1 to R21).</summary>
internal static class FootScreeningStatements
{
    private static readonly string[] EmergencySigns =
        ["cold-pale-limb", "breathless-with-leg-swelling", "rapid-weakness", "wound-and-unwell"];

    private static readonly string[] SameDaySigns =
        ["hot-red-swollen-foot", "swollen-tender-calf", "rest-pain-eased-hanging-down"];

    private static readonly ExerciseId[] Loading = [FootExercises.BallRoll, FootExercises.CalfRaise];

    /// <summary>In the order of the table.</summary>
    public static ImmutableArray<Statement> All { get; } =
    [
        Nothing("emergency", "nothing after an emergency answer (R1-R4)", moment => Says(moment, EmergencySigns, "yes")),
        Nothing(
            "same-day",
            "nothing after a same-day answer (R1-R5, R7, R8)",
            moment => Says(moment, EmergencySigns, "unsure") || Says(moment, SameDaySigns, "yes", "unsure")),
        Nothing("broken-skin", "nothing after broken skin (R6)", moment => Says(moment, ["broken-skin"], "yes", "unsure")),
        Nothing("surgery", "nothing after surgery or fracture (R9)", moment => moment.IsUnlifted("R9")),
        Nothing("past-ulcer", "nothing after ulcer, Charcot, kidney (R10)", moment => moment.IsUnlifted("R10")),
        Without(
            "arteries",
            "toe-lift, heel-toe-lift alone with arteries (R11)",
            [FootExercises.BallRoll, FootExercises.AnklePump, FootExercises.CalfRaise],
            moment => moment.IsUnlifted("R11")),
        Without("deformity", "seated set alone: numb and misshapen (R12)", Loading, moment => moment.IsUnlifted("R12")),
        Without("numbness", "seated set alone without feeling (R13)", Loading, moment => moment.IsUnlifted("R13")),
        Caps("untested-feeling", "low load while feeling is untested (R14)", moment => moment.IsUnlifted("R14")),
        Without("bruising", "no ball-roll with thinners or bruises (R15)", [FootExercises.BallRoll], moment => moment.IsUnlifted("R15")),
        Without("fall-risk", "no calf-raise with a risk of falling (R16)", [FootExercises.CalfRaise], moment => moment.IsUnlifted("R16")),
        Caps(
            "heel-pain",
            "low load with first-step heel pain (R18)",
            moment => Says(moment, ["first-step-heel-pain"], "yes") && Says(moment, ["burning-or-tingling"], "no")),
        Without("untested-balance", "no calf-raise while balance is untested (R21)", [FootExercises.CalfRaise], moment => moment.IsUnlifted("R21")),
        Each(
            "cleared-numbness",
            "low load where missing feeling was cleared",
            (moment, exercise) => Loading.Contains(exercise) && moment.Answers is { } answers && !moment.Has<Adjustment.Cap>(exercise) &&
                new[] { "R12", "R13" }.Any(rule => SafetyAnswers.Matches(rule, answers) && moment.Reading.IsLifted(rule, moment.On)),
            (_, offered) => IsAboveLowLoad(offered)),
    ];

    private static Statement Caps(string id, string sentence, Func<PlannedDate, bool> isInForce) =>
        new(id, sentence, isInForce, moment => moment.Offered.Any(IsAboveLowLoad));

    private static bool IsAboveLowLoad(Sessions.ScriptExercise offered) =>
        (offered.Id == FootExercises.BallRoll && offered.Level > 1) || (offered.Id == FootExercises.CalfRaise && offered.Level > 2);

    private static bool Says(PlannedDate moment, string[] questions, params string[] words) => moment.Answers is { } answers &&
        questions.Any(question => answers[question]?.Word is { } word && words.Contains(word));
}
