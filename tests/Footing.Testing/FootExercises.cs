using System.Collections.Immutable;
using Footing.Exercises;

namespace Footing.Testing;

/// <summary>The exercises of the shipped programme by their ids, in its order.</summary>
public static class FootExercises
{
    public static readonly ExerciseId BallRoll = ExerciseId.Of("ball-roll");

    public static readonly ExerciseId ToeLift = ExerciseId.Of("toe-lift");

    public static readonly ExerciseId AnklePump = ExerciseId.Of("ankle-pump");

    public static readonly ExerciseId HeelToeLift = ExerciseId.Of("heel-toe-lift");

    public static readonly ExerciseId CalfRaise = ExerciseId.Of("calf-raise");

    public static readonly ImmutableArray<ExerciseId> All = [BallRoll, ToeLift, AnklePump, HeelToeLift, CalfRaise];
}
