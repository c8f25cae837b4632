using Footing.Plans;
using Footing.Programmes;
using Footing.Screening;
using Footing.Sessions;

namespace Footing.Simulation.People;

/// <summary>The results of a person's plans over the weeks, for the table.</summary>
internal sealed class Trajectory(int number, Programme programme)
{
    /// <summary>The reason for withholding when no rule of the plan is one.</summary>
    public const string NoScreening = "no valid screening";

    private readonly Dictionary<ExerciseId, (int Level, DateOnly Since)> _standing = [];
    private readonly Dictionary<ExerciseId, DateOnly> _doneLast = [];
    private DateOnly? _first;
    private DateOnly _dueOn;
    private DateOnly _doneOn;

    /// <summary>The person's number.</summary>
    public int Number => number;

    /// <summary>The first screening's disposition.</summary>
    public Disposition? First { get; private set; }

    /// <summary>Whether anything was ever offered.</summary>
    public bool MayExercise { get; private set; }

    /// <summary>Dates on which a session was due.</summary>
    public int Due { get; private set; }

    /// <summary>How many of these dates had one.</summary>
    public int Done { get; private set; }

    /// <summary>Sessions with at least one set, due or not.</summary>
    public int Sessions { get; private set; }

    /// <summary>Times that all was withheld when the app was opened, by rule.</summary>
    public Dictionary<string, int> AllWithheld { get; } = new(StringComparer.Ordinal);

    /// <summary>Times that one exercise was withheld from a session that was offered, by rule.</summary>
    public Dictionary<string, int> OneWithheld { get; } = new(StringComparer.Ordinal);

    /// <summary>The week, from 1, in which an exercise was first offered in full: top level, whole dose.</summary>
    public Dictionary<ExerciseId, int> FullWeek { get; } = [];

    /// <summary>Days that an exercise was at a level.</summary>
    public Dictionary<(ExerciseId Exercise, int Level), int> DaysAt { get; } = [];

    /// <summary>The most exercises that were offered together in the first week.</summary>
    public int MostInFirstWeek { get; private set; }

    /// <summary>Whether an exercise was offered standing within the first four weeks.</summary>
    public bool StoodByWeekFour { get; private set; }

    /// <summary>
    /// Whether an exercise stayed locked by pain alone although the person had waited for 28 days and been screened since:
    /// no way out that is theirs.
    /// </summary>
    public bool WaitedInVain { get; private set; }

    /// <summary>The app showed a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="screenedOn">When the questions were last answered; null for never.</param>
    /// <param name="isCorrected">Whether those answers were corrected since, so that earlier ones may count.</param>
    public void Saw(Plan plan, DateOnly? screenedOn, bool isCorrected)
    {
        _first ??= plan.On;
        First ??= screenedOn is not null ? plan.Disposition : null;
        CountReach(plan, isCorrected ? null : screenedOn);
        IsDue(plan);
        CountLevels(plan);
        if (!plan.Exercises.IsEmpty)
        {
            MayExercise = true;
            foreach (var rule in plan.Locked.SelectMany(locked => locked.Rules))
            {
                Count(OneWithheld, rule);
            }

            return;
        }

        var stops = plan.Notices.Select(notice => notice.Rule).Where(rule => rule is "P5" or "P8").ToList();
        var rules = stops.Count > 0 ? stops
            : plan.Disposition == Disposition.Incomplete ? [NoScreening]
            : plan.Locked.Length == programme.Exercises.Length ? plan.Locked.SelectMany(locked => locked.Rules).Distinct()
            : plan.Locked.SelectMany(locked => locked.Rules).Append("rest").Distinct();
        foreach (var rule in rules)
        {
            Count(AllWithheld, rule);
        }
    }

    /// <summary>A date passed without the app.</summary>
    public void Missed(Plan plan) => IsDue(plan);

    /// <summary>A session with a set was done.</summary>
    public void Did(SessionScript script, DateOnly on)
    {
        Sessions++;
        foreach (var offered in script.Exercises)
        {
            _doneLast[offered.Id] = on;
        }

        if (script.Due && _doneOn != on)
        {
            _doneOn = on;
            Done++;
        }
    }

    private void IsDue(Plan plan)
    {
        if (plan.Due && _dueOn != plan.On)
        {
            _dueOn = plan.On;
            Due++;
        }
    }

    private void CountReach(Plan plan, DateOnly? screenedOn)
    {
        var day = plan.On.DayNumber - _first!.Value.DayNumber;
        MostInFirstWeek = day < 7 ? Math.Max(MostInFirstWeek, plan.Exercises.Length) : MostInFirstWeek;
        StoodByWeekFour |= day < 28 && plan.Exercises.Any(planned => planned.Level.Position is Position.Floor or Position.Step);
        WaitedInVain |= plan.Disposition != Disposition.Incomplete && plan.Locked.Any(locked =>
            locked.Rules.SequenceEqual(["P4"]) && _doneLast.TryGetValue(locked.Exercise, out var last) && screenedOn >= last.AddDays(28));
    }

    private void CountLevels(Plan plan)
    {
        foreach (var (exercise, (level, since)) in _standing)
        {
            DaysAt[(exercise, level)] = DaysAt.GetValueOrDefault((exercise, level)) + plan.On.DayNumber - since.DayNumber;
        }

        _standing.Clear();
        foreach (var planned in plan.Exercises)
        {
            _standing[planned.Exercise] = (planned.Level.Number, plan.On);
            var definition = programme[planned.Exercise];
            if (planned.Level.Number == definition.Top && planned.Dose == definition[definition.Top].Dose)
            {
                FullWeek.TryAdd(planned.Exercise, ((plan.On.DayNumber - _first!.Value.DayNumber) / 7) + 1);
            }
        }
    }

    private static void Count(Dictionary<string, int> counts, string rule) => counts[rule] = counts.GetValueOrDefault(rule) + 1;
}
