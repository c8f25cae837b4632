namespace Footing.Movements;

/// <summary>
/// The side view's forward kinematics: from joint angles and the planted point to the placement of every part. The
/// parts of the leg are joined at the ankle: <c>shank</c> is placed in the drawing, <c>ankle</c> (the foot) in the
/// shank, <c>toes</c> in the foot, <c>thigh</c> in the shank; <c>ankle-skin</c> and <c>toes-skin</c> turn half as far
/// as their joint and keep the skin round.
/// </summary>
public static class SideView
{
    private const double SlowestArc = 0.5;

    /// <summary>
    /// The ball as it is seen from below the sole, in a frame of its own: the ankle at 0, 0 and the toes up.
    /// </summary>
    public const string UnderSole = "under-sole";

    /// <summary>The parts and what carries each; null for the drawing itself.</summary>
    public static ImmutableDictionary<string, string?> Carriers { get; } = new Dictionary<string, string?>
    {
        ["shank"] = null,
        ["thigh"] = "shank",
        ["ankle-skin"] = "shank",
        ["ankle"] = "shank",
        ["toes-skin"] = "ankle",
        ["toes"] = "ankle",
        ["ball"] = null,
        [UnderSole] = null,
    }.ToImmutableDictionary();

    /// <summary>The placements at a share of the cycle.</summary>
    public static ImmutableSortedDictionary<string, Placement> At(Stage stage, string wear, Cycle cycle, double share)
    {
        var planted = cycle.PlantedAt(share);
        var toes = cycle.Angle("toes", share);
        var ankle = cycle.Angle("ankle", share);
        var parts = ImmutableSortedDictionary.CreateBuilder<string, Placement>(StringComparer.Ordinal);
        double shank;
        Point at;
        if (planted == "ball")
        {
            (at, shank, ankle, var ball) = OnBall(stage, Stage.Sole(wear), cycle, share);
            parts["ball"] = ball;
            parts[UnderSole] = new(0, -cycle.Angle("under", share));
        }
        else
        {
            shank = planted == "toes" ? ankle + toes
                : stage.Lying ? Lying(stage, wear, ankle)
                : stage.ShankRest + cycle.Angle("shank", share);
            at = Ankle(stage, wear, planted, shank - ankle);
        }

        parts["shank"] = new(at.X, at.Y, shank);
        parts["ankle"] = new(0, 0, -ankle);
        parts["ankle-skin"] = new(0, 0, -ankle / 2);
        parts["toes"] = new(Skeleton.ToeBase.X, Skeleton.ToeBase.Y, -toes);
        parts["toes-skin"] = new(Skeleton.ToeBase.X, Skeleton.ToeBase.Y, -toes / 2);
        parts["thigh"] = new(0, -Skeleton.Shank, Thigh(stage, parts["shank"]) - shank);
        return parts.ToImmutable();
    }

    /// <summary>A point of a part, seen in the drawing.</summary>
    public static Point InDrawing(IReadOnlyDictionary<string, Placement> parts, string part, Point point)
    {
        for (var carrier = part; carrier is not null; carrier = Carriers[carrier])
        {
            point = parts[carrier].Of(point);
        }

        return point;
    }

    private static Point Ankle(Stage stage, string wear, string? planted, double foot)
    {
        var sole = Stage.Sole(wear);
        return planted switch
        {
            "toes" => new Point(stage.ToesAt, stage.Ground - sole - Skeleton.BallRadius) - Skeleton.ToeBase.Turned(foot),
            "heel" when stage.Lying =>
                new Point(stage.HeelAt(wear), stage.Ground - sole - Skeleton.HeelRadius) - Skeleton.HeelCentre.Turned(foot),
            "heel" => new Point(stage.HeelAt(wear), stage.Ground) - (Skeleton.HeelPad(wear) + new Point(0, sole)).Turned(foot),
            _ => new(stage.ToesAt - Skeleton.ToeBase.X, stage.Ground - sole - Skeleton.AnkleHeight),
        };
    }

    // The turn of the shank that lays the calf on the mat while the heel stays in place: found by lowering the calf in
    // a few steps. The ratio of the heel's arm to the calf's says how much nearer each step comes.
    private static double Lying(Stage stage, string wear, double ankle)
    {
        var shank = stage.ShankRest;
        for (var i = 0; i < 8; i++)
        {
            var calf = Ankle(stage, wear, "heel", shank - ankle) + Skeleton.Calf.Turned(shank);
            shank += Math.Asin((calf.Y - stage.Ground) / Skeleton.Calf.Length) * 180 / Math.PI;
        }

        return shank;
    }

    // Where the thigh points: to the hip if it is in the scene, else in line with the shank.
    private static double Thigh(Stage stage, Placement shank)
    {
        if (stage.Hip is not { } hip)
        {
            return shank.Degrees;
        }

        var knee = shank.Of(new(0, -Skeleton.Shank));
        return Math.Atan2(hip.X - knee.X, knee.Y - hip.Y) * 180 / Math.PI;
    }

    // The ball rolls on the ground and the sole rolls on the ball, neither slipping: so the foot moves about twice as
    // far as the ball. The knee is where shank and thigh meet, and the ankle's angle follows.
    private static (Point Ankle, double Shank, double AnkleAngle, Placement Ball) OnBall(
        Stage stage, double sole, Cycle cycle, double share)
    {
        const double r = Stage.Ball;
        var foot = cycle.Angle("foot", share);
        var under = cycle.Angle("under", share);
        var slope = (Skeleton.Sole(under + 0.01) - Skeleton.Sole(under - 0.01)) / 0.02;
        var tangent = Math.Atan(slope);
        var turned = (foot * Math.PI / 180) - (Arc(under) / r) + tangent;
        var ball = new Point(stage.ToesAt + (r * turned), stage.Ground - r);
        var centre = new Point(under, Skeleton.Sole(under) + sole)
            + new Point(-Math.Sin(tangent) * r, Math.Cos(tangent) * r);
        var ankle = ball - centre.Turned(foot);
        var shank = Shank(stage.Hip ?? throw new ArgumentException($"Scene \"{stage.Name}\" has no hip.", nameof(stage)), ankle);
        return (ankle, shank, shank - foot, new(ball.X, ball.Y, turned * 180 / Math.PI));
    }

    // The length of the sole from under the ankle to a place forward of it.
    private static double Arc(double to)
    {
        var steps = (int)Math.Ceiling(Math.Abs(to) / SlowestArc);
        var length = 0.0;
        for (var i = 0; i < steps; i++)
        {
            var a = to * i / steps;
            var b = to * (i + 1) / steps;
            length += new Point(b - a, Skeleton.Sole(b) - Skeleton.Sole(a)).Length;
        }

        return Math.CopySign(length, to);
    }

    // The turn of the shank that brings the knee to the end of the thigh, the knee to the front.
    private static double Shank(Point hip, Point ankle)
    {
        var way = hip - ankle;
        var d = Math.Min(way.Length, Skeleton.Shank + Skeleton.Thigh - 0.001);
        var along = Math.Atan2(way.X, -way.Y);
        var cosine = ((Skeleton.Shank * Skeleton.Shank) + (d * d) - (Skeleton.Thigh * Skeleton.Thigh)) / (2 * Skeleton.Shank * d);
        return (along + Math.Acos(Math.Clamp(cosine, -1, 1))) * 180 / Math.PI;
    }
}
