using Footing.Journal;
using Footing.Plans;
using Footing.Sessions;

namespace Footing.Simulation.People;

/// <summary>
/// A simulated person's weeks, day by day: they open the app on some days, do all or part of what is offered, and
/// report what happens, often at once and sometimes late. The real planner plans with what has arrived.
/// </summary>
internal sealed class Life
{
    /// <summary>A Monday; people begin within the week after it.</summary>
    private static readonly DateOnly Start = new(2026, 1, 5);

    private readonly SimulationOptions _options;
    private readonly ScriptShelf _scripts;
    private readonly RandomSource _chance;
    private readonly Traits _traits;
    private readonly Respondent _respondent;
    private readonly Week _week;
    private readonly Performance _performance;
    private readonly EntryCorrections _slips;
    private readonly IPersonPlanner _planner;
    private readonly List<Arrival> _arrivals = [];
    private readonly List<Opening> _openings = [];
    private readonly PriorityQueue<Entry, (DateTimeOffset, int)> _pending = new();
    private readonly Trajectory _course;
    private readonly int _days;
    private readonly DateOnly _first;
    private int _told;
    private int _day;
    private DateTimeOffset _now;
    private Plan? _plan;
    private int? _screenOn;
    private int? _clinicOn;
    private int _screenedOn = int.MinValue;
    private (string Session, int Rise, int Before)? _yesterday;
    private bool _isScreeningCorrected;

    /// <param name="options">What is simulated.</param>
    /// <param name="scripts">Compiled scripts.</param>
    /// <param name="number">The person's number, from 1.</param>
    /// <param name="respondent">Makes what answers the screening.</param>
    public Life(SimulationOptions options, ScriptShelf scripts, int number, Func<RandomSource, Traits, Respondent> respondent)
    {
        _options = options;
        _scripts = scripts;
        _chance = new RandomSource(options.Seed, number);
        _days = options.Weeks * 7;
        _traits = new Traits(_chance, _days);
        _respondent = respondent(_chance, _traits);
        _week = new Week(_chance, _traits);
        _performance = new Performance(_chance, _traits);
        _slips = new EntryCorrections(_chance);
        _planner = options.Planner(options.Programme);
        _course = new Trajectory(number, options.Programme);
        _first = Start.AddDays(_chance.From(0, 6));
    }

    /// <summary>Simulates all days.</summary>
    public (PersonRecord Record, Trajectory Course) Live()
    {
        for (_day = 0; _day < _days; _day++)
        {
            _now = new(_first.AddDays(_day), new TimeOnly(6, _chance.From(0, 50)), TimeSpan.Zero);
            Live(_first.AddDays(_day));
        }

        return (new(_course.Number, _arrivals, _openings), _course);
    }

    private void Live(DateOnly on)
    {
        Deliver();
        if (_traits.IsAway(_day))
        {
            Miss(on);
            return;
        }

        Morning();
        Happen();
        Decide();
        if (_day == 0 && _chance.Is(0.1))
        {
            // Some look at the plan before they answer anything.
            Open();
        }

        if (_day == 0 && _traits.ChoosesWeek)
        {
            Tell(_week.Schedule(_now));
        }

        if (_day == 0 || _screenOn <= _day)
        {
            Screen();
        }

        var isAsked = _plan is null || _plan.NextDue <= on;
        if (!_chance.Is(isAsked ? _traits.Attendance : _plan!.NextDue is null ? 0.15 : _traits.Zeal))
        {
            Miss(on);
            return;
        }

        Visit();
        Evening();
    }

    /// <summary>Opens the app: the plan, a foot check, a session if one is due.</summary>
    private void Visit()
    {
        Later(60, 540);
        if (_chance.Is(0.1))
        {
            Open();
        }

        if (_chance.Is(_traits.ChecksBefore))
        {
            Tell(_week.FootCheck(_now));
        }

        var opening = Open();
        if (_plan!.NextDue is null || opening.Script is null)
        {
            if (Ask())
            {
                opening = Open();
            }
        }

        Consult();
        if (opening.Script is { } script && (script.Due || _chance.Is(_traits.Zeal)))
        {
            Exercise(opening, script);
            if (_chance.Is(0.03) && !_traits.IsUpLate && Open() is { Script: { } again } second)
            {
                // Again on the same day: the app offers it, though nothing is due.
                Exercise(second, again);
            }
        }
        else if (_day - _screenedOn >= 20 && _chance.Is(0.3))
        {
            Screen();
        }
    }

