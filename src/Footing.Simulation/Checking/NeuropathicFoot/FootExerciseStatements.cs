using Footing.Journal;
using static Footing.Simulation.Checking.Statement;

namespace Footing.Simulation.Checking.NeuropathicFoot;

/// <summary>What the contract says of exercises by name.</summary>
internal static class FootExerciseStatements
{
    /// <summary>What a warm foot and a fall rest and lock (P6, P9).</summary>
    public static ImmutableArray<Statement> Stops { get; } =
    [
        Without(
            "warm-once",
            "no load till the check after a warm one (P9)",
            [FootExercises.BallRoll, FootExercises.CalfRaise],
            moment => moment.Reading.IsWarm),
        Without("unsteady", "no calf-raise after a fall till retested (P6)", [FootExercises.CalfRaise], IsUnsteady),
    ];

    /// <summary>When an exercise joins.</summary>
    public static ImmutableArray<Statement> Joining { get; } =
    [
        new(
            "joining",
            "heel-toe-lift joins ankle-pump at level 3",
            moment => moment.Offers(FootExercises.HeelToeLift) && !moment.IsLeftOut(FootExercises.AnklePump),
            moment => !HasJoined(moment)),
        Owed("without-pump", "heel-toe-lift where ankle-pump is left out", (moment, exercise) =>
            exercise == FootExercises.HeelToeLift && moment.IsLeftOut(FootExercises.AnklePump) &&
            !moment.IsLeftOut(exercise) && !moment.IsLockedByPractitioner(exercise) &&
            !moment.Reading.Sessions.Exists(session => session.IsPain(exercise))),
    ];

    /// <summary>The day after a session.</summary>
    public static ImmutableArray<Statement> NextDay { get; } =
    [
        new(
            "calf-next-day",
            "with calf-raise not due the day after a session",
            moment => moment.Offers(FootExercises.CalfRaise) && moment.Reading.Sessions.Exists(session => session.On == moment.On.AddDays(-1)),
            moment => moment.Opening.Script!.Due),
        new(
            "over-midnight",
            "a session over midnight is one of its first day",
            moment => moment.IsOffered && !moment.Offers(FootExercises.CalfRaise) &&
                moment.WeekdaysOn(moment.On).Contains(moment.On.DayOfWeek) &&
                !moment.Reading.Sessions.Exists(session => session.On == moment.On) &&
                moment.Reading.Sessions.Exists(session => session.On == moment.On.AddDays(-1) && session.IsOverMidnight),
            moment => !moment.Opening.Script!.Due),
    ];

    private static bool IsUnsteady(PlannedDate moment) =>
        moment.Reading.Unsteady is { } on && !(moment.Reading.BalanceShown > on);

    /// <summary>Whether ankle-pump may have reached level 3 since the last restart.</summary>
    private static bool HasJoined(PlannedDate moment)
    {
        if (moment.Reading.Adjustments.Exists(entry => entry.Exercise == FootExercises.AnklePump) || moment.Reading.LastDisturbance >= 0)
        {
            return true;
        }

        // A training break may undo a step to level 3 before anybody opens the app: then level 2 is seen.
        var reached = moment.Programme[FootExercises.AnklePump].Top < 3 ? int.MaxValue : 2;
        return moment.Before.Append(moment.Opening).Any(opening =>
            !(opening.On < moment.Reading.Restart) &&
            opening.Script?.Exercises.Any(offered => offered.Id == FootExercises.AnklePump && offered.Level >= reached) == true);
    }
}
