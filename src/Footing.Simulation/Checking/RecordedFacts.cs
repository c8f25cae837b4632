using Footing.Journal;

namespace Footing.Simulation.Checking;

/// <summary>The reason for a stop of all exercise.</summary>
internal enum StopCause
{
    /// <summary>A foot check found something on the skin.</summary>
    Skin,

    /// <summary>Nobody looked at feet that may lack sensation.</summary>
    Unseen,

    /// <summary>A foot was hot or swollen, or the answer was unsure.</summary>
    Hot,

    /// <summary>A new skin change, reported as an adverse event.</summary>
    SkinChange,

    /// <summary>A session was stopped because of the skin.</summary>
    StoppedForSkin,

    /// <summary>One foot was warmer on two measured dates in succession.</summary>
    WarmTwice,

    /// <summary>Skin that is black or looks dead.</summary>
    Black,

    /// <summary>One calf newly swollen, tender or warm, or the answer was unsure.</summary>
    Calf,
}

/// <summary>
/// A journal as it had arrived, read only by the words of the contract. Entries in order are added; a late entry or a
/// correction makes it read all entries again.
/// </summary>
internal sealed class RecordedFacts(IReadOnlyList<Arrival> arrivals, Dictionary<string, Opening> performed, ConditionChecks condition)
{
    private readonly Dictionary<string, List<SetEntry>> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PerformedSession> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<NextMorningEntry>> _mornings = new(StringComparer.Ordinal);
    private readonly List<DateOnly> _unsteady = [];
    private readonly List<RuleWaiver> _liftings = [];
    private readonly List<(StopCause Kind, DateOnly On)> _stops = [];
    private CheckInTrend _trial = new();
    private DateTimeOffset _last;
    private (DateOnly On, bool IsWarm)? _measured;
    private (DateOnly On, bool IsWarm)? _measuredBefore;

    /// <summary>What the contract says of the condition.</summary>
    public ConditionChecks Condition => condition;

    /// <summary>How many entries were read.</summary>
    public int Known { get; private set; }

    /// <summary>The index of the last arrival that changed the past; -1 for none.</summary>
    public int LastDisturbance { get; private set; } = -1;

    /// <summary>All screenings as they are judged, in order.</summary>
    public List<JudgedScreening> Screenings { get; } = [];

    /// <summary>The foot checks, each with whether it is clear, in order.</summary>
    public List<(DateTimeOffset At, DateOnly On, bool IsClear)> Checks { get; } = [];

    /// <summary>Sessions with at least one set, in order.</summary>
    public List<PerformedSession> Sessions { get; } = [];

    /// <summary>Adjustments, in order.</summary>
    public List<AdjustmentEntry> Adjustments { get; } = [];

    /// <summary>The schedules, in order.</summary>
    public List<ScheduleEntry> Schedules { get; } = [];

    /// <summary>What the person does without and takes back, in order.</summary>
    public List<LeaveOutEntry> LeaveOuts { get; } = [];

    /// <summary>The dates of clearances, in order.</summary>
    public List<(DateOnly On, ClearanceEntry Entry)> Clearances { get; } = [];

    /// <summary>The last date of a balance concern; null for none.</summary>
    public DateOnly? Unsteady => _unsteady.Count == 0 ? null : _unsteady[^1];

    /// <summary>Balance concerns before this date are over; null for none.</summary>
    public DateOnly? BalanceShown { get; private set; }

    /// <summary>Whether the last foot check measured one foot warmer.</summary>
    public bool IsWarm { get; private set; }

    /// <summary>
    /// The date from which a screening is needed after the last 15 days without a session; null for none.
    /// </summary>
    public DateOnly? Restart { get; private set; }

    /// <summary>The last screening.</summary>
    public JudgedScreening? Screening => Screenings.Count == 0 ? null : Screenings[^1];

    /// <summary>Reads the arrivals up to this number.</summary>
    public void ReadTo(int known)
    {
        var isInOrder = true;
        var newest = _last;
        for (var place = Known; place < known; place++)
        {
            var entry = arrivals[place].Entry;
            var at = Counting.When(entry);
            if (entry is CorrectionEntry || at < newest || WasUnknownToItsOffer(entry, place))
            {
                isInOrder = false;
                LastDisturbance = place;
            }

            // Sets stand where their session stands, which may have begun before them.
            newest = at > newest && entry is not SetEntry ? at : newest;
        }

        if (isInOrder)
        {
            for (; Known < known; Known++)
            {
                if (MovesThePast(arrivals[Known].Entry))
                {
                    LastDisturbance = Known;
                }

                Add(arrivals[Known].Entry);
            }
        }
        else
        {
            Known = known;
            Clear();
            var effective = Counting.Of(arrivals.Take(known).Select(arrival => arrival.Entry), condition);
            foreach (var set in effective.OfType<SetEntry>())
            {
                AddSet(set);
            }

            foreach (var entry in effective.Where(entry => entry is not SetEntry))
            {
                Add(entry);
            }
        }

        _last = newest;
    }

