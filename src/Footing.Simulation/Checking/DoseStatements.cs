using Footing.Journal;
using Footing.Programmes;
using Footing.Sessions;

namespace Footing.Simulation.Checking;

/// <summary>How much is offered, and when (section 4 of the contract).</summary>
internal static class DoseStatements
{
    /// <summary>In the order of the table.</summary>
    public static ImmutableArray<Statement> All { get; } =
    [
        Offered("declared-level", "no level that the programme lacks", (moment, offered) => !IsDeclared(moment, offered)),
        Offered("dose", "no dose above its level's unless adjusted", IsTooMuch),
        Offered("script-sets", "the script asks for the sets of its doses", AsksOtherwise),
        new("minutes", "within the person's minutes, but one set each", moment => moment.IsOffered, IsTooLong),
        new(
            "one-a-day",
            "not due on a date that has a session",
            moment => moment.Reading.Sessions.Exists(session => session.On == moment.On),
            moment => moment.Opening.Script!.Due),
        new(
            "weekday",
            "due on the person's days or a new start alone",
            moment => !moment.MayBeDue(moment.On),
            moment => moment.Opening.Script!.Due),
    ];

    /// <summary>In force whenever anything is offered.</summary>
    private static Statement Offered(string id, string sentence, Func<PlannedDate, ScriptExercise, bool> isBroken) =>
        new(id, sentence, moment => moment.IsOffered, moment => moment.Offered.Any(offered => isBroken(moment, offered)));

    private static bool IsDeclared(PlannedDate moment, ScriptExercise offered)
    {
        var definition = moment.Programme[offered.Id];
        return offered.Level >= 1 && offered.Level <= definition.Top && definition[offered.Level].Position == offered.Position &&
            moment.Offered.Count(other => other.Id == offered.Id) == 1;
    }

    private static bool IsTooMuch(PlannedDate moment, ScriptExercise offered)
    {
        var definition = moment.Programme[offered.Id];
        return IsDeclared(moment, offered) && IsMore(offered.Dose, definition[offered.Level].Dose) &&
            !(moment.Latest<Adjustment.ToDose>(offered.Id) is { } adjusted &&
                offered.Dose.Sets <= adjusted.Sets && offered.Dose.Target <= (adjusted.Reps ?? adjusted.Seconds));
    }

    private static bool IsMore(Dose dose, Dose than) => dose.Sets > than.Sets || dose.Target > than.Target || dose.PerSide != than.PerSide;

    private static bool AsksOtherwise(PlannedDate moment, ScriptExercise offered)
    {
        var sets = moment.Opening.Script!.Steps.Where(step => step.Exercise == offered.Id && step.Set is not null).Select(step => step.Set!).ToList();
        return sets.Count != offered.Dose.Sets * (offered.Dose.PerSide ? 2 : 1) ||
            sets.Exists(set => set.Target != offered.Dose.Target || set.InReps != offered.Dose.Reps.HasValue);
    }

    private static bool IsTooLong(PlannedDate moment)
    {
        var minutes = moment.Reading.Schedules.FindLast(schedule => schedule.Minutes is not null)?.Minutes ?? moment.Programme.MinutesLimit;
        return moment.Offered.Any(offered => offered.Dose.Sets > 1) &&
            moment.Offered.All(offered => IsDeclared(moment, offered)) &&
            moment.Offered.Sum(offered => Seconds(moment.Programme[offered.Id][offered.Level], offered.Dose)) > minutes * 60;
    }

    /// <summary>Repetitions times tempo, or seconds, for each side, plus the rests between sets.</summary>
    private static int Seconds(Level level, Dose dose)
    {
        var oneSet = dose.Seconds ?? dose.Target * (level.Tempo.UpMs + level.Tempo.HoldMs + level.Tempo.DownMs) / 1000;
        return (oneSet * dose.Sets * (dose.PerSide ? 2 : 1)) + (level.RestSeconds * (dose.Sets - 1));
    }
}