    private void Exercise(Opening opening, SessionScript script)
    {
        Later(1, 5);
        var late = new DateTimeOffset(opening.On, new TimeOnly(23, 35), TimeSpan.Zero).AddMinutes(_chance.From(0, 20));
        if (_traits.IsUpLate && _now < late)
        {
            _now = late;
        }

        var pain = (int)Math.Clamp(_traits.Pain + (_traits.PainTrend * _day / 7) + _chance.Between(-2, 1.5), 0, 10);
        var name = _chance.Id(_now).ToString();
        var entries = _performance.Perform(script, _now, name, pain);
        opening.Session = name;
        var lateDays = _chance.Is(_traits.LatePart) ? _chance.From(1, 5) : 0;
        _now = entries[^1].At;
        foreach (var entry in entries)
        {
            Tell(entry, lateDays);
        }

        if (entries.Count > 1)
        {
            _course.Did(script, entries[^1].DateIn(TimeZoneInfo.Utc));
            _yesterday = (name, Rise((SessionEntry)entries[^1]), pain);
        }

        if (_chance.Is(_traits.ChecksAfter))
        {
            Later(2, 20);
            Tell(_week.FootCheck(_now), lateDays);
        }

        if (_chance.Is(0.025))
        {
            Later(10, 30);
            Tell(_slips.Correct(entries[_chance.Is(0.6) ? entries.Count - 1 : _chance.From(0, entries.Count - 1)], _now), lateDays);
        }
    }

    private static int Rise(SessionEntry session) => session.Pain.Values.Append(session.PainAfter ?? 0).Max() - (session.PainBefore ?? 0);

    /// <summary>The morning after yesterday's session; usually reported then, sometimes days later.</summary>
    private void Morning()
    {
        if (_yesterday is { } session)
        {
            _yesterday = null;
            Later(20, 60);
            if (_chance.Is(0.65))
            {
                Tell(
                    _week.NextMorning(_now, session.Session, session.Rise, session.Before),
                    _chance.Is(0.06) ? _chance.From(1, 4) : 0);
            }
        }

        if (_day % 7 == 6 && _chance.Is(0.7))
        {
            Later(1, 60);
            Tell(_week.CheckIn(_now, _day / 7));
        }

        if (_traits.ChecksInDaily && _chance.Is(0.6))
        {
            Later(1, 10);
            Tell(_week.DailyCheckIn(_now, _day));
        }

        if (_chance.Is(0.003))
        {
            Later(1, 10);
            Tell(_week.Schedule(_now));
        }

        if (_chance.Is(_traits.LeavesOut))
        {
            Later(1, 10);
            Tell(_week.LeaveOut(_now, _options.Programme.ExerciseIds));
        }
    }

    private void Happen()
    {
        Later(10, 100);
        if (_week.Event(_now) is { } happened)
        {
            if (happened.Event == AdverseEvent.Fall)
            {
                _respondent.HasFallen();
            }

            if (happened.Event is AdverseEvent.Fall or AdverseEvent.NearFall or AdverseEvent.Dizzy)
            {
                _respondent.WasUnsteady();
            }

            Tell(happened, _chance.Is(0.3) ? _chance.From(1, 7) : 0);
        }
    }

    /// <summary>A visit to a professional: what they clear, unlock or change.</summary>
    private void Decide()
    {
        if (_clinicOn <= _day && _plan is not null)
        {
            _clinicOn = null;
            Later(60, 120);
            var rules = _plan.Locked.SelectMany(locked => locked.Rules).Where(rule => rule[0] == 'R')
                .Concat(_respondent.RulesOfCaps).Distinct().Where(_ => _chance.Is(0.8)).ToList();
            if (rules.Count > 0)
            {
                Tell(_week.Clearance(_now, rules));
            }

            foreach (var locked in _plan.Locked.Where(locked => locked.Rules.Any(rule => rule[0] != 'R') && _chance.Is(0.7)))
            {
                Later(1, 2);
                Tell(_week.Unlock(_now, locked.Exercise));
            }
        }

        if (_chance.Is(0.0012))
        {
            Later(1, 20);
            var definition = _chance.Of([.. _options.Programme.Exercises]);
            Tell(_week.Adjustment(_now, definition.Id, definition[1].Dose.Reps is null));
        }
    }

