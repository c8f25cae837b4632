using Footing.Plans;

namespace Footing.Sessions;

/// <summary>
/// The order in which a session does its exercises, which is not the order of lists: lying, then seated, then standing
/// (<c>docs/decisions/0009-order-of-a-session.md</c>).
/// </summary>
public static class SessionOrder
{
    /// <summary>The exercises in the order of the session; within a position they keep theirs.</summary>
    /// <param name="exercises">A plan's exercises, in the programme's order.</param>
    public static ImmutableArray<PlannedExercise> Of(ImmutableArray<PlannedExercise> exercises) =>
        [.. Of(exercises, planned => planned.Level.Position)];

    /// <summary>Anything that is done in a position, in the order of the session; within a position it keeps its own.</summary>
    /// <param name="things">What is ordered.</param>
    /// <param name="position">Its position.</param>
    public static IEnumerable<T> Of<T>(IEnumerable<T> things, Func<T, Position> position) => things.OrderBy(thing => Place(position(thing)));

    private static int Place(Position position) => position switch
    {
        Position.Lying => 0,
        Position.Seated => 1,
        Position.Floor => 2,
        Position.Step => 3,
    };
}
