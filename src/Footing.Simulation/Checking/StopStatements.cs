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
        Nothing("black-found", "nothing after black skin at a foot check (P5)", moment => IsStopped(moment, StopCause.Black)),
        Nothing("calf-found", "nothing after a swollen lower leg (P5)", moment => IsStopped(moment, StopCause.Calf)),
        Nothing("hot-or-swollen", "nothing after a hot or swollen foot (P5)", moment => IsStopped(moment, StopCause.Hot)),
        Nothing("skin-change", "nothing after a change of the skin (P5)", moment => IsStopped(moment, StopCause.SkinChange)),
        Nothing("stopped-for-skin", "nothing after a stop for the skin (P5)", moment => IsStopped(moment, StopCause.StoppedForSkin)),
        Nothing("warm-twice", "nothing after two warm checks in a row (P9)", moment => IsStopped(moment, StopCause.WarmTwice)),
        new("known-finding", "what is known and unchanged stops nothing", HasOnlyKnownFindingsSince, LacksSomethingOfTheLast) { IsOfAnOfferOwed = true },
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
            (moment, exercise) => IsResting(
                moment, moment.Reading.Sessions.FindLast(session => session.IsRaisedByWord && session.HurtNextMorning(exercise))),
            (_, _) => true),
        Each(
            "pain-next-number",
            "a rest after a morning of 2 points more (P4)",
            (moment, exercise) => IsResting(
                moment, moment.Reading.Sessions.FindLast(session => session.IsRaisedByNumber && session.HurtNextMorning(exercise))),
            (_, _) => true),
        Each(
            "pain-twice",
            "a lock after pain twice in 28 days (P4)",
            (moment, exercise) => LockedByPain(moment, exercise) is { } locked && !(moment.Reading.Screening?.On >= locked.From),
            (_, _) => true),
        Each("pain-lock-over", "level 1, half the dose after such a lock (P4)", BeginsAgain, IsMoreThanTheHalf),
        Owed("pain-lock-ends", "which ends with questions 28 days on (P4)", (moment, exercise) =>
            MayBeDone(moment, exercise) &&
            LockedByPain(moment, exercise) is not null &&
            LastPain(moment, exercise) is { } last && moment.IsRestedSince(last, moment.On) &&
            moment.Reading.Sessions.FindLast(session => session.Hurt(exercise)) is { } hurt &&
            moment.Reading.Screening?.On >= hurt.On.AddDays(28)),
        Owed("morning-locks-nothing", "mornings alone lock nothing (P4)", (moment, exercise) =>
            MayBeDone(moment, exercise) &&
            !moment.Reading.Sessions.Exists(session => session.Hurt(exercise)) &&
            moment.Reading.Sessions.Count(session => session.HurtNextMorning(exercise)) >= 2 &&
            moment.IsRestedSince(LastPain(moment, exercise)!, moment.On)),
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
        Each("left-out", "nothing that the person does without", (moment, exercise) => moment.IsLeftOut(exercise), (_, _) => true),
        Each(
            "left-out-gap",
            "lower or anew after days left out (P8)",
            (moment, exercise) => DaysWithout(moment, exercise) is var days && days >= 8 && WasLeftOut(moment, exercise) &&
                (days >= 15 || moment.Comparable(exercise) is not null),
            (moment, offered) => DaysWithout(moment, offered.Id) >= 15 ? offered.Level > 1 : IsNotLowered(moment, offered)),
        Each(
            "practitioner-lock",
            "nothing that a practitioner locked",
            (moment, exercise) => moment.IsLockedByPractitioner(exercise),
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

    /// <summary>
    /// The lock of a second rise of pain by the session within 28 days, while nobody has unlocked it, and the date from which
    /// a screening ends it; null for none. Mornings do not count for it.
    /// </summary>
    private static (PerformedSession By, DateOnly From)? LockedByPain(PlannedDate moment, ExerciseId exercise)
    {
        PerformedSession? before = null;
        PerformedSession? locked = null;
        foreach (var session in moment.Reading.Sessions.Where(session => session.Hurt(exercise)))
        {
            if (before is not null && session.On.DayNumber - before.On.DayNumber <= 28)
            {
                locked = session;
            }

            before = session;
        }

        return locked is null || moment.Reading.Adjustments.Exists(entry =>
            entry.Exercise == exercise && entry.Adjustment is Adjustment.Unlock && entry.At > locked.From)
            ? null
            : (locked, locked.On.AddDays(28));
    }

    /// <summary>Whether a screening has ended a lock by pain, and nothing was done or decided since.</summary>
    private static bool BeginsAgain(PlannedDate moment, ExerciseId exercise) =>
        LockedByPain(moment, exercise) is { } locked && moment.Reading.Screening?.On >= locked.From &&
        ReferenceEquals(moment.Reading.Last(exercise), locked.By) &&
        !moment.Has<Adjustment.ToLevel>(exercise) && !moment.Has<Adjustment.ToDose>(exercise);

    private static bool IsMoreThanTheHalf(PlannedDate moment, Sessions.ScriptExercise offered) =>
        offered.Level > 1 || offered.Dose.Target > (moment.Programme[offered.Id][1].Dose.Target + 1) / 2;

    /// <summary>Whether nothing but pain could withhold an exercise from an offer that is made.</summary>
    private static bool MayBeDone(PlannedDate moment, ExerciseId exercise) =>
        moment.Reading.Condition.AlwaysAllowed.Contains(exercise) && !moment.IsLeftOut(exercise) && !moment.IsLockedByPractitioner(exercise);

    private static PerformedSession? LastPain(PlannedDate moment, ExerciseId exercise) =>
        moment.Reading.Sessions.FindLast(session => session.IsPain(exercise));

    /// <summary>Whether the person did without an exercise at some time since they last did it, and does it again.</summary>
    private static bool WasLeftOut(PlannedDate moment, ExerciseId exercise) => !moment.IsLeftOut(exercise) &&
        moment.Reading.Last(exercise) is { } last &&
        moment.Reading.LeaveOuts.Exists(entry => entry.Exercise == exercise && entry.IsOut && entry.At > last.From);

    /// <summary>
    /// Whether nothing arrived since an offer of the same date but foot checks that are clear, with something known in one.
    /// </summary>
    private static bool HasOnlyKnownFindingsSince(PlannedDate moment)
    {
        if (moment.Before is not [.., { Script: not null } last] || last.On != moment.On)
        {
            return false;
        }

        var arrived = moment.Reading.ArrivedAfter(last.Known).ToList();
        return arrived.Count > 0 && arrived.TrueForAll(IsClearLook) && arrived.Exists(entry => entry is FootCheckEntry { Known.IsEmpty: false });
    }

    private static bool IsClearLook(Entry entry) =>
        entry is FootCheckEntry
        {
            Skin: SkinFinding.Clear, Heat: YesNoUnsure.No, Swelling: YesNoUnsure.No, ObservedBy: not Observer.Nobody,
        } check && !Counting.IsFlag(check.Calf) && !Counting.IsWarm(check);

    private static bool LacksSomethingOfTheLast(PlannedDate moment) =>
        moment.Before[^1].Script!.Exercises.Any(before => !moment.Offers(before.Id));

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
