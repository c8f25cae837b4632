using System.Collections.Immutable;
using System.Globalization;
using Footing.Movements;
using Footing.Programmes;

namespace Footing.Web.Figures;

/// <summary>
/// A small picture in the corner: the position of the whole body, how far the feet turn (from above), or where the
/// ball is (from below).
/// </summary>
public static class InsetDrawing
{
    private const double Size = 104;

    /// <summary>The picture for a movement; empty when the scene shows enough.</summary>
    public static ImmutableArray<Layer> Of(Movement movement) =>
        movement.Turn != 0 ? [Ground, Feet(movement.Turn)]
        : movement.Scene switch
        {
            "floor" => [Ground, Standing(104)],
            "step" => [Ground, Standing(94), new("inset", [new("", "M41 95H62V104H41Z", "worktop")])],
            "mat" => [Lying],
            "toes" => [Ground, Seated],
            "ball" => Sole,
            _ => [],
        };

    /// <summary>The position of the picture: the upper corner that the leg leaves free.</summary>
    public static string Place(Stage stage) => stage.Name switch
    {
        "mat" => "translate(12 12)",
        "ball" => Invariant($"translate({stage.Width - 60} 122) scale(0.9)"),
        "toes" => Invariant($"translate({stage.Width - 82} 10) scale(0.7)"),
        _ => Invariant($"translate({stage.Width - Size - 12} 12)"),
    };

    private static Layer Ground { get; } = new("inset", [new("", "M14 0H90a14 14 0 0 1 14 14V98a14 14 0 0 1 -14 14H14a14 14 0 0 1 -14 -14V14a14 14 0 0 1 14 -14Z", "inset-ground")]);

    private static Layer Standing(double floor)
    {
        var y = floor - 104;
        return new("inset",
        [
            new("", "M68 52H100V57H68ZM74 57H100V104H74Z", "worktop"),
            Shape.Disc("", 40, 18 + y, 8.5, "person"),
            new("", Invariant($"M40 {36 + y}V{60 + y}"), "trunk"),
            new("", Invariant($"M40 {62 + y}V{98 + y}"), "limb"),
            new("", Invariant($"M41 {36 + y}L54 {50 + y}L70 49"), "arm"),
            new("", Invariant($"M39 {100.5 + y}H49"), "foot-shod"),
        ]);
    }

    private static Layer Lying { get; } = new("inset",
    [
        new("", "M14 0H104a14 14 0 0 1 14 14V40a14 14 0 0 1 -14 14H14a14 14 0 0 1 -14 -14V14a14 14 0 0 1 14 -14Z", "inset-ground"),
        new("", "M8 38H110V44H8Z", "worktop"),
        Shape.Disc("", 20, 27, 8.5, "person"),
        new("", "M38 28.500H58", "trunk"),
        new("", "M60 31L94 32", "limb"),
        new("", "M99 33V21", "foot"),
    ]);

    private static Layer Seated { get; } = new("inset",
    [
        new("", "M24 44H29V104H24ZM24 76H58V81H24ZM52 80H57V104H52Z", "worktop"),
        Shape.Disc("", 40, 20, 8.5, "person"),
        new("", "M40 38V64", "trunk"),
        new("", "M42 68H68V96", "limb"),
        new("", "M41 38L52 56L64 60", "arm"),
        new("", "M69 101H80", "foot"),
    ]);

    // The left sole in its sock with the ball under it, at its true size.
    private static ImmutableArray<Layer> Sole { get; } =
    [
        new("inset",
        [
            new("", "M-36 -120H36a16 16 0 0 1 16 16V40a16 16 0 0 1 -16 16H-36a16 16 0 0 1 -16 -16V-104a16 16 0 0 1 16 -16Z", "inset-ground"),
            new("", "M0 43C-13 43 -20 34 -19 20C-18 2 -12 -14 -15 -32C-18 -46 -31 -54 -31 -72C-31 -92 -27 -107 -16 -107C-4 -107 6 -104 15 -97C25 -89 31 -78 30 -66C29 -46 21 -30 20 -8C20 2 20 10 19 20C19 34 13 43 0 43Z", "sole-sock"),
            new("", "M-29 -86C-16 -93 10 -88 26 -74", "fold"),
            new("", "M-17 27C-8 18 8 18 17 27", "fold"),
            Shape.Disc(SideView.UnderSole, 0, 0, Stage.Ball, "sole-ball"),
            new(SideView.UnderSole, "M-15 -9C-4 -8 -4 8 -15 9M15 -9C4 -8 4 8 15 9", "seam"),
        ]),
    ];

    // Both feet from above, toes up; a line shows the direction straight ahead.
    private static Layer Feet(double turn)
    {
        var shapes = ImmutableArray.CreateBuilder<Shape>();
        var apart = turn < 0 ? 27.0 : 18.0;
        foreach (var side in new[] { -1.0, 1.0 })
        {
            var x = (Size / 2) + (side * apart);
            shapes.Add(new("", Invariant($"M{x} 90V14"), "ahead"));
            Point Placed(Point point) => new Point(point.X * side, point.Y - 26).Turned(turn * side) + new Point(x, 84);
            var outline = new Point[]
            {
                new(-1, -36), new(9, -37), new(15, -28), new(14, -14), new(13, 0), new(11, 8), new(10, 20), new(9, 34),
                new(-9, 34), new(-9.5, 20), new(-10, 8), new(-13, -4), new(-13, -16), new(-13, -28), new(-9, -36), new(-1, -36),
            };
            var cap = new Point[] { new(14.5, -22), new(6, -16), new(-6, -16), new(-13, -22), new(-13, -30), new(-8, -36), new(-1, -36), new(9, -37), new(14, -30), new(14.5, -22) };
            shapes.Add(new("", Curves([.. outline.Select(Placed)]), "top"));
            shapes.Add(new("", Curves([.. cap.Select(Placed)]), "shoe-deep"));
            shapes.Add(new("", string.Join(' ', Enumerable.Range(0, 3).Select(i => Line(Placed(new(-5, -9 + (7 * i))), Placed(new(6, -9 + (7 * i)))))), "lace"));
        }

        return new("inset", shapes.ToImmutable());
    }

    private static string Line(Point a, Point b) => Invariant($"M{a.X:0.##} {a.Y:0.##}L{b.X:0.##} {b.Y:0.##}");

    private static string Curves(ImmutableArray<Point> points)
    {
        var path = Invariant($"M{points[0].X:0.##} {points[0].Y:0.##}");
        for (var i = 1; i + 2 < points.Length; i += 3)
        {
            path += Invariant($"C{points[i].X:0.##} {points[i].Y:0.##} {points[i + 1].X:0.##} {points[i + 1].Y:0.##} {points[i + 2].X:0.##} {points[i + 2].Y:0.##}");
        }

        return path + "Z";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
