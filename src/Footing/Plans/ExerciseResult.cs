using Footing.Journal;
using Footing.Programmes;

namespace Footing.Plans;

/// <summary>How one exercise went in one session: its rules P1 to P4, before any is applied.</summary>
/// <param name="Matches">The rules of P2, P3 and P4 that match.</param>
/// <param name="IsGood">
/// Whether its own numbers are those of a qualifying session (P1), without the foot checks.
/// </param>
internal sealed record ExerciseResult(ProgressionSigns Matches, bool IsGood)
{
    /// <summary>An effort from here on, of 10, is too hard (P3).</summary>
    public const int TooHardFrom = 8;

    /// <summary>Under this many hundredths of the given dose too little was done (P3).</summary>
    public const int DoneUnderPercent = 70;

    /// <summary>Pain that rises by this much, of 10, rests the exercise (P4).</summary>
    public const int PainRiseFrom = 3;

    /// <summary>Judges an exercise of a session.</summary>
    /// <param name="session">The session's entry.</param>
    /// <param name="exercise">The exercise; it has at least one set.</param>
    /// <param name="sets">The session's sets of it.</param>
    /// <param name="given">The dose that the plan gave.</param>
    /// <param name="raisedNextMorning">Whether pain still raised next morning counts for it.</param>
    public static ExerciseResult Of(
        SessionEntry session,
        ExerciseId exercise,
        IEnumerable<SetEntry> sets,
        Dose given,
        bool raisedNextMorning)
    {
        var effort = session.Effort.TryGetValue(exercise, out var said) ? said : (int?)null;
        var rise = RiseOf(session, exercise);
        var (share, allFull) = Completion(sets, given);
        var wasInterrupted = session.StopReason?.IsInterruption() == true;
        var matches = ProgressionSigns.None;
        if (effort is 6 or 7 || rise == 2)
        {
            matches |= ProgressionSigns.Hold;
        }

        if (effort >= TooHardFrom || (share * 100 < DoneUnderPercent && !wasInterrupted) || session.Cramp.Contains(exercise))
        {
            matches |= ProgressionSigns.Down;
        }

        if (rise >= PainRiseFrom || raisedNextMorning)
        {
            matches |= ProgressionSigns.Rest;
        }

        return new(matches, matches == ProgressionSigns.None && effort <= 5 && rise <= 1 && allFull);
    }

    /// <summary>
    /// The exercise's own worst pain in the session minus the pain before it; null when one was not given.
    /// </summary>
    public static int? RiseOf(SessionEntry session, ExerciseId exercise) =>
        (session.Pain.TryGetValue(exercise, out var own) ? own : session.PainAfter) - session.PainBefore;

    /// <summary>
    /// The share of the given dose that was done, each set counted up to its target and a missing set as 0; and whether
    /// every set was done in full.
    /// </summary>
    private static (decimal Share, bool AllFull) Completion(IEnumerable<SetEntry> sets, Dose given)
    {
        var done = new Dictionary<(int Set, Side Side), SetEntry>();
        foreach (var set in sets)
        {
            // Of two entries for one set of one side the later is used.
            if (given.PerSide && set.Side == Side.Both)
            {
                done[(set.Set, Side.Left)] = set;
                done[(set.Set, Side.Right)] = set;
            }
            else
            {
                done[(set.Set, given.PerSide ? set.Side : Side.Both)] = set;
            }
        }

        Side[] sides = given.PerSide ? [Side.Left, Side.Right] : [Side.Both];
        int asked = 0, performed = 0;
        var allFull = done.Values.All(set => set.Done >= (set.Target ?? given.Target));
        foreach (var side in sides)
        {
            // As many sets as were given count, whatever their numbers.
            SetEntry[] counted = [.. done.Where(set => set.Key.Side == side).OrderBy(set => set.Key.Set).Select(set => set.Value).Take(given.Sets)];
            asked += (given.Sets - counted.Length) * given.Target;
            allFull &= counted.Length == given.Sets;
            foreach (var set in counted)
            {
                var target = set.Target ?? given.Target;
                asked += target;
                performed += Math.Min(set.Done, target);
            }
        }

        return ((decimal)performed / asked, allFull);
    }
}

/// <summary>Which of the rules P2, P3 and P4 match.</summary>
[Flags]
internal enum ProgressionSigns
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>P2: hold.</summary>
    Hold = 1,

    /// <summary>P3: one level down.</summary>
    Down = 2,

    /// <summary>P4: it rests.</summary>
    Rest = 4,
}
