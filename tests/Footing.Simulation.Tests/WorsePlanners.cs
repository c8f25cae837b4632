using Footing.Testing;
using System.Collections.Immutable;
using Footing.Exercises;
using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;

namespace Footing.Simulation.Tests;

/// <summary>Plans from other entries than those that arrived.</summary>
internal sealed class DeafPlanner(IPersonPlanner planner, Func<Entry, Entry?> hears) : IPersonPlanner
{
    public void Take(Entry entry)
    {
        if (hears(entry) is { } heard)
        {
            planner.Take(heard);
        }
    }

    public Plan PlanOn(DateOnly on) => planner.PlanOn(on);
}

/// <summary>Makes something else of the plan.</summary>
internal sealed class RashPlanner(IPersonPlanner planner, Programme programme, Func<Plan, Memory, Plan> says) : IPersonPlanner
{
    private readonly Memory _memory = new(programme);

    public void Take(Entry entry)
    {
        _memory.Take(entry);
        planner.Take(entry);
    }

    public Plan PlanOn(DateOnly on)
    {
        var sound = planner.PlanOn(on);
        _memory.EverLockedByPain.UnionWith(sound.Locked.Where(locked => locked.Rules.Contains("P4")).Select(locked => locked.Exercise));
        var plan = says(sound, _memory);
        _memory.Keep(plan);
        return plan;
    }
}

/// <summary>What a rash planner remembers.</summary>
internal sealed class Memory(Programme programme)
{
    private readonly Dictionary<ExerciseId, PlannedExercise> _everOffered = [];
    private DateOnly? _lastSession;

    /// <summary>What was last offered.</summary>
    public ImmutableArray<PlannedExercise> Offered { get; private set; } = [];

    /// <summary>Whether a session arrived since then.</summary>
    public bool IsAfterSession { get; private set; }

    /// <summary>What was ever locked by pain.</summary>
    public HashSet<ExerciseId> EverLockedByPain { get; } = [];

    /// <summary>How many mornings were told on which pain was raised.</summary>
    public int BadMornings { get; private set; }

    /// <summary>Whether a screening has arrived.</summary>
    public bool IsScreened { get; private set; }

    public void Take(Entry entry)
    {
        IsScreened |= entry is ScreeningEntry;
        BadMornings += entry is NextMorningEntry { PainRaised: true } or NextMorningEntry { Because: YesNoUnsure.Yes } ? 1 : 0;
        if (entry is SessionEntry)
        {
            _lastSession = DateOnly.FromDateTime(entry.At.UtcDateTime);
            IsAfterSession = true;
        }
    }

    public void Keep(Plan plan)
    {
        if (!plan.Exercises.IsEmpty)
        {
            (Offered, IsAfterSession) = (plan.Exercises, false);
        }

        foreach (var planned in plan.Exercises)
        {
            _everOffered[planned.Exercise] = planned;
        }
    }

    public int DaysOff(DateOnly on) => _lastSession is { } last ? on.DayNumber - last.DayNumber : 0;

    public Plan AsBefore(Plan plan) => plan with
    {
        Exercises = [.. plan.Exercises.Select(planned => Offered.FirstOrDefault(offered => offered.Exercise == planned.Exercise) ?? planned)],
    };

    /// <summary>What comes back after it was not offered comes back as it was.</summary>
    public Plan AsEver(Plan plan) => plan with
    {
        Exercises = [.. plan.Exercises.Select(planned => Offered.Any(offered => offered.Exercise == planned.Exercise)
            ? planned
            : _everOffered.GetValueOrDefault(planned.Exercise) ?? planned)],
    };

    public static Plan Without(Plan plan, Func<ExerciseId, bool> which) => plan with
    {
        Exercises = [.. plan.Exercises.Where(planned => !which(planned.Exercise))],
    };

    public bool HasRisen(Plan plan) => plan.Exercises.Any(planned =>
        Offered.Any(offered => offered.Exercise == planned.Exercise && offered.Level.Number < planned.Level.Number));

    public Plan RaiseAll(Plan plan) => plan with { Exercises = [.. plan.Exercises.Select(Raise)] };

    public Plan RaiseOne(Plan plan) => plan.Exercises.FirstOrDefault(planned => Raise(planned) != planned) is { } first
        ? plan with { Exercises = plan.Exercises.Replace(first, Raise(first)) }
        : plan;

    public Plan Beginning(Plan plan) => plan with { Exercises = [.. FootExercises.All.Select(First)] };

    public Plan Adding(Plan plan, IEnumerable<ExerciseId> exercises)
    {
        var added = exercises.Where(exercise => !plan.Exercises.IsEmpty && plan.Exercises.All(planned => planned.Exercise != exercise))
            .Select(First);
        return plan with { Exercises = [.. plan.Exercises.Concat(added).OrderBy(planned => FootExercises.All.IndexOf(planned.Exercise))] };
    }

    private PlannedExercise First(ExerciseId exercise) => new(exercise, programme[exercise][1], programme[exercise][1].Dose, 0, false, []);

    private PlannedExercise Raise(PlannedExercise planned)
    {
        var definition = programme[planned.Exercise];
        if (planned.Level.Number == definition.Top)
        {
            return planned;
        }

        var level = definition[planned.Level.Number + 1];
        return planned with { Level = level, Dose = level.Dose };
    }
}