    /// <summary>A person from whom much is withheld may ask who could clear it.</summary>
    private void Consult()
    {
        if (_clinicOn is null && _chance.Is(_plan!.Locked.IsEmpty ? 0.005 : _plan.Exercises.IsEmpty ? 0.12 : 0.02))
        {
            _clinicOn = _day + _chance.From(3, 30);
        }
    }

    /// <summary>Nothing is offered: the questions are answered again, now, later or never.</summary>
    /// <returns>Whether they were answered now.</returns>
    private bool Ask()
    {
        if (_screenOn is not null)
        {
            return false;
        }

        var hasStopped = _plan!.Disposition is Screening.Disposition.Emergency or Screening.Disposition.SameDay ||
            _plan.Notices.Any(notice => notice.Rule == "P5");
        if (!hasStopped && _chance.Is(_traits.Promptness))
        {
            Later(1, 5);
            Screen();
            return true;
        }

        _screenOn = _day + (hasStopped ? _chance.From(0, 12) : _chance.Is(0.9) ? _chance.From(1, 10) : 10_000);
        if (_screenOn == _day)
        {
            // On the date of a finding itself; it has no effect yet.
            Later(1, 5);
            Screen();
            return true;
        }

        return false;
    }

    private void Screen()
    {
        _screenOn = null;
        Later(3, 10);
        var (answers, measured) = _respondent.Respond(DateOnly.FromDateTime(_now.UtcDateTime), _screenedOn < 0);
        Tell(new ScreeningEntry(_chance.Id(_now), _now, answers) { Measured = measured });
        _screenedOn = _day;
        _isScreeningCorrected = false;
    }

    private void Evening()
    {
        if (_chance.Is(0.03))
        {
            Later(30, 200);
            Open();
        }

        if (_arrivals.Count > 0 && _chance.Is(0.01))
        {
            var slip = _arrivals[^_chance.From(1, Math.Min(40, _arrivals.Count))].Entry;
            if (slip is not CorrectionEntry)
            {
                Later(1, 10);
                Tell(_slips.Correct(slip, _now));
                _isScreeningCorrected |= slip is ScreeningEntry;
            }
        }
    }

    private Opening Open()
    {
        Later(1, 4);
        Deliver();

        // Whoever exercised over midnight may open the app on the next date.
        var on = DateOnly.FromDateTime(_now.UtcDateTime);
        _plan = _planner.PlanOn(on);
        var opening = new Opening(on, _now, _arrivals.Count, _scripts.Of(_plan));
        _openings.Add(opening);
        _course.Saw(_plan, _screenedOn < 0 ? null : _first.AddDays(_screenedOn), _isScreeningCorrected);
        return opening;
    }

    /// <summary>A day without the app: only whether a session would have been due is noted.</summary>
    private void Miss(DateOnly on)
    {
        if (_plan?.NextDue <= on)
        {
            _plan = _planner.PlanOn(on);
            _course.Missed(_plan);
        }
    }

    private void Later(int least, int most) => _now = _now.AddSeconds(_chance.From(least * 60, most * 60));

    private void Tell(Entry entry, int lateDays = 0)
    {
        if (lateDays > 0)
        {
            var day = DateOnly.FromDateTime(entry.At.UtcDateTime).AddDays(lateDays);
            _pending.Enqueue(entry, (new(day, new TimeOnly(5, 0), TimeSpan.Zero), _told++));
            return;
        }

        Arrive(entry, _now);
        _now = _now.AddSeconds(1);
    }

    private void Deliver()
    {
        while (_pending.TryPeek(out var entry, out var due) && due.Item1 <= _now)
        {
            _pending.Dequeue();
            Arrive(entry, due.Item1);
        }
    }

    private void Arrive(Entry entry, DateTimeOffset at)
    {
        _arrivals.Add(new(entry, at));
        _planner.Take(entry);
    }
}
