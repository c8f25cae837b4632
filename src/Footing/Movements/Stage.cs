namespace Footing.Movements;

/// <summary>The place of a scene: how much of it is seen and where the ground is.</summary>
/// <param name="Name">The scene's name in movement files.</param>
/// <param name="Width">Width seen, in user units.</param>
/// <param name="Height">Height seen, in user units.</param>
/// <param name="Ground">The height of what the planted point stands on.</param>
/// <param name="ToesAt">Where the joint at the base of the toes is along the ground while the toes are planted.</param>
/// <param name="ShankRest">
/// How the shank is turned at rest, degrees clockwise: 0 upright, -90 lying on the back.
/// </param>
/// <param name="Hip">The hip, where the person sits; null where it is out of sight.</param>
/// <param name="Edge">Where the step begins; behind it there is no ground. Null where the ground has no edge.</param>
public sealed record Stage(
    string Name, double Width, double Height, double Ground, double ToesAt, double ShankRest, Point? Hip, double? Edge)
{
    /// <summary>The radius of the ball: a tennis ball to the foot's 25 cm.</summary>
    public const double Ball = 20;

    /// <summary>All scenes.</summary>
    public static ImmutableDictionary<string, Stage> All { get; } = new Stage[]
    {
        new("floor", 360, 320, 294, 196, 0, null, null),
        new("step", 360, 320, 238, 200, 0, null, 198),
        new("chair", 468, 416, 384, 340, 0, new(32, 100), null),
        new("ball", 446, 396, 370, 240, 0, new(-50, 76), null),
        new("mat", 387, 344, 264, 0, -87, null, null),
        new("toes", 360, 320, 250, 0, 0, null, null),
    }.ToImmutableDictionary(stage => stage.Name);

    /// <summary>
    /// Where the heel is along the ground while it is planted: upright, where a flat foot with planted toes has it.
    /// </summary>
    /// <param name="wear">What is on the foot.</param>
    public double HeelAt(string wear) => Lying ? 252 : ToesAt - Skeleton.ToeBase.X + Skeleton.HeelPad(wear).X;

    /// <summary>The height of the floor, which is lower than the ground of a step.</summary>
    public double Floor => Edge is null ? Ground : Ground + StepHeight;

    /// <summary>How high the step is.</summary>
    public const double StepHeight = 68;

    /// <summary>Whether the leg lies on its back.</summary>
    public bool Lying => ShankRest < -45;

    /// <summary>How thick what is worn is under the foot, in user units.</summary>
    public static double Sole(string wear) => wear switch { "shoe" => 8, "sock" => 1, _ => 0 };
}
