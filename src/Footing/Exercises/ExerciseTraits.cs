namespace Footing.Exercises;

/// <summary>What exercises ask of the body. Rules withhold and cap exercises by these.</summary>
[Flags]
public enum ExerciseTraits
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>At least one level is done on a chair.</summary>
    Seated = 1,

    /// <summary>At least one level is done lying.</summary>
    Lying = 2,

    /// <summary>At least one level is done standing: balance is needed, and the feet carry the body.</summary>
    Standing = 4,

    /// <summary>Something presses on the sole, other than the floor that carries the body.</summary>
    SolePressure = 8,

    /// <summary>With it in the plan no session is due on the day after a session.</summary>
    RestDay = 16,

    /// <summary>Every exercise has at least one of these.</summary>
    AnyPosition = Seated | Lying | Standing,
}

/// <summary>Ids of traits in data, and questions about them.</summary>
public static class ExerciseTraitIds
{
    /// <summary>
    /// The traits that a programme declares, by their ids; those of the position follow from the levels.
    /// </summary>
    public static ImmutableArray<(string Id, ExerciseTraits Trait)> Declared { get; } =
        [("sole-pressure", ExerciseTraits.SolePressure), ("rest-day", ExerciseTraits.RestDay)];

    /// <summary>The declared trait with this id, or null when there is none.</summary>
    public static ExerciseTraits? Find(string? id)
    {
        foreach (var (known, trait) in Declared)
        {
            if (known == id)
            {
                return trait;
            }
        }

        return null;
    }

    /// <summary>Whether there is at least one of some traits.</summary>
    public static bool HasAny(this ExerciseTraits traits, ExerciseTraits some) => (traits & some) != ExerciseTraits.None;

    /// <summary>The trait of an exercise with a level in this position.</summary>
    public static ExerciseTraits Trait(this Position position) => position switch
    {
        Position.Seated => ExerciseTraits.Seated,
        Position.Lying => ExerciseTraits.Lying,
        Position.Floor or Position.Step => ExerciseTraits.Standing,
    };
}
