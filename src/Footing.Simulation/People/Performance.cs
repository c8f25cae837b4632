using Footing.Journal;
using Footing.Sessions;

namespace Footing.Simulation.People;

/// <summary>
/// One session as a simulated person does it. Nobody can do what the script does not offer; they can do less of it,
/// more in a set, continue in spite of pain, or stop.
/// </summary>
internal sealed class Performance(RandomSource chance, Traits traits)
{
    private readonly Dictionary<ExerciseId, int> _practised = [];

    /// <summary>The entries of a session, in the order of creation.</summary>
    /// <param name="script">What is offered.</param>
    /// <param name="from">When it begins.</param>
    /// <param name="name">The session's id.</param>
    /// <param name="pain">The person's pain now, 0 to 10.</param>
    public List<Entry> Perform(SessionScript script, DateTimeOffset from, string name, int pain)
    {
        StopReason? stop = chance.Is(0.03) ? chance.Of(
            StopReason.Tired, StopReason.Tired, StopReason.Pain, StopReason.Cramp, StopReason.Dizzy, StopReason.Skin,
            StopReason.Interrupted, StopReason.Interrupted, StopReason.Other) : null;
        var lastStep = stop is null ? int.MaxValue : chance.From(0, script.Steps.Length - 1);
        var done = new List<Entry>();
        var left = chance.Is(0.04) ? chance.Of([.. script.Exercises]).Id : (ExerciseId?)null;
        var now = from;
        DateTimeOffset? began = traits.BeginsKnown ? from : null;
        for (var step = 0; step < Math.Min(script.Steps.Length, lastStep); step++)
        {
            var (set, exercise) = (script.Steps[step].Set, script.Steps[step].Exercise);
            now = now.AddMilliseconds(script.Steps[step].DurationMs);
            if (set is not null && exercise is { } which && which != left)
            {
                var level = script.Exercises.First(offered => offered.Id == which).Level;
                done.Add(new SetEntry(chance.Id(now), now, name, which, level, set.Number, set.Side, Done(set.Target), !set.InReps, set.Target));
            }
        }

        now = now.AddSeconds(90);
        done.Add(Report(done, script, now, name, pain, stop) with { Began = began });
        return done;
    }

    private int Done(int target) => chance.Part() switch
    {
        < 0.02 => chance.From(0, target),
        < 0.04 => target + chance.From(1, 5),
        _ => target,
    };

    private SessionEntry Report(List<Entry> done, SessionScript script, DateTimeOffset now, string name, int pain, StopReason? stop)
    {
        var (effort, own) = (PerExercise<int>.Empty, PerExercise<int>.Empty);
        var cramp = ImmutableArray<ExerciseId>.Empty;
        foreach (var offered in script.Exercises.Where(offered => done.Exists(entry => entry is SetEntry set && set.Exercise == offered.Id)))
        {
            if (!chance.Is(0.02))
            {
                effort = effort.Add(offered.Id, Effort(offered));
            }

            if (chance.Is(0.06 * traits.Hurts))
            {
                own = own.Add(offered.Id, Math.Clamp(pain + Rise(), 0, 10));
            }

            if (chance.Is(0.004))
            {
                cramp = cramp.Add(offered.Id);
            }

            _practised[offered.Id] = _practised.GetValueOrDefault(offered.Id) + 1;
        }

        return new(
            chance.Id(now),
            now,
            name,
            chance.Is(0.01) ? null : pain,
            chance.Is(0.01) ? null : Math.Clamp(pain + (chance.Is(0.03 * traits.Hurts) ? Rise() : chance.From(-1, 1)), 0, 10),
            effort,
            own,
            cramp,
            stop);
    }

    /// <summary>A level is hard at first and less so with practice.</summary>
    private int Effort(ScriptExercise offered) => (int)Math.Clamp(
        traits.Hardness + (offered.Level * 0.9) - (_practised.GetValueOrDefault(offered.Id) * traits.Learns) + chance.Between(-2, 2.5), 0, 10);

    private int Rise() => chance.Of(0, 0, 1, 1, 1, 1, 2, 2, 3, 4);
}
