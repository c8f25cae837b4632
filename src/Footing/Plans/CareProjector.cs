using Footing.Journal;
using Footing.Programmes;
using Footing.Screening;

namespace Footing.Plans;

/// <summary>
/// Folds a journal into a <see cref="CareState"/>, date by date: first training breaks and expired clearances, then the
/// date's entries, last rests and attendance.
/// </summary>
internal sealed class CareProjector(Programme programme, ImmutableArray<Entry> entries, TimeZoneInfo zone)
{
    private readonly SessionFacts _facts = new(entries, zone, programme.Condition);
    private readonly SessionJudgement _judgement = new(programme);

    /// <summary>What the journal says about its sessions, at any place in it.</summary>
    public SessionFacts Facts => _facts;

    /// <summary>The journal at the end of a date, before that date is closed.</summary>
    public Day ProjectTo(DateOnly on)
    {
        var state = CareState.Empty(programme);
        return entries.IsEmpty || entries[0].DateIn(zone) > on
            ? Open(state, on)
            : Fold(Open(state, entries[0].DateIn(zone)), 0, on);
    }

    /// <summary>
    /// The same from a state that includes all dates up to one; entries of those dates are not applied again.
    /// </summary>
    /// <param name="closed">The state after that date was closed.</param>
    /// <param name="closedOn">That date.</param>
    /// <param name="on">A later date.</param>
    public Day ProjectFrom(CareState closed, DateOnly closedOn, DateOnly on)
    {
        var place = 0;
        while (place < entries.Length && entries[place].DateIn(zone) <= closedOn)
        {
            place++;
        }

        return Fold(Open(closed, closedOn.AddDays(1)), place, on);
    }

    private Day Fold(Day day, int place, DateOnly on)
    {
        while (true)
        {
            day = ApplySchedules(day, place);
            while (place < entries.Length && entries[place].DateIn(zone) <= day.On)
            {
                day = Apply(day, entries[place], place);
                place++;
            }

            if (day.On == on)
            {
                return day;
            }

            day = Open(Close(day), day.On.AddDays(1));
        }
    }

    /// <summary>A new date: clearances expire, training breaks grow.</summary>
    public static Day Open(CareState state, DateOnly on)
    {
        if (!state.Clearances.IsEmpty)
        {
            state = Decide(state, on);
        }

        return new(on, ApplyGaps(state, on), false, false);
    }

    /// <summary>The end of a date: a rest ends with a due date; the date is recorded for P12.</summary>
    public static CareState Close(Day day)
    {
        var state = day.State;
        var wasDue = day.HadSession ? day.WasDue : day.IsDue;
        foreach (var progress in state.Progress.Values)
        {
            if (wasDue && progress.RestsSince < day.On)
            {
                state = state.With(progress with { RestsSince = null });
            }
        }

        var counts = day.HadSession ? day.WasDueToPerform : day.IsDueToPerform;
        return state with { Attendance = Attendance.With(state.Attendance, new(day.On, counts, day.HadSession)) };
    }

    /// <summary>A schedule applies to its whole date, and so does what the person leaves out or takes back.</summary>
    private Day ApplySchedules(Day day, int place)
    {
        var state = day.State;
        for (; place < entries.Length && entries[place].DateIn(zone) <= day.On; place++)
        {
            if (entries[place] is ScheduleEntry schedule)
            {
                state = state with
                {
                    Weekdays = schedule.Weekdays ?? state.Weekdays,
                    MinutesLimit = schedule.Minutes ?? state.MinutesLimit,
                };
            }
            else if (entries[place] is LeaveOutEntry leaveOut && state.Programme.Has(leaveOut.Exercise))
            {
                state = state with
                {
                    Progress = state.Progress.SetItem(
                        leaveOut.Exercise, state.Progress[leaveOut.Exercise] with { LeftOutBy = leaveOut.IsOut ? leaveOut.Id : null }),
                };
            }
        }

        return day with { State = state };
    }

