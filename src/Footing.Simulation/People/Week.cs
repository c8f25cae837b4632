using Footing.Journal;

namespace Footing.Simulation.People;

/// <summary>The entries that are not about a session: reports, adverse events, decisions of practitioners.</summary>
internal sealed class Week(RandomSource chance, Traits traits)
{
    private static readonly DayOfWeek[] Weekdays = Enum.GetValues<DayOfWeek>();

    private static readonly DecisionMaker Clinician = new("a virtual clinician");

    private readonly List<ExerciseId> _leftOut = [];

    private bool _isWarm;

    /// <summary>A foot check.</summary>
    public FootCheckEntry FootCheck(DateTimeOffset at)
    {
        var skin = chance.Is(0.004) ? chance.Of(
            SkinFinding.Mark, SkinFinding.Mark, SkinFinding.Blister, SkinFinding.Bruise, SkinFinding.Wound, SkinFinding.Black) : SkinFinding.Clear;
        YesNoUnsure? heat = chance.Is(0.002) ? chance.Of(YesNoUnsure.Yes, YesNoUnsure.Unsure) : YesNoUnsure.No;
        YesNoUnsure? swelling = chance.Is(0.002) ? chance.Of(YesNoUnsure.Yes, YesNoUnsure.Unsure) : YesNoUnsure.No;
        return new(
            chance.Id(at),
            at,
            skin,
            chance.Is(0.005) ? null : heat,
            swelling,
            chance.Is(traits.NobodyLooks) ? Observer.Nobody : chance.Is(0.9) ? Observer.Self : Observer.Helper,
            traits.Measures ? Difference() : null)
        {
            Calf = chance.Is(0.1) ? null : chance.Is(0.002) ? chance.Of(YesNoUnsure.Yes, YesNoUnsure.Unsure) : YesNoUnsure.No,
            Known = traits.Known,
        };
    }

    /// <summary>The morning after a session.</summary>
    /// <param name="at">When.</param>
    /// <param name="session">The session's id.</param>
    /// <param name="rise">By how much pain rose in it.</param>
    /// <param name="before">The pain before it, 0 to 10.</param>
    public NextMorningEntry NextMorning(DateTimeOffset at, string session, int rise, int before)
    {
        var isRaised = chance.Is(rise >= 2 ? 0.4 : 0.02);
        if (!traits.GivesNumbers)
        {
            return new(chance.Id(at), at, session, isRaised);
        }

        var pain = Math.Clamp(before + (isRaised ? chance.From(1, 4) : chance.From(-2, 2)), 0, 10);
        return new(
            chance.Id(at),
            at,
            session,
            null,
            pain,
            isRaised ? chance.Of(YesNoUnsure.Yes, YesNoUnsure.Unsure, YesNoUnsure.No) : chance.Of(YesNoUnsure.No, YesNoUnsure.No, YesNoUnsure.No, YesNoUnsure.Unsure));
    }

    /// <summary>The check-in of a day, of those who report daily.</summary>
    public CheckInEntry DailyCheckIn(DateTimeOffset at, int day) => new(
        chance.Id(at),
        at,
        CheckInSpan.Day,
        Pain: (int)Math.Clamp(traits.Pain + (traits.PainTrend * day / 7) + chance.Between(-4, 4), 0, 10),
        NightsWoken: chance.From(0, 1));

    /// <summary>An exercise that is left out, or one that is taken back.</summary>
    /// <param name="at">When.</param>
    /// <param name="programme">The exercises.</param>
    public LeaveOutEntry LeaveOut(DateTimeOffset at, IEnumerable<ExerciseId> programme)
    {
        var isBack = _leftOut.Count > 0 && chance.Is(0.6);
        var exercise = chance.Of([.. isBack ? _leftOut : programme]);
        if (isBack)
        {
            _leftOut.Remove(exercise);
        }
        else if (!_leftOut.Contains(exercise))
        {
            _leftOut.Add(exercise);
        }

        return new(chance.Id(at), at, exercise, !isBack, isBack || chance.Is(0.3) ? null : chance.Of(Enum.GetValues<LeaveOutReason>()));
    }

