namespace Footing.Simulation.Checking.NeuropathicFoot;

/// <summary>The exercises that the contract names one by one.</summary>
internal static class FootExercises
{
    /// <summary>Rolling the sole over a ball.</summary>
    public static ExerciseId BallRoll { get; } = ExerciseId.Of("ball-roll");

    /// <summary>Lifting the toes one by one.</summary>
    public static ExerciseId ToeLift { get; } = ExerciseId.Of("toe-lift");

    /// <summary>Pumping the ankles, lying.</summary>
    public static ExerciseId AnklePump { get; } = ExerciseId.Of("ankle-pump");

    /// <summary>The seated form of the pump.</summary>
    public static ExerciseId HeelToeLift { get; } = ExerciseId.Of("heel-toe-lift");

    /// <summary>Raising the heels, standing.</summary>
    public static ExerciseId CalfRaise { get; } = ExerciseId.Of("calf-raise");
}