    private Day Apply(Day day, Entry entry, int place) => entry switch
    {
        ScreeningEntry screening => day with { State = Restart(day, AfterScreening(day.State, screening, day.On)) },
        ClearanceEntry clearance => day with { State = Restart(day, AfterClearance(day.State, clearance, day.On)) },
        FootCheckEntry check => day with { State = AfterFootCheck(day.State, check, day.On) },
        AdverseEventEntry happened => day with { State = AfterEvent(day.State, happened, day.On) },
        AdjustmentEntry adjustment => day with { State = AfterAdjustment(day.State, adjustment) },
        // A day's report says nothing about a trend.
        CheckInEntry { Span: not CheckInSpan.Day } checkIn => day with { State = day.State with { Reports = day.State.Reports.After(checkIn, day.On) } },
        SessionEntry session => AfterSession(day, session, place),
        UnreadableEntry { MayForbid: true } unreadable => day with { State = AfterUnreadable(day.State, unreadable, day.On) },
        _ => day,
    };

    /// <summary>The date on which exercise becomes possible is a due date.</summary>
    private static CareState Restart(Day before, CareState after) =>
        !before.State.IsOpen(before.On) && after.IsOpen(before.On) ? after with { StartedOn = before.On } : after;

    private static CareState AfterScreening(CareState state, ScreeningEntry screening, DateOnly on)
    {
        var condition = state.Programme.Condition;
        DateOnly? unsteadyOn = state.UnsteadyOn.LastOrDefault(date => date < on) is var last && last == default ? null : last;
        var aged = condition.AgedTests(screening.Answers, screening.Measured, on, unsteadyOn);
        var judged = condition.Judged(screening.Answers, aged);
        return Decide(
            state with
            {
                Screening = screening,
                ScreenedOn = on,
                AgedTests = aged,
                // A screening asks again for whatever an earlier entry may have contained.
                Unreadable = [],
                Clearances = [.. state.Clearances.Select(clearance => clearance.After(judged, condition))],
            },
            on);
    }

    private static CareState AfterClearance(CareState state, ClearanceEntry entry, DateOnly on) => state.Screening is null
        ? state
        : Decide(state with { Clearances = state.Clearances.Add(Clearance.Given(on, state.Judged!.WithoutAge(), entry.Rules, state.Programme.Condition)) }, on);

    /// <summary>
    /// Judges the last screening again with the clearances of the date, closes what it answers, and fits levels to its
    /// caps.
    /// </summary>
    private static CareState Decide(CareState state, DateOnly on)
    {
        if (state.Screening is not { } screening)
        {
            return state;
        }

        var decision = state.Programme.Judge(state.Judged!, Clearance.LiftedOn(on, state.Clearances));
        state = state with { Decision = decision };
        if (decision.AllowsExercise && !state.IsScreeningOld(on))
        {
            state = state with { Findings = state.Findings.RemoveAll(finding => finding.On < state.ScreenedOn) };
            state = UnlockPain(state, decision, screening.Id);
        }

        var isSteady = decision.Missing.IsEmpty &&
            state.Programme.Condition.BalanceTests.All(test => state.Judged!.Number(test) is not null) &&
            !decision.Matches.Any(match => match.Rule.IsOfBalance);
        // What was measured before a concern says nothing about it.
        var steadySince = state.Programme.Condition.BalanceTests.Select(test => screening.Measured.Of(test, state.ScreenedOn)).Append(state.ScreenedOn).Min();
        return FitCaps(isSteady
            ? state with { BalanceConcerns = state.BalanceConcerns.RemoveAll(finding => finding.On < steadySince) }
            : state);
    }

    /// <summary>
    /// A screening made long enough after the pain ends the lock (P4): the exercise begins again at level 1, at half the dose.
    /// </summary>
    private static CareState UnlockPain(CareState state, Decision decision, Guid screening)
    {
        foreach (var progress in state.Progress.Values)
        {
            if (progress is { IsLockedByPain: true, LastPain: { } last } && decision.Allowed.Contains(progress.Exercise) &&
                state.ScreenedOn.DayNumber - last.DayNumber >= SessionJudgement.PainAgainDays)
            {
                state = state.With(progress with
                {
                    IsLockedByPain = false,
                    Level = 1,
                    IsHalved = true,
                    // A practitioner's dose applies until the level changes.
                    Dose = progress.Level == 1 ? progress.Dose : null,
                    DeferredLevel = null,
                    QualifyingSessions = [],
                    Why = new(ProgressionRules.PainRest, [screening]),
                    SessionsAtLevel = 0,
                    LastDone = null,
                });
            }
        }

        return state;
    }