    /// <summary>The weekly check-in.</summary>
    /// <param name="at">When.</param>
    /// <param name="week">Which week, from 0.</param>
    public CheckInEntry CheckIn(DateTimeOffset at, int week)
    {
        var pain = (int)Math.Clamp(traits.Pain + (traits.PainTrend * week) + chance.Between(-2, 2), 0, 10);
        var peg = Math.Clamp((3 * pain) + chance.From(-3, 3), 0, 30);
        return new(
            chance.Id(at),
            at,
            CheckInSpan.Week,
            Pain: chance.Is(0.95) ? pain : null,
            Peg: chance.Is(0.95) ? PegOf(peg) : null,
            NightsWoken: chance.Is(0.9) ? Math.Clamp((pain / 2) + chance.From(-1, 1), 0, 7) : null,
            Change: chance.Is(0.9) ? ChangeSeen(traits.Pain - pain) : null);
    }

    /// <summary>An event of today; null on most days.</summary>
    public AdverseEventEntry? Event(DateTimeOffset at)
    {
        var often = 0.002 + (0.006 * traits.Frailty);
        if (!chance.Is(often * (traits.FallsAgain ? 5 : 2)))
        {
            return null;
        }

        if (traits.FallsAgain && chance.Is(0.3))
        {
            return new(chance.Id(at), at, AdverseEvent.Fall);
        }

        var what = chance.Of(
            AdverseEvent.Dizzy, AdverseEvent.Dizzy, AdverseEvent.NearFall, AdverseEvent.NearFall, AdverseEvent.Fall, AdverseEvent.Cramp, AdverseEvent.SkinChange);
        return new(chance.Id(at), at, what);
    }

    /// <summary>A new schedule.</summary>
    public ScheduleEntry Schedule(DateTimeOffset at)
    {
        var days = new SortedSet<DayOfWeek>();
        var count = chance.From(2, 6);
        while (days.Count < count)
        {
            days.Add(chance.Of(Weekdays));
        }

        return new(chance.Id(at), at, chance.Is(0.6) ? [.. days] : null, chance.Is(0.6) ? chance.From(10, 36) : null);
    }

    /// <summary>A professional's clearance of rules that hold the person back.</summary>
    public ClearanceEntry Clearance(DateTimeOffset at, IEnumerable<string> rules) =>
        new(chance.Id(at), at, [.. rules], Clinician, chance.Is(0.5) ? ClearanceEntry.FromPerson : null);

    /// <summary>A professional's random decision on an exercise.</summary>
    public AdjustmentEntry Adjustment(DateTimeOffset at, ExerciseId exercise, bool inSeconds) => new(
        chance.Id(at),
        at,
        exercise,
        chance.From(0, 5) switch
        {
            0 => new Adjustment.Lock(),
            1 or 2 => new Adjustment.Cap(chance.From(1, 3)),
            3 => new Adjustment.ToLevel(chance.From(1, 3)),
            _ => inSeconds
                ? new Adjustment.ToDose(chance.From(1, 2), null, chance.From(30, 150))
                : new Adjustment.ToDose(chance.From(1, 3), chance.From(5, 25), null),
        },
        Clinician);

    /// <summary>The end of a lock.</summary>
    public AdjustmentEntry Unlock(DateTimeOffset at, ExerciseId exercise) => new(chance.Id(at), at, exercise, new Adjustment.Unlock(), Clinician);

    /// <summary>Three items with this sum: the rules read only the sum.</summary>
    private static PegItems PegOf(int sum)
    {
        var pain = sum / 3;
        var enjoyment = (sum - pain) / 2;
        return new(pain, enjoyment, sum - pain - enjoyment);
    }

    /// <summary>Left minus right; a warmer foot often stays so for some days.</summary>
    private decimal Difference()
    {
        _isWarm = chance.Is(_isWarm ? 0.4 : 0.02);
        return _isWarm
            ? (chance.Is(0.5) ? 1 : -1) * chance.From(23, 36) / 10m
            : (chance.From(-11, 11) + chance.From(-11, 11)) / 10m;
    }

    private ImpressionOfChange ChangeSeen(int better) => better switch
    {
        >= 3 => ImpressionOfChange.MuchBetter,
        2 => ImpressionOfChange.Better,
        1 => ImpressionOfChange.LittleBetter,
        0 => ImpressionOfChange.Same,
        -1 => ImpressionOfChange.LittleWorse,
        _ => chance.Of(ImpressionOfChange.Worse, ImpressionOfChange.MuchWorse),
    };
}
