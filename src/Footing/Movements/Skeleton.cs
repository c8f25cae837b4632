namespace Footing.Movements;

/// <summary>How far a joint of the figure moves.</summary>
/// <param name="Name">Its name in movement files.</param>
/// <param name="Least">The least angle in degrees, included.</param>
/// <param name="Most">The greatest angle in degrees, included.</param>
public sealed record Joint(string Name, double Least, double Most);

/// <summary>
/// The leg that the figure draws: lengths of its segments and ranges of its joints. The leg stands with the toes
/// to the right. Lengths are user units, 150 to the length of the foot.
/// </summary>
/// <remarks>
/// Segment lengths follow the shares of body height of Drillis and Contini (1966), as given in Winter,
/// <i>Biomechanics and Motor Control of Human Movement</i>, 4th edition, figure 4.1: foot 0.152, shank 0.246,
/// thigh 0.245, ankle above the ground 0.039. Ranges follow the norms of the American Academy of Orthopaedic
/// Surgeons (1994) as given in Norkin and White, <i>Measurement of Joint Motion</i>, 5th edition: ankle
/// dorsiflexion 20, plantarflexion 50; first metatarsophalangeal joint extension 70, flexion 45; the second to
/// fifth extension 40, flexion 40; knee flexion 0 to 135. For spreading the toes no norm is published; 20 is a
/// limit of the drawing.
/// </remarks>
public static class Skeleton
{
    /// <summary>From the back of the heel to the tip of the toes.</summary>
    public const double Foot = 150;

    /// <summary>From the ankle to the knee.</summary>
    public const double Shank = 243;

    /// <summary>From the knee to the hip.</summary>
    public const double Thigh = 242;

    /// <summary>From the ankle down to the sole of the bare foot.</summary>
    public const double AnkleHeight = 40;

    /// <summary>
    /// From the joint at the base of the toes down to the sole of the bare foot: the ball of the foot is a circle
    /// around it.
    /// </summary>
    public const double BallRadius = 14;

    /// <summary>The joint at the base of the big toe, seen from the ankle with the foot flat.</summary>
    public static Point ToeBase { get; } = new(66, AnkleHeight - BallRadius);

    /// <summary>
    /// The middle of the round heel, seen from the ankle with the foot flat: on a mat the heel turns about it and
    /// touches in one place.
    /// </summary>
    public static Point HeelCentre { get; } = new(-22, AnkleHeight - HeelRadius);

    /// <summary>The radius of the bare heel.</summary>
    public const double HeelRadius = 22;

    /// <summary>Where the heel tips over on the ground, seen from the ankle with the foot flat.</summary>
    /// <param name="wear">What is on the foot: a shoe tips over the back of its sole.</param>
    public static Point HeelPad(string wear) => wear == "shoe" ? new(-42, AnkleHeight) : new(HeelCentre.X, AnkleHeight);

    /// <summary>Where the calf lies on a mat, seen from the ankle with the shank upright.</summary>
    public static Point Calf { get; } = new(-51, -172);

    /// <summary>The joints of the side view that a movement may turn, and the drivers of the ball.</summary>
    /// <remarks>
    /// <c>ankle</c>: towards the shin is positive. <c>toes</c>: up is positive. <c>shank</c>: how far the shank
    /// leans forward of the scene's rest. <c>foot</c>: how far the toes point down, where the ball carries the
    /// foot. <c>under</c>: where the ball is under the sole, in user units forward of the ankle.
    /// </remarks>
    public static ImmutableDictionary<string, Joint> Side { get; } = ByName(
        new("ankle", -50, 20),
        new("toes", -45, 70),
        new("knee", 0, 135),
        new("shank", -40, 40),
        new("foot", -30, 30),
        new("under", -30, 66));

    /// <summary>
    /// The joints of the front view: <c>toe-1</c> (the big toe) to <c>toe-5</c>, up is positive; <c>spread-1</c> to
    /// <c>spread-5</c>, away from the second toe is positive; <c>finger</c>, how far a finger is under the toes, 0 to
    /// 100.
    /// </summary>
    public static ImmutableDictionary<string, Joint> Front { get; } = ByName(
        new("toe-1", -45, 70),
        new("toe-2", -40, 40),
        new("toe-3", -40, 40),
        new("toe-4", -40, 40),
        new("toe-5", -40, 40),
        new("spread-1", -5, 20),
        new("spread-2", -5, 20),
        new("spread-3", -5, 20),
        new("spread-4", -5, 20),
        new("spread-5", -5, 20),
        new("finger", 0, 100));

    /// <summary>
    /// The sole of the bare foot from heel to ball, seen from the ankle: its height under the ankle at a place forward
    /// of it.
    /// </summary>
    public static double Sole(double x) => AnkleHeight - (7 * Math.Exp(-Math.Pow((x - 20) / 17, 2)));

    /// <summary>Points round the hind and middle foot that must stay above the ground, seen from the ankle.</summary>
    public static ImmutableArray<Point> FootEdge { get; } =
        [new(-43.500, 14), new(-42, 27), new(-35, 36), new(-22, AnkleHeight), new(-6, 39), new(20, 33), new(56, AnkleHeight - 1)];

    /// <summary>Points round the toes that must stay above the ground, seen from the base of the toes.</summary>
    public static ImmutableArray<Point> ToeEdge { get; } = [new(0, BallRadius), new(20, BallRadius), new(38, BallRadius), new(44, 6)];

    private static ImmutableDictionary<string, Joint> ByName(params Joint[] joints) =>
        joints.ToImmutableDictionary(joint => joint.Name);
}