    private static CareState FitCaps(CareState state)
    {
        foreach (var definition in state.Programme.Exercises)
        {
            var (cap, reason) = state.CapOf(definition);
            var progress = state.Progress[definition.Id];
            if (reason is not null && progress.Level > cap)
            {
                state = state.With(progress.At(cap, reason));
            }
        }

        return state;
    }

    private static CareState AfterFootCheck(CareState state, FootCheckEntry check, DateOnly on)
    {
        state = state with { AsymmetricCheck = check.HasTemperatureAsymmetry ? check.Id : null };
        if (check.HasFinding || Severity.SkinOf(check, state.Judged, state.Programme.Condition) != SkinFinding.Clear)
        {
            state = StopAll(state, new(on, [check.Id]));
        }

        return check.SideDifferenceC is null ? state : AfterMeasurement(state, check, on);
    }

    /// <summary>
    /// Over the limit on two measured dates in a row, at most 7 days apart, counts as a safety finding (P9).
    /// </summary>
    private static CareState AfterMeasurement(CareState state, FootCheckEntry check, DateOnly on)
    {
        const int mostDaysApart = 7;
        var last = state.LastMeasured;
        var today = last?.On == on ? last.Entries : [];
        var previous = last?.On == on ? state.MeasuredBefore : last;
        if (check.HasTemperatureAsymmetry)
        {
            today = today.Add(check.Id);
            if (previous is { Entries.IsEmpty: false } && on.DayNumber - previous.On.DayNumber <= mostDaysApart)
            {
                state = StopAll(state, new(on, [.. previous.Entries, .. today]));
            }
        }

        return state with { LastMeasured = new(on, today), MeasuredBefore = previous };
    }

    /// <summary>Everything stops, and no clearance is valid any more (P5).</summary>
    private static CareState StopAll(CareState state, SafetyFinding finding) => Undecide(state with
    {
        Findings = state.Findings.Add(finding),
        Clearances = [],
    });

    /// <summary>
    /// Everything stops until the next screening, as after a safety finding: no clearance covers what it may contain.
    /// </summary>
    private static CareState AfterUnreadable(CareState state, UnreadableEntry entry, DateOnly on) => Undecide(state with
    {
        Unreadable = state.Unreadable.Add(new(on, [entry.Id])),
        Clearances = [],
    });

    private static CareState WithBalanceConcern(CareState state, Guid entry, DateOnly on) =>
        state with
        {
            BalanceConcerns = state.BalanceConcerns.Add(new(on, [entry])),
            UnsteadyOn = state.UnsteadyOn.Contains(on) ? state.UnsteadyOn : [.. state.UnsteadyOn.TakeLast(1), on],
        };

    private static CareState AfterEvent(CareState state, AdverseEventEntry happened, DateOnly on) => happened.Event switch
    {
        AdverseEvent.SkinChange => StopAll(state, new(on, [happened.Id])),
        AdverseEvent.Fall => WithBalanceConcern(
            Decide(state with { Clearances = [.. state.Clearances.Select(clearance => clearance.AfterFall(state.Programme.Condition))] }, on),
            happened.Id,
            on),
        AdverseEvent.Dizzy or AdverseEvent.NearFall => WithBalanceConcern(state, happened.Id, on),
        AdverseEvent.Cramp => state,
    };

    /// <summary>The last screening without any clearance.</summary>
    private static CareState Undecide(CareState state) => state.Screening is null
        ? state
        : state with { Decision = state.Programme.Judge(state.Judged!, []) };