    /// <summary>The last date of a stop for this reason; null for none.</summary>
    public DateOnly? Stopped(StopCause kind) => Last(_stops.FindLastIndex(stop => stop.Kind == kind));

    /// <summary>The last date, up to a given one, of a stop of all exercise; null for none.</summary>
    public DateOnly? LastStop(DateOnly on) => Last(_stops.FindLastIndex(stop => stop.On <= on));

    /// <summary>Whether a valid clearance lifts a rule.</summary>
    public bool IsLifted(string rule, DateOnly on) => _liftings.Exists(lifting => lifting.HoldsFor(rule, on));

    /// <summary>The last session with an exercise.</summary>
    public PerformedSession? Last(ExerciseId exercise) => Sessions.FindLast(session => session.Has(exercise));

    /// <summary>Whether the foot checks allow a qualifying session.</summary>
    public bool HadClearFeet(PerformedSession session)
    {
        if (!condition.ChecksFeet)
        {
            return true;
        }

        var sameDay = Checks.FindAll(check => check.On == session.On);
        if (sameDay.Count == 0 || sameDay.Exists(check => !check.IsClear))
        {
            return false;
        }

        var next = Sessions.Find(other => other.From > session.From)?.From ?? DateTimeOffset.MaxValue;
        return !session.IsNumb ||
            (sameDay.Exists(check => check.At <= session.From) &&
            Checks.Exists(check => check.IsClear && check.At > session.From && check.At < next));
    }

    /// <summary>What arrived after so many entries.</summary>
    public IEnumerable<Entry> ArrivedAfter(int known) => Enumerable.Range(known, Known - known).Select(place => arrivals[place].Entry);

    private DateOnly? Last(int place) => place < 0 ? null : _stops[place].On;

