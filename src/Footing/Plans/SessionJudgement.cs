using Footing.Journal;
using Footing.Programmes;

namespace Footing.Plans;

/// <summary>A session with at least one set, and what the journal says about it.</summary>
/// <param name="Entry">Its entry.</param>
/// <param name="On">Its date.</param>
/// <param name="Sets">Its sets.</param>
/// <param name="RaisedNextMorning">
/// The entry that reports that pain was still raised next morning; null when none does.
/// </param>
/// <param name="HasClearFeet">Whether the foot checks are those of a qualifying session (P1, P7).</param>
internal sealed record PerformedSession(
    SessionEntry Entry,
    DateOnly On,
    IReadOnlyList<SetEntry> Sets,
    Guid? RaisedNextMorning,
    bool HasClearFeet)
{
    /// <summary>The exercises with a set.</summary>
    public ImmutableArray<ExerciseId> Exercises { get; } = [.. Sets.Select(set => set.Exercise).Distinct()];

    /// <summary>
    /// Whether pain still raised next morning counts for an exercise: for each whose own rise was 1 or more, for all
    /// when none was.
    /// </summary>
    public bool IsRaised(ExerciseId exercise) =>
        RaisedNextMorning is not null &&
        (ExerciseResult.RiseOf(Entry, exercise) >= 1 || !Exercises.Any(other => ExerciseResult.RiseOf(Entry, other) >= 1));
}

/// <summary>
/// What a session changes in the levels: the rules P1 to P4, with P7 and P10 to P12, which only forbid P1.
/// </summary>
internal sealed class SessionJudgement(Programme programme)
{
    /// <summary>How many qualifying sessions a step up needs (P1).</summary>
    internal const int GoodSessions = 3;

    private const int GoodDays = 7;
    internal const int PainAgainDays = 28;

    /// <summary>The state after a session.</summary>
    /// <param name="before">The state that gave the session's plan.</param>
    /// <param name="state">The state after the session's stop reason was applied.</param>
    /// <param name="session">The session.</param>
    /// <param name="wasDue">Whether it was done on a due date.</param>
    public CareState After(CareState before, CareState state, PerformedSession session, bool wasDue)
    {
        var done = new SessionReference(session.On, session.Entry.Id);
        foreach (var exercise in session.Exercises)
        {
            state = state.With(After(before, state.Progress[exercise], session, done));
        }

        foreach (var progress in state.Progress.Values)
        {
            // An exercise never done has no training break of its own: any session ends it.
            if (progress.LastSession is null)
            {
                state = state.With(progress with { Break = TrainingBreak.None });
            }
        }

        state = state with { FirstSession = state.FirstSession ?? session.On, LastSession = done };
        if (session.RaisedNextMorning is not null && !state.RestedByMorning.Contains(session.On))
        {
            state = state with { RestedByMorning = [.. state.RestedByMorning.TakeLast(CareState.MorningRestsKept - 1), session.On] };
        }

        var dates = Attendance.With(state.Attendance, new(session.On, wasDue, true));
        var mayGoUp = state.Reports.Worse is null &&
            state.Reports.NoBetter(state.FirstSession, session.On) is null &&
            !Attendance.IsLow(state.FirstSession, session.On, dates, session.On);
        return mayGoUp ? OneUp(state, session) : state;
    }

    private ExerciseProgress After(CareState before, ExerciseProgress progress, PerformedSession session, SessionReference done)
    {
        var exercise = progress.Exercise;
        var given = DayPlan.Given(programme, before, exercise, session.On);
        var sets = session.Sets.Where(set => set.Exercise == exercise).ToArray();
        var result = ExerciseResult.Of(
            session.Entry,
            exercise,
            sets,
            given,
            session.IsRaised(exercise));
        progress = progress with { LastSession = done, Break = TrainingBreak.None };
        if (Array.Exists(sets, set => set.Level == progress.Level))
        {
            progress = progress with
            {
                SessionsAtLevel = Math.Min(ExerciseProgress.FamiliarAfter, progress.SessionsAtLevel + 1),
                LastDone = DoneOf(sets, given),
            };
        }

        if (result.Matches != ProgressionSigns.None)
        {
            progress = progress with { QualifyingSessions = [] };
        }
        else if (result.IsGood && session.HasClearFeet && (progress.IsHalved || progress.Level < programme[exercise].Top))
        {
            // At the top nothing is counted: even years of good sessions there have no effect.
            progress = progress with { QualifyingSessions = progress.QualifyingSessions.Add(done) };
        }

        var isPain = result.Matches.HasFlag(ProgressionSigns.Rest);
        if (!isPain && !result.Matches.HasFlag(ProgressionSigns.Down))
        {
            return progress.DeferredLevel is { } pending
                ? progress.At(pending.Level, new(Reason.Adjusted, [pending.By])) with { DeferredLevel = null }
                : progress;
        }

        progress = progress with { DeferredLevel = null };
        if (!isPain)
        {
            return progress.Down(new(ProgressionRules.StepDown, [session.Entry.Id]));
        }

        ImmutableArray<Guid> entries = session.RaisedNextMorning is { } morning && session.IsRaised(exercise)
            ? [session.Entry.Id, morning]
            : [session.Entry.Id];
        progress = progress.Down(new(ProgressionRules.PainRest, entries)) with { RestsSince = session.On };
        // Only pain that rose in the session itself locks: a bad morning has many reasons.
        return ExerciseResult.RiseOf(session.Entry, exercise) >= ExerciseResult.PainRiseFrom
            ? progress with
            {
                LastPain = session.On,
                IsLockedByPain = progress.IsLockedByPain ||
                    (progress.LastPain is { } last && session.On.DayNumber - last.DayNumber <= PainAgainDays),
            }
            : progress;
    }

    /// <summary>What was done in all, of each side where the dose is per side: then the side that did less.</summary>
    private static int DoneOf(SetEntry[] sets, Dose given)
    {
        int Of(Func<Side, bool> counts) => sets.Where(set => counts(set.Side)).DistinctBy(set => (set.Set, set.Side)).Sum(set => set.Done);
        return given.PerSide
            ? Math.Min(Of(side => side != Side.Right), Of(side => side != Side.Left))
            : Of(_ => true);
    }

    private CareState OneUp(CareState state, PerformedSession session)
    {
        foreach (var exercise in programme.Progression)
        {
            var progress = state.Progress[exercise];
            if (!session.Exercises.Contains(exercise) ||
                !state.IsActive(exercise, session.On) ||
                progress.QualifyingSessions.Length < GoodSessions ||
                progress.QualifyingSessions[^1].On.DayNumber - progress.QualifyingSessions[0].On.DayNumber < GoodDays)
            {
                continue;
            }

            var why = new Reason(ProgressionRules.StepUp, [.. progress.QualifyingSessions.Select(good => good.Entry)]);
            var up = progress.IsHalved
                ? progress with { IsHalved = false, QualifyingSessions = [], Why = why }
                : progress.At(Math.Min(progress.Level + 1, state.CapOf(programme[exercise]).Level), why);
            var next = state.With(up);
            if (up != progress && SessionLength.Fits(DayPlan.Untrimmed(programme, next, session.On), state.MinutesLimit))
            {
                return next;
            }
        }

        return state;
    }
}
