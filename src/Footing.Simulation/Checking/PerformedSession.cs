using Footing.Journal;
using Footing.Sessions;

namespace Footing.Simulation.Checking;

/// <summary>A session with at least one set, as the journal reports it.</summary>
/// <param name="Entry">Its report.</param>
/// <param name="On">Its date.</param>
/// <param name="Script">What was offered for it; null when unknown.</param>
/// <param name="OfferKnown">How many entries had arrived when it was offered.</param>
/// <param name="Sets">Its sets.</param>
/// <param name="IsNumb">Whether the screening at that time had loss of protective sensation.</param>
internal sealed record PerformedSession(
    SessionEntry Entry, DateOnly On, SessionScript? Script, int OfferKnown, IReadOnlyList<SetEntry> Sets, bool IsNumb)
{
    /// <summary>The instant that gives its date and its place: when it began, where that is known.</summary>
    public DateTimeOffset From => Counting.When(Entry);

    /// <summary>Whether the date of its end is a later one than its own.</summary>
    public bool IsOverMidnight => On < DateOnly.FromDateTime(Entry.At.UtcDateTime);

    /// <summary>Whether somebody said that pain was raised the next morning.</summary>
    public bool IsRaisedByWord { get; private set; }

    /// <summary>Whether pain was raised by its number the next morning, and the session may have done it.</summary>
    public bool IsRaisedByNumber { get; private set; }

    /// <summary>Whether pain was raised the next morning: of two answers, raised wins.</summary>
    public bool IsRaised => IsRaisedByWord || IsRaisedByNumber;

    /// <summary>Whether check-ins showed a worsening at that time (P10).</summary>
    public bool IsWorse { get; init; }

    /// <summary>Whether check-ins showed no benefit after 12 weeks at that time (P11).</summary>
    public bool IsNoBetter { get; init; }

    /// <summary>Takes in what was said the morning after; whether it says that pain was raised.</summary>
    public bool Hear(NextMorningEntry morning)
    {
        var (word, number) = (morning.PainRaised == true, IsRaisedTo(morning.Pain, morning.Because, Entry.PainBefore));
        IsRaisedByWord |= word;
        IsRaisedByNumber |= number;
        return word || number;
    }

    /// <summary>Whether it has a set of an exercise.</summary>
    public bool Has(ExerciseId exercise) => Sets.Any(set => set.Exercise == exercise);

    /// <summary>The level of its sets; 0 for no set.</summary>
    public int LevelOf(ExerciseId exercise) => Sets.FirstOrDefault(set => set.Exercise == exercise)?.Level ?? 0;

    /// <summary>The target of each of its sets; 0 for no set.</summary>
    public int TargetOf(ExerciseId exercise) => Sets.FirstOrDefault(set => set.Exercise == exercise)?.Target ?? 0;

    /// <summary>The exercise's worst pain minus the pain before.</summary>
    public int? Rise(ExerciseId exercise) =>
        (Entry.Pain.TryGetValue(exercise, out var own) ? own : Entry.PainAfter) - Entry.PainBefore;

    /// <summary>Pain rose by 3 or more.</summary>
    public bool Hurt(ExerciseId exercise) => Has(exercise) && Rise(exercise) >= 3;

    /// <summary>Pain was still raised the next morning, and that counts for the exercise.</summary>
    public bool HurtNextMorning(ExerciseId exercise) => IsRaised && Has(exercise) &&
        (Rise(exercise) >= 1 || !Sets.Any(set => Rise(set.Exercise) >= 1));

    /// <summary>P4 matches, by the session or by the morning.</summary>
    public bool IsPain(ExerciseId exercise) => Hurt(exercise) || HurtNextMorning(exercise);

    /// <summary>P3 matches.</summary>
    public bool IsTooMuch(ExerciseId exercise) => Effort(exercise) >= 8 || Entry.Cramp.Contains(exercise) ||
        (Entry.StopReason is not StopReason.Interrupted and not StopReason.Other && Share(exercise).Part < 0.7m);

    /// <summary>P2 matches.</summary>
    public bool IsHard(ExerciseId exercise) => Effort(exercise) is 6 or 7 || Rise(exercise) == 2;

    /// <summary>Effort, pain and sets are those of a qualifying session; the feet are checked elsewhere.</summary>
    public bool IsGood(ExerciseId exercise, bool whateverWasAsked) =>
        Effort(exercise) <= 5 && Rise(exercise) <= 1 && !IsPain(exercise) && !Entry.Cramp.Contains(exercise) &&
        (whateverWasAsked || Share(exercise).IsFull);

    /// <summary>
    /// Two points more than before the session, where the person does not deny that it did this; the most there is, or two
    /// where nothing was said before, only where they say that it did.
    /// </summary>
    private static bool IsRaisedTo(int? pain, YesNoUnsure? because, int? before) => (pain, because) switch
    {
        ({ } now, YesNoUnsure.Yes) => now == 10 || now - (before ?? 0) >= 2,
        ({ } now, YesNoUnsure.Unsure) => before is not null && now - before >= 2,
        _ => false,
    };

    private int? Effort(ExerciseId exercise) => Entry.Effort.TryGetValue(exercise, out var effort) ? effort : null;

    /// <summary>The part of the scripted amount that was done, and whether every set was done in full.</summary>
    private (decimal Part, bool IsFull) Share(ExerciseId exercise)
    {
        var offered = Script?.Exercises.FirstOrDefault(offered => offered.Id == exercise);
        var done = new Dictionary<(int, Side), SetEntry>();
        foreach (var set in Sets.Where(set => set.Exercise == exercise))
        {
            done[(set.Set, set.Side)] = set;
        }

        var count = offered is null ? done.Count : offered.Dose.Sets * (offered.Dose.PerSide ? 2 : 1);
        var asked = 0m;
        var performed = 0m;
        foreach (var set in done.Values)
        {
            asked += set.Target ?? 1;
            performed += Math.Min(set.Done, set.Target ?? 1);
        }

        asked += Math.Max(0, count - done.Count) * (offered?.Dose.Target ?? 0);
        return (performed / asked, done.Count >= count && done.Values.All(set => set.Done >= set.Target));
    }
}
