using System.Collections.Immutable;
using System.Globalization;
using Footing.Movements;

namespace Footing.Web.Figures;

/// <summary>The surroundings of the leg, in the frame of the whole drawing.</summary>
public static class SceneDrawing
{
    /// <summary>What is painted behind the leg.</summary>
    public static ImmutableArray<Layer> Behind(Stage stage) => stage.Name switch
    {
        "floor" => [Props(Floor(stage))],
        "step" => [Props([Floor(stage with { Ground = stage.Floor }), .. Step(stage)])],
        "chair" or "ball" => [Props([Floor(stage), .. Chair(stage)])],
        "mat" => [Props(Floor(stage with { Ground = stage.Ground + 16 }), Block("", 6, stage.Ground, stage.Width - 12, 15, 7, "mat"))],
        _ => [],
    };

    /// <summary>The ball, painted in front of the floor and behind the foot.</summary>
    public static ImmutableArray<Layer> Ball { get; } =
    [
        new("outline", [Shape.Disc("ball", 0, 0, Stage.Ball, "line")]),
        new("fill", [Shape.Disc("ball", 0, 0, Stage.Ball, "ball")]),
        new("detail", [new("ball", "M-17 -9.500C-5 -8 -5 8 -17 9.500M17 -9.500C5 -8 5 8 17 9.500", "seam")]),
    ];

    private static Layer Props(params ReadOnlySpan<Shape> shapes) => new("props", [.. shapes]);

    private static Shape Floor(Stage stage) => new("", Invariant($"M0 {stage.Ground}H{stage.Width}V{stage.Height}H0Z"), "floor");

    private static ImmutableArray<Shape> Step(Stage stage) =>
    [
        Block("", stage.Edge!.Value, stage.Ground, stage.Width, Stage.StepHeight, 4, "step"),
        Block("", stage.Edge!.Value - 3, stage.Ground, stage.Width, 12, 5, "step-edge"),
    ];

    private static ImmutableArray<Shape> Chair(Stage stage)
    {
        var seat = stage.Hip!.Value.Y + 44;
        var x = stage.Hip.Value.X;
        return
        [
            Block("", x + 106, seat + 8, 13, stage.Ground - seat - 8, 4, "wood-far"),
            Block("", x - 10, seat + 8, 14, stage.Ground - seat - 8, 4, "wood"),
            Block("", x + 124, seat + 8, 14, stage.Ground - seat - 8, 4, "wood"),
            Block("", x - 46, seat, 196, 18, 8, "wood"),
        ];
    }

    private static Shape Block(string part, double x, double y, double width, double height, double r, string @class) => new(
        part,
        Invariant($"M{x + r} {y}H{x + width - r}a{r} {r} 0 0 1 {r} {r}V{y + height - r}a{r} {r} 0 0 1 {-r} {r}H{x + r}a{r} {r} 0 0 1 {-r} {-r}V{y + r}a{r} {r} 0 0 1 {r} {-r}Z"),
        @class);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
