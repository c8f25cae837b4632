using Footing.Journal;
using Footing.Sessions;
using static Footing.Simulation.Checking.Statement;

namespace Footing.Simulation.Checking;

/// <summary>How levels go up and down (P1 to P3, P7, P10 to P12).</summary>
internal static class StepStatements
{
    /// <summary>A late report may have changed whether this many earlier sessions qualified.</summary>
    private const int SessionsInDoubt = 12;

    /// <summary>In the order of the table.</summary>
    public static ImmutableArray<Statement> All { get; } =
    [
        Each(
            "first-level",
            "level 1 before the first session with it",
            (moment, exercise) => moment.Reading.Last(exercise) is null && !moment.Has<Adjustment.ToLevel>(exercise),
            (_, offered) => offered.Level > 1),
        new(
            "one-step",
            "one exercise, one level up between two sessions",
            moment => LastPlain(moment) is not null,
            RisesTooMuch),
        Each(
            "earned-step",
            "a step up for 3 good sessions in 7 days (P1)",
            (moment, exercise) => moment.Reading.Last(exercise) is not null && !moment.Has<Adjustment.ToLevel>(exercise),
            (moment, offered) => moment.IsUp(offered, moment.Reading.Last(offered.Id)!) && !HasEarned(moment, offered.Id) &&
                !WasThereBefore(moment, offered)),
        Each(
            "hold",
            "no step up after a hard session (P2)",
            (moment, exercise) => moment.Comparable(exercise)?.IsHard(exercise) == true,
            (moment, offered) => moment.IsUp(offered, moment.Comparable(offered.Id)!)),
        Each(
            "step-down",
            "a level or half the dose less after P3 or P4",
            (moment, exercise) => moment.Comparable(exercise) is { } last && (last.IsTooMuch(exercise) || last.IsPain(exercise)),
            IsNotLess),
        Each(
            "worse",
            "no step up while check-ins get worse (P10)",
            (moment, exercise) => moment.Comparable(exercise)?.IsWorse == true,
            (moment, offered) => moment.IsUp(offered, moment.Comparable(offered.Id)!)),
        Each(
            "no-better",
            "no step up if 12 weeks brought nothing (P11)",
            (moment, exercise) => moment.Comparable(exercise)?.IsNoBetter == true,
            (moment, offered) => moment.IsUp(offered, moment.Comparable(offered.Id)!)),
        Each(
            "attendance",
            "no step up with under 70 % attendance (P12)",
            (moment, exercise) => moment.Comparable(exercise) is { } last && Attendance.IsSurelyLow(moment, last),
            (moment, offered) => moment.IsUp(offered, moment.Comparable(offered.Id)!)),
    ];

    /// <summary>
    /// Three qualifying sessions at the present level, 7 days apart, since the last that was too much; at any level
    /// where a late report or a correction may have changed levels.
    /// </summary>
    public static bool HasEarned(PlannedDate moment, ExerciseId exercise)
    {
        var reading = moment.Reading;
        var sessions = reading.Sessions.FindAll(session => session.Has(exercise));
        var isInDoubt = IsInDoubt(reading, sessions);
        if (HasRun(reading, sessions, sessions.Count - 1, exercise, whateverWasAsked: false))
        {
            return true;
        }

        // The step up may be from before the late report, with later sessions done at the earlier level.
        for (var end = sessions.Count - 1; isInDoubt && end >= Math.Max(0, sessions.Count - SessionsInDoubt); end--)
        {
            if (HasRun(reading, sessions, end, exercise, whateverWasAsked: true))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInDoubt(RecordedFacts reading, List<PerformedSession> sessions) =>
        sessions.Count > 0 && reading.LastDisturbance >= sessions[Math.Max(0, sessions.Count - SessionsInDoubt)].OfferKnown;

    /// <summary>A late report may undo what lowered a level, such as a training break, and restore it.</summary>
    private static bool WasThereBefore(PlannedDate moment, ScriptExercise offered)
    {
        var sessions = moment.Reading.Sessions.FindAll(session => session.Has(offered.Id));
        return IsInDoubt(moment.Reading, sessions) &&
            sessions.TakeLast(SessionsInDoubt).Any(session => session.LevelOf(offered.Id) >= offered.Level);
    }

    private static bool HasRun(RecordedFacts reading, List<PerformedSession> sessions, int end, ExerciseId exercise, bool whateverWasAsked)
    {
        var good = new List<DateOnly>();
        for (var place = end; place >= 0; place--)
        {
            var session = sessions[place];
            var isOther = session.LevelOf(exercise) != sessions[end].LevelOf(exercise) ||
                session.TargetOf(exercise) != sessions[end].TargetOf(exercise);
            if (session.IsHard(exercise) || session.IsPain(exercise) || (!whateverWasAsked && (session.IsTooMuch(exercise) || isOther)))
            {
                break;
            }

            if (session.IsGood(exercise, whateverWasAsked) && reading.HadClearFeet(session))
            {
                good.Add(session.On);
                if (good.Count >= 3 && good[0].DayNumber - good[^1].DayNumber >= 7)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Compared with the offer for the last session: only that session may have raised a level.</summary>
    private static bool RisesTooMuch(PlannedDate moment)
    {
        var ups = 0;
        foreach (var offered in moment.Offered)
        {
            var before = LastPlain(moment)!.Script!.Exercises.FirstOrDefault(other => other.Id == offered.Id);
            if (before is null || moment.Has<Adjustment.ToLevel>(offered.Id) || moment.Has<Adjustment.ToDose>(offered.Id))
            {
                continue;
            }

            if (offered.Level > before.Level + 1)
            {
                return true;
            }

            ups += offered.Level > before.Level || (offered.Level == before.Level && offered.Dose.Target > before.Dose.Target) ? 1 : 0;
        }

        return ups > 1;
    }

    /// <summary>The last session, if its offer knew all that had happened before.</summary>
    private static PerformedSession? LastPlain(PlannedDate moment) =>
        moment.Reading.Sessions is [.., var last] && last.Script is not null && moment.IsPlain(last) ? last : null;

    private static bool IsNotLess(PlannedDate moment, ScriptExercise offered)
    {
        var level = moment.Comparable(offered.Id)!.LevelOf(offered.Id);
        if (level > 1)
        {
            return offered.Level >= level;
        }

        var whole = moment.Programme[offered.Id][1].Dose.Target;
        return offered.Level > 1 || (!moment.Has<Adjustment.ToDose>(offered.Id) && offered.Dose.Target > (whole + 1) / 2);
    }
}
