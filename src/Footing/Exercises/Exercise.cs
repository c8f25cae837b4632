namespace Footing.Exercises;

/// <summary>
/// The five exercises, in the order of every list of them. The safety rules name them one by one, so they are a fixed
/// choice; how they are done is data (see <c>Footing.Programmes</c>).
/// </summary>
public enum Exercise
{
    /// <summary>Rolling the sole over a ball, seated, with light pressure.</summary>
    BallRoll,

    /// <summary>Lifting the toes one by one and spreading them, seated.</summary>
    ToeLift,

    /// <summary>Pumping the ankles, lying.</summary>
    AnklePump,

    /// <summary>Lifting heels, then toes, on a chair: the seated form of the pump.</summary>
    HeelToeLift,

    /// <summary>Raising the heels, standing on the floor, later on a step.</summary>
    CalfRaise,
}

/// <summary>Names and sets of <see cref="Exercise"/>.</summary>
public static class ExerciseIds
{
    /// <summary>All five, in their order.</summary>
    public static ImmutableSortedSet<Exercise> All { get; } = [.. Enum.GetValues<Exercise>()];

    /// <summary>None of them.</summary>
    public static ImmutableSortedSet<Exercise> None { get; } = [];

    /// <summary>The seated set of the screening rules: toe-lift, ankle-pump (lying), heel-toe-lift.</summary>
    public static ImmutableSortedSet<Exercise> Seated { get; } =
        [Exercise.ToeLift, Exercise.AnklePump, Exercise.HeelToeLift];

    /// <summary>The id in data, such as <c>ball-roll</c>.</summary>
    public static string Id(this Exercise exercise) => exercise switch
    {
        Exercise.BallRoll => "ball-roll",
        Exercise.ToeLift => "toe-lift",
        Exercise.AnklePump => "ankle-pump",
        Exercise.HeelToeLift => "heel-toe-lift",
        Exercise.CalfRaise => "calf-raise",
    };

    /// <summary>The exercise with this id, or null when there is none.</summary>
    public static Exercise? Find(string? id)
    {
        foreach (var exercise in Enum.GetValues<Exercise>())
        {
            if (exercise.Id() == id)
            {
                return exercise;
            }
        }

        return null;
    }
}