    /// <summary>Whether the session was offered before the arrival of something that had happened already.</summary>
    private bool WasUnknownToItsOffer(Entry entry, int place)
    {
        if (entry is not SessionEntry session || !performed.TryGetValue(session.Session, out var opening))
        {
            return false;
        }

        for (var between = opening.Known; between < place; between++)
        {
            if (Counting.When(arrivals[between].Entry) < opening.At)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether an entry that arrives in order changes whether an earlier session than the last one qualifies: a foot
    /// check after two sessions of its date, or a morning after that is reported after another session.
    /// </summary>
    private bool MovesThePast(Entry entry) => entry switch
    {
        FootCheckEntry => Sessions.Count > 1 && Sessions[^2].On == Counting.Day(entry),
        NextMorningEntry { PainRaised: not false } morning => Sessions.Count > 0 && Sessions[^1].Entry.Session != morning.Session,
        _ => false,
    };

    private void Clear()
    {
        _sets.Clear();
        _byName.Clear();
        _mornings.Clear();
        _unsteady.Clear();
        _liftings.Clear();
        _stops.Clear();
        _trial = new();
        (_measured, _measuredBefore) = (null, null);
        Screenings.Clear();
        Checks.Clear();
        Sessions.Clear();
        Adjustments.Clear();
        Schedules.Clear();
        LeaveOuts.Clear();
        Clearances.Clear();
        (BalanceShown, IsWarm, Restart) = (null, false, null);
    }

    private void Add(Entry entry)
    {
        var on = Counting.Day(entry);
        switch (entry)
        {
            case SetEntry set:
                AddSet(set);
                break;
            case ScreeningEntry screening:
                var judged = condition.Judge(on, screening, _unsteady) with { Place = Known };
                Screenings.Add(judged);
                _liftings.ForEach(lifting => lifting.EndWhereWorse(judged.Answers));
                LookForBalance(on);
                break;
            case ClearanceEntry clearance:
                Clearances.Add((on, clearance));
                if (Screening is { } last)
                {
                    _liftings.Add(new(on, last.Answers, clearance.Rules, condition));
                    LookForBalance(on);
                }

                break;
            case FootCheckEntry check:
                AddCheck(check, on);
                break;
            case AdverseEventEntry happened:
                AddEvent(happened, on);
                break;
            case SessionEntry session:
                AddSession(session, on);
                break;
            case NextMorningEntry morning:
                (_mornings.TryGetValue(morning.Session, out var mornings) ? mornings : _mornings[morning.Session] = []).Add(morning);
                _byName.GetValueOrDefault(morning.Session)?.Hear(morning);
                break;
            case LeaveOutEntry leaveOut:
                LeaveOuts.Add(leaveOut);
                break;
            case CheckInEntry checkIn:
                _trial.Add(checkIn, on);
                break;
            case ScheduleEntry schedule:
                Schedules.Add(schedule);
                break;
            case AdjustmentEntry adjustment:
                Adjustments.Add(adjustment);
                break;
        }
    }

    private void AddSet(SetEntry set) =>
        (_sets.TryGetValue(set.Session, out var sets) ? sets : _sets[set.Session] = []).Add(set);

    private void AddCheck(FootCheckEntry check, DateOnly on)
    {
        var isUnseen = check.Skin == SkinFinding.Clear && Counting.IsUnseen(check, Screening?.Answers, condition);
        var isHot = Counting.IsFlag(check.Heat) || Counting.IsFlag(check.Swelling);
        IsWarm = Counting.IsWarm(check);
        var isClear = check is { Skin: SkinFinding.Clear, Heat: YesNoUnsure.No, Swelling: YesNoUnsure.No } && !Counting.IsFlag(check.Calf);

        // What is known is judged by no rule.
        Checks.Add((check.At, on, isClear && !isUnseen && !IsWarm));
        if (check.Skin != SkinFinding.Clear)
        {
            StopFor(check.Skin == SkinFinding.Black ? StopCause.Black : StopCause.Skin, on);
        }

        if (Counting.IsFlag(check.Calf))
        {
            StopFor(StopCause.Calf, on);
        }

        if (isUnseen)
        {
            StopFor(StopCause.Unseen, on);
        }

        if (isHot)
        {
            StopFor(StopCause.Hot, on);
        }

        if (check.SideDifferenceC is null)
        {
            return;
        }

        if (_measured?.On != on)
        {
            (_measuredBefore, _measured) = (_measured, (on, false));
        }

        _measured = (on, _measured!.Value.IsWarm || IsWarm);
        if (IsWarm && _measuredBefore is { IsWarm: true } before && on.DayNumber - before.On.DayNumber <= 7)
        {
            StopFor(StopCause.WarmTwice, on);
        }
    }

    private void AddEvent(AdverseEventEntry happened, DateOnly on)
    {
        switch (happened.Event)
        {
            case AdverseEvent.SkinChange:
                StopFor(StopCause.SkinChange, on);
                break;
            case AdverseEvent.Fall:
                _liftings.ForEach(lifting => lifting.End(condition.RulesEndedByFall.AsSpan()));
                _unsteady.Add(on);
                break;
            case AdverseEvent.Dizzy or AdverseEvent.NearFall:
                _unsteady.Add(on);
                break;
        }
    }

    private void AddSession(SessionEntry entry, DateOnly on)
    {
        if (entry.StopReason == StopReason.Skin)
        {
            StopFor(StopCause.StoppedForSkin, on);
        }

        if (entry.StopReason == StopReason.Dizzy)
        {
            _unsteady.Add(on);
        }

        if (!_sets.TryGetValue(entry.Session, out var sets) || _byName.ContainsKey(entry.Session))
        {
            return;
        }

        if (Sessions.Count > 0 && on.DayNumber - Sessions[^1].On.DayNumber >= 15)
        {
            Restart = Sessions[^1].On.AddDays(15);
        }

        performed.TryGetValue(entry.Session, out var opening);
        var session = new PerformedSession(
            entry, on, opening?.Script, opening?.Known ?? 0, sets, Screening is { } screening && condition.IsNumb(screening.Answers))
        {
            IsWorse = _trial.IsWorse,
            IsNoBetter = _trial.IsNoBetter(Sessions.Count == 0 ? on : Sessions[0].On, on),
        };
        foreach (var morning in _mornings.GetValueOrDefault(entry.Session) ?? [])
        {
            session.Hear(morning);
        }

        _byName[entry.Session] = session;
        Sessions.Add(session);
    }

    /// <summary>Whether the last screening, with what is lifted on a date, ends what falls before it lock.</summary>
    private void LookForBalance(DateOnly on)
    {
        if (condition.ShowsBalance(Screening!, rule => IsLifted(rule, on)) is { } shown && !(shown < BalanceShown))
        {
            BalanceShown = shown;
        }
    }

    private void StopFor(StopCause kind, DateOnly on)
    {
        _stops.Add((kind, on));
        _liftings.Clear();
    }
}
