using Footing.Journal;
using Footing.Programmes;
using Footing.Screening;

namespace Footing.Plans;

/// <summary>
/// Makes the plan of a date from a journal. Pure: the same journal, programme, date and zone give the same plan,
/// whatever the order in which the entries arrived.
/// </summary>
public static class Planner
{
    // No screening or clearance is valid longer: what is not due by then is not due without a new entry.
    private const int MostDaysAhead = 90;

    /// <summary>The care state of a journal on a date: screening, clearances, findings, progress.</summary>
    /// <param name="journal">
    /// The person's entries, in any order; those dated later than <paramref name="on"/> are not read.
    /// </param>
    /// <param name="programme">The programme.</param>
    /// <param name="on">The date, in the person's zone.</param>
    /// <param name="zone">The person's zone.</param>
    public static CareState StateOn(IEnumerable<Entry> journal, Programme programme, DateOnly on, TimeZoneInfo zone) =>
        Projection.Of(journal, programme, on, zone).State;

    /// <summary>The plan of a date.</summary>
    /// <param name="journal">
    /// The person's entries, in any order; those dated later than <paramref name="on"/> are not read.
    /// </param>
    /// <param name="programme">The programme.</param>
    /// <param name="on">The date, in the person's zone.</param>
    /// <param name="zone">The person's zone.</param>
    public static Plan PlanFor(IEnumerable<Entry> journal, Programme programme, DateOnly on, TimeZoneInfo zone) =>
        PlanFor(Projection.Of(journal, programme, on, zone));

    /// <summary>The plan of a date from the programme that the journal names for it.</summary>
    /// <param name="journal">
    /// The person's entries, in any order; those dated later than <paramref name="on"/> are not read.
    /// </param>
    /// <param name="library">The programmes that are here.</param>
    /// <param name="on">The date, in the person's zone.</param>
    /// <param name="zone">The person's zone.</param>
    public static Plan PlanFor(IEnumerable<Entry> journal, ProgrammeLibrary library, DateOnly on, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(library);
        Entry[] known = [.. journal.Select(library.Known)];
        return PlanFor(known, library.FollowedOn(known, on, zone), on, zone);
    }

    /// <summary>The plan of the date of a projection, from a whole journal or from a snapshot.</summary>
    public static Plan PlanFor(Projection projection)
    {
        var (on, state) = (projection.On, projection.State);
        return new(
            on,
            projection.Day.IsDueToPerform && !projection.Day.HadSession,
            state.IsScreeningOld(on) ? Disposition.Incomplete : state.Decision!.Disposition,
            DayPlan.Of(projection.Programme, state, on),
            Locked(state),
            Notices(state, on),
            NextDue(projection.Projector, projection.Day))
        {
            Unreadable = projection.Unreadable,
            LeftOut = [.. state.Programme.ExerciseIds.Where(state.IsLeftOut).Select(exercise => new LeftOutExercise(exercise, state.Progress[exercise].LeftOutBy!.Value))],
            Edition = Edition.Of(projection.Programme),
        };
    }

    private static ImmutableArray<LockedExercise> Locked(CareState state)
    {
        var locked = ImmutableArray.CreateBuilder<LockedExercise>();
        foreach (var definition in state.Programme.Exercises)
        {
            var exercise = definition.Id;
            var isAllowed = state.Decision?.Allowed.Contains(exercise) ?? true;
            if (state.IsLeftOut(exercise) || (isAllowed && !state.IsLocked(exercise)))
            {
                continue;
            }

            var rules = ImmutableArray.CreateBuilder<string>();
            rules.AddRange(state.Decision?.Withholding(definition.Exercise) ?? []);
            if (state.Progress[exercise].IsLockedByPain)
            {
                rules.Add(ProgressionRules.PainRest);
            }

            if (state.IsLockedForBalance(exercise))
            {
                rules.Add(ProgressionRules.BalanceConcern);
            }

            if (state.Progress[exercise].IsLocked)
            {
                rules.Add(Reason.Adjusted);
            }

            locked.Add(new(exercise, rules.ToImmutable()));
        }

        return locked.ToImmutable();
    }

    private static ImmutableArray<Reason> Notices(CareState state, DateOnly on)
    {
        var notices = ImmutableArray.CreateBuilder<Reason>();
        if (!state.Findings.IsEmpty)
        {
            notices.Add(new(ProgressionRules.Finding, [.. state.Findings.SelectMany(finding => finding.Entries).Distinct()]));
        }

        if (!state.Unreadable.IsEmpty)
        {
            notices.Add(new(Reason.Unreadable, [.. state.Unreadable.SelectMany(found => found.Entries)]));
        }

        if (state.AwaitsRestart)
        {
            notices.Add(new(ProgressionRules.TrainingBreak, state.Restart!.Entries));
        }

        if (state.AsymmetricCheck is { } warm)
        {
            notices.Add(new(ProgressionRules.Asymmetry, [warm]));
        }

        if (state.Reports.Worse is { } worse)
        {
            notices.Add(worse);
        }

        if (state.Reports.NoBetter(state.FirstSession, on) is { } noBetter)
        {
            notices.Add(noBetter);
        }

        if (Attendance.IsLow(state.FirstSession, on, state.Attendance, on.AddDays(-1)))
        {
            notices.Add(new(ProgressionRules.LowAttendance, [state.LastSession!.Value.Entry]));
        }

        return notices.ToImmutable();
    }

    /// <summary>The first due date after a day if nothing more is recorded.</summary>
    private static DateOnly? NextDue(CareProjector projector, Day day)
    {
        for (var i = 0; i < MostDaysAhead && day.State.IsOpen(day.On); i++)
        {
            day = CareProjector.Open(CareProjector.Close(day), day.On.AddDays(1));
            if (day.IsDueToPerform)
            {
                return day.On;
            }
        }

        return null;
    }
}
