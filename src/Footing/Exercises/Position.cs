namespace Footing.Exercises;

/// <summary>How the body is placed for a level.</summary>
public enum Position
{
    /// <summary>On a chair.</summary>
    Seated,

    /// <summary>On the back, on a bed or a mat.</summary>
    Lying,

    /// <summary>Standing on the floor.</summary>
    Floor,

    /// <summary>Standing on a step.</summary>
    Step,
}

/// <summary>The side that a set is done with.</summary>
public enum Side
{
    /// <summary>The left leg or foot.</summary>
    Left,

    /// <summary>The right leg or foot.</summary>
    Right,

    /// <summary>Both at once; counts for each.</summary>
    Both,
}

/// <summary>Ids of positions and sides in data.</summary>
public static class PositionIds
{
    /// <summary>The positions of a person who stands, and holds on.</summary>
    public static ImmutableArray<Position> Standing { get; } =
        [.. Enum.GetValues<Position>().Where(position => position.Trait() == ExerciseTraits.Standing)];

    /// <summary>The id in data: seated, lying, floor, step.</summary>
    public static string Id(this Position position) => position switch
    {
        Position.Seated => "seated",
        Position.Lying => "lying",
        Position.Floor => "floor",
        Position.Step => "step",
    };

    /// <summary>The position with this id, or null when there is none.</summary>
    public static Position? Find(string? id) => id switch
    {
        "seated" => Position.Seated,
        "lying" => Position.Lying,
        "floor" => Position.Floor,
        "step" => Position.Step,
        _ => null,
    };

    /// <summary>The id in data: left, right, both.</summary>
    public static string Id(this Side side) => side switch
    {
        Side.Left => "left",
        Side.Right => "right",
        Side.Both => "both",
    };
}
