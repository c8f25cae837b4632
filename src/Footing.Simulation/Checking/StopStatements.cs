using Footing.Journal;
using static Footing.Simulation.Checking.Statement;

namespace Footing.Simulation.Checking;

/// <summary>What findings, pain, training breaks and practitioners stop (P4 to P6, P8, P9, adjustments).</summary>
internal static class StopStatements
{
    /// <summary>What stops everything.</summary>
    public static ImmutableArray<Statement> Findings { get; } =
    [
        Nothing("skin-found", "nothing after a find on the skin (P5)", moment => IsStopped(moment, StopCause.Skin)),
        Nothing("nobody-looked", "nothing when nobody saw numb feet (P5)", moment => IsStopped(moment, StopCause.Unseen)),
        Nothing("hot-or-swollen", "nothing after a hot or swollen foot (P5)", moment => IsStopped(moment, StopCause.Hot)),
        Nothing("skin-change", "nothing after a change of the skin (P5)", moment => IsStopped(moment, StopCause.SkinChange)),
        Nothing("stopped-for-skin", "nothing after a stop for the skin (P5)", moment => IsStopped(moment, StopCause.StoppedForSkin)),
        Nothing("warm-twice", "nothing after two warm checks in a row (P9)", moment => IsStopped(moment, StopCause.WarmTwice)),
    ];

    /// <summary>What rests and locks an exercise, after those about the condition.</summary>
    public static ImmutableArray<Statement> Others { get; } =
    [
        Each(
            "pain-rest",
            "a rest after pain rose by 3 (P4)",
            (moment, exercise) => IsResting(moment, moment.Reading.Sessions.FindLast(session => session.Hurt(exercise))),
            (_, _) => true),
        Each(
            "pain-next-morning",
            "a rest after pain still up next morning (P4)",
            (moment, exercise) => IsResting(moment, moment.Reading.Sessions.FindLast(session => session.HurtNextMorning(exercise))),
            (_, _) => true),
        Each("pain-twice", "a lock after pain twice in 28 days (P4)", IsLockedByPain, (_, _) => true),
        Nothing("gap-screening", "nothing after 15 days off till screened (P8)", AwaitsScreening),
        Each(
            "gap-restart",
            "level 1 after 15 days without it (P8)",
            (moment, exercise) => DaysWithout(moment, exercise) >= 15,
            (_, offered) => offered.Level > 1),
        Each(
            "gap-lower",
            "a level lower after 8 to 14 days without (P8)",
            (moment, exercise) => DaysWithout(moment, exercise) is >= 8 and < 15 && moment.Comparable(exercise) is not null,
            IsNotLowered),
        Each(
            "practitioner-lock",
            "nothing that a practitioner locked",
            (moment, exercise) => moment.Reading.Adjustments
                .FindLast(entry => entry.Exercise == exercise && entry.Adjustment is Adjustment.Lock or Adjustment.Unlock)
                ?.Adjustment is Adjustment.Lock,
            (_, _) => true),
        Each(
            "practitioner-cap",
            "no level above a practitioner's cap",
            (moment, exercise) => moment.Latest<Adjustment.Cap>(exercise) is { } cap && cap.Level <= moment.Programme[exercise].Top,
            (moment, offered) => offered.Level > moment.Latest<Adjustment.Cap>(offered.Id)!.Level),
    ];

    /// <summary>A safety finding applies until a screening on a later date.</summary>
    private static bool IsStopped(PlannedDate moment, StopCause kind) =>
        moment.Reading.Stopped(kind) is { } on && !(moment.Reading.Screening?.On > on);

    /// <summary>From a session to the end of the next due date: while no date between may have been due.</summary>
    private static bool IsResting(PlannedDate moment, PerformedSession? hurt)
    {
        if (hurt is null)
        {
            return false;
        }

        for (var date = hurt.On.AddDays(1); date < moment.On; date = date.AddDays(1))
        {
            if (moment.MayBeDue(date))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLockedByPain(PlannedDate moment, ExerciseId exercise)
    {
        PerformedSession? before = null;
        DateTimeOffset? locked = null;
        foreach (var session in moment.Reading.Sessions.Where(session => session.IsPain(exercise)))
        {
            if (before is not null && session.On.DayNumber - before.On.DayNumber <= 28)
            {
                locked = session.Entry.At;
            }

            before = session;
        }

        return locked is not null && !moment.Reading.Adjustments.Exists(entry =>
            entry.Exercise == exercise && entry.Adjustment is Adjustment.Unlock && entry.At > locked);
    }

    private static bool AwaitsScreening(PlannedDate moment)
    {
        var reading = moment.Reading;
        if (reading.Sessions.Count == 0)
        {
            return false;
        }

        var last = reading.Sessions[^1].On;
        var restart = moment.On.DayNumber - last.DayNumber >= 15 ? last.AddDays(15) : reading.Restart;
        return restart is { } from && !(reading.Screening?.On >= from);
    }

    /// <summary>Days since the last session with an exercise; 0 if never done or its level was adjusted.</summary>
    private static int DaysWithout(PlannedDate moment, ExerciseId exercise) =>
        !moment.Has<Adjustment.ToLevel>(exercise) && moment.Reading.Last(exercise) is { } last ? moment.On.DayNumber - last.On.DayNumber : 0;

    private static bool IsNotLowered(PlannedDate moment, Sessions.ScriptExercise offered)
    {
        var last = moment.Comparable(offered.Id)!;
        var reached = last.LevelOf(offered.Id) + (StepStatements.HasEarned(moment, offered.Id) ? 1 : 0);
        return offered.Level > Math.Max(1, reached - 1);
    }
}
