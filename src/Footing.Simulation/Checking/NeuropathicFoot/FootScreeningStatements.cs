using Footing.Journal;
using static Footing.Simulation.Checking.Statement;

namespace Footing.Simulation.Checking.NeuropathicFoot;

/// <summary>What a screening of neuropathic feet withholds (R1 to R24).</summary>
internal static class FootScreeningStatements
{
    private static readonly string[] EmergencySigns =
        ["cold-pale-limb", "breathless-with-leg-swelling", "rapid-weakness", "wound-and-unwell"];

    private static readonly ExerciseId[] Loading = [FootExercises.BallRoll, FootExercises.CalfRaise];

    /// <summary>In the order of the table.</summary>
    public static ImmutableArray<Statement> All { get; } =
    [
        Nothing("emergency", "nothing after an emergency answer (R1-R4)", moment => Says(moment, EmergencySigns, "yes")),
        Nothing("black-skin", "nothing after black skin, sure or not (R22)", moment => Says(moment, ["black-skin"], "yes", "unsure")),
        Nothing(
            "same-day",
            "nothing after a same-day answer (R1-R5, R7, R8)",
            moment => Says(moment, EmergencySigns, "unsure") ||
                Says(moment, ["hot-red-swollen-foot", "swollen-tender-calf"], "yes", "unsure") ||
                Says(moment, ["rest-pain-eased-hanging-down"], "yes")),
        Nothing("broken-skin", "nothing after broken skin (R6)", moment => Says(moment, ["broken-skin"], "yes", "unsure")),
        Nothing("unsure-rest-pain", "nothing while pain at rest is unsure (R8)", moment => moment.IsUnlifted("R8")),
        Nothing("surgery", "nothing after surgery or fracture (R9)", moment => moment.IsUnlifted("R9")),
        Nothing("past-ulcer", "nothing after ulcer, Charcot, kidney (R10)", moment => moment.IsUnlifted("R10")),
        Nothing("told-not-to", "nothing against a professional's word (R23)", moment => moment.IsUnlifted("R23")),
        Without("arteries", "seated set alone with arteries (R11)", Loading, moment => moment.IsUnlifted("R11")),
        Without("deformity", "seated set alone: numb and misshapen (R12)", Loading, moment => moment.IsUnlifted("R12")),
        Without("numbness", "no ball-roll without feeling (R13)", [FootExercises.BallRoll], moment => moment.IsUnlifted("R13")),
        OnTheFloor("numb-standing", "calf-raise on the floor without feeling (R13)", moment => moment.IsUnlifted("R13")),
        Caps("untested-feeling", "low load while feeling is untested (R14)", moment => moment.IsUnlifted("R14")),
        Caps(
            "aged-feeling",
            "low load on touch tests over 181 days old",
            moment => IsAged(moment, "touch-test") && (moment.IsUnlifted("R13") || moment.IsUnlifted("R14"))),
        Without("bruising", "no ball-roll with thinners or bruises (R15)", [FootExercises.BallRoll], moment => moment.IsUnlifted("R15")),
        Without("fall-risk", "no calf-raise with a risk of falling (R16)", [FootExercises.CalfRaise], moment => moment.IsUnlifted("R16")),
        Without(
            "dizzy-on-standing",
            "no calf-raise where standing up is dizzy (R16)",
            [FootExercises.CalfRaise],
            moment => Says(moment, ["dizzy-on-standing"], "yes", "unsure") && moment.IsUnlifted("R16")),
        OnTheFloor("fallen-before", "calf-raise on the floor after falls (R24)", moment => moment.IsUnlifted("R24")),
        Caps(
            "heel-pain",
            "low load with first-step heel pain (R18)",
            moment => Says(moment, ["first-step-heel-pain"], "yes") && Says(moment, ["burning-or-tingling"], "no")),
        Without("untested-balance", "no calf-raise while balance is untested (R21)", [FootExercises.CalfRaise], moment => moment.IsUnlifted("R21")),
        Without(
            "aged-balance",
            "no calf-raise on balance tests that aged (R21)",
            [FootExercises.CalfRaise],
            moment => SafetyAnswers.BalanceTests.Any(test => IsAged(moment, test)) && moment.IsUnlifted("R21")),
        Each(
            "cleared-numbness",
            "low load where missing feeling was cleared",
            (moment, exercise) => Loading.Contains(exercise) && moment.Reading.Screening is { } screening && !moment.Has<Adjustment.Cap>(exercise) &&
                new[] { "R12", "R13" }.Any(rule =>
                    moment.Reading.Condition.Matches(rule, screening) && moment.Reading.IsLifted(rule, moment.On)),
            (_, offered) => IsAboveLowLoad(offered)),
        new("worse-never-loosens", "no more after answers that are only worse", HasOnlyWorsened, IsLoosened),
    ];