    /// <summary>A decision about an exercise that the programme lacks has no effect.</summary>
    private static CareState AfterAdjustment(CareState state, AdjustmentEntry entry)
    {
        if (state.Programme.Find(entry.Exercise) is not { } definition)
        {
            return state;
        }

        var progress = state.Progress[entry.Exercise];
        var why = new Reason(Reason.Adjusted, [entry.Id]);
        return FitCaps(state.With(entry.Adjustment switch
        {
            Adjustment.Lock => progress with { IsLocked = true },
            Adjustment.Unlock => progress with { IsLocked = false, IsLockedByPain = false },
            Adjustment.Cap cap when cap.Level <= definition.Top => progress with { Cap = (cap.Level, entry.Id) },
            Adjustment.ToLevel to when to.Level <= definition.Top => AtLevel(progress, to.Level, why),
            Adjustment.ToDose dose when dose.Reps is null == definition[1].Dose.Reps is null =>
                progress with { Dose = dose, IsHalved = false, QualifyingSessions = [], Why = why },
            _ => progress,
        }));
    }

    /// <summary>
    /// A level above the one that a training break left waits for a session with the exercise (P8); it counts as a
    /// change at once.
    /// </summary>
    private static ExerciseProgress AtLevel(ExerciseProgress progress, int level, Reason why) =>
        progress.Break != TrainingBreak.None && level > progress.Level
            ? progress with { DeferredLevel = (level, why.Entries[0]), Dose = null, IsHalved = false, QualifyingSessions = [], Why = why }
            : progress with { Level = level, DeferredLevel = null, Dose = null, IsHalved = false, QualifyingSessions = [], Why = why, SessionsAtLevel = 0, LastDone = null };

    /// <summary>
    /// The longer a training break, the lower the level (P8): for all exercises since the last session, for one since
    /// its own last session.
    /// </summary>
    private static CareState ApplyGaps(CareState state, DateOnly on)
    {
        if (state.LastSession is not { } last)
        {
            return state;
        }

        if (on.DayNumber - last.On.DayNumber >= CareState.RestartGapDays)
        {
            state = state with
            {
                Joined = [],
                Restart = new(last.On.AddDays(CareState.RestartGapDays), [last.Entry]),
            };
        }

        foreach (var progress in state.Progress.Values)
        {
            var since = progress.LastSession ?? last;
            var days = on.DayNumber - since.On.DayNumber;
            var gap = days >= CareState.RestartGapDays ? TrainingBreak.Restart : days >= CareState.LongGapDays ? TrainingBreak.Long : TrainingBreak.None;
            if (gap > progress.Break)
            {
                var level = gap == TrainingBreak.Restart ? 1 : Math.Max(1, progress.Level - 1);
                state = state with
                {
                    Progress = state.Progress.SetItem(
                        progress.Exercise,
                        progress.At(level, new(ProgressionRules.TrainingBreak, [since.Entry])) with { Break = gap, SessionsAtLevel = 0, LastDone = null }),
                };
            }
        }

        return state;
    }

    private Day AfterSession(Day day, SessionEntry session, int place)
    {
        // A set of an exercise that the programme lacks is kept in the journal and makes no session.
        IReadOnlyList<SetEntry> sets = [.. _facts.SetsOf(session).Where(set => day.State.Programme.Has(set.Exercise))];
        var before = day.State;
        if (sets.Count > 0 && !day.HadSession)
        {
            day = day with { HadSession = true, WasDue = day.IsDue, WasDueToPerform = day.IsDueToPerform };
        }

        var state = before;
        state = session.StopReason switch
        {
            { } found when found.IsFinding() => StopAll(state, new(day.On, [session.Id])),
            { } unsteady when unsteady.IsBalanceConcern() => WithBalanceConcern(state, session.Id, day.On),
            _ => state,
        };
        if (sets.Count > 0)
        {
            var performed = new PerformedSession(
                session,
                day.On,
                sets,
                _facts.RaisedNextMorning(session),
                !programme.Condition.ChecksFeet ||
                (_facts.IsClearOn(day.On) && (!before.NeedsCheckAfterSession || _facts.IsBetweenClearChecks(place, day.On))));
            state = _judgement.After(before, state, performed, day.WasDueToPerform);
            state = FitCaps(state);
        }

        return day with { State = state };
    }
}
