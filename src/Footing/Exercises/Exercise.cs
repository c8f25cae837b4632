namespace Footing.Exercises;

/// <summary>
/// An exercise as rules see it: rules of screening and progression read its traits, never its id. How it is done is in
/// <c>Footing.Programmes</c>.
/// </summary>
/// <param name="Id">Which.</param>
/// <param name="Traits">What it asks of the body; at least one position.</param>
public sealed record Exercise(ExerciseId Id, ExerciseTraits Traits)
{
    /// <summary>The level of another exercise that it waits for; null where it waits for none.</summary>
    public Prerequisite? JoinsAfter { get; init; }
}

/// <summary>What an exercise waits for: it joins once another exercise has reached a level.</summary>
/// <param name="Exercise">The other exercise, of the same programme.</param>
/// <param name="Level">Its level, from 1 to its top.</param>
public sealed record Prerequisite(ExerciseId Exercise, int Level);