    private static Statement Caps(string id, string sentence, Func<PlannedDate, bool> isInForce) =>
        new(id, sentence, isInForce, moment => moment.Offered.Any(IsAboveLowLoad));

    private static Statement OnTheFloor(string id, string sentence, Func<PlannedDate, bool> isInForce) =>
        new(id, sentence, isInForce, moment => moment.Offer(FootExercises.CalfRaise)?.Level > 2);

    private static bool IsAboveLowLoad(Sessions.ScriptExercise offered) =>
        (offered.Id == FootExercises.BallRoll && offered.Level > 1) || (offered.Id == FootExercises.CalfRaise && offered.Level > 2);

    private static bool Says(PlannedDate moment, string[] questions, params string[] words) => moment.Answers is { } answers &&
        questions.Any(question => answers[question]?.Word is { } word && words.Contains(word));

    private static bool IsAged(PlannedDate moment, string test) => moment.Reading.Screening?.Aged.Contains(test) == true;

    /// <summary>
    /// Only where nothing else since the answers before could have given more: no decision of a professional, no choice of
    /// the person, no fall, no finding, no pain whose rest or lock may have ended.
    /// </summary>
    private static bool HasOnlyWorsened(PlannedDate moment)
    {
        var reading = moment.Reading;
        if (reading.Screenings is not [.., var was, var now] || !reading.Condition.IsOnlyWorse(was, now) || OfferBefore(moment) is not { } before)
        {
            return false;
        }

        var firstCheck = reading.Checks.FindIndex(check => check.On >= was.On);
        return reading.Unsteady is null &&
            !(reading.LastStop(moment.On) >= was.On) &&
            !reading.Clearances.Exists(clearance => clearance.On >= was.On) &&
            !reading.Adjustments.Exists(entry => Counting.Day(entry) >= was.On) &&
            !reading.LeaveOuts.Exists(entry => Counting.Day(entry) >= was.On) &&
            reading.Checks.Skip(firstCheck < 0 ? Math.Max(0, reading.Checks.Count - 1) : Math.Max(0, firstCheck - 1)).All(check => check.IsClear) &&
            reading.Sessions.FindLast(session => moment.Programme.ExerciseIds.Any(session.IsPain)) is var pain &&
            (pain is null || (was.On.DayNumber - pain.On.DayNumber >= 28 && moment.IsRestedSince(pain, before.On)));
    }

    private static bool IsLoosened(PlannedDate moment)
    {
        var before = OfferBefore(moment)!.Script!.Exercises.Select(offered => offered.Id).Append(FootExercises.HeelToeLift).ToHashSet();
        return moment.Offered.Any(offered => !before.Contains(offered.Id));
    }

    /// <summary>
    /// The last offer that was made on the answers before the last; null where there is none, or a late report or a
    /// correction hides which.
    /// </summary>
    private static Opening? OfferBefore(PlannedDate moment)
    {
        var (was, now) = (moment.Reading.Screenings[^2], moment.Reading.Screenings[^1]);
        return moment.Before.LastOrDefault(opening => opening.Script is not null && opening.Known > was.Place && opening.Known <= now.Place);
    }
}
