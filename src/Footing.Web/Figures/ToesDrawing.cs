using System.Collections.Immutable;
using System.Globalization;
using Footing.Movements;

namespace Footing.Web.Figures;

/// <summary>
/// The left foot from the front and slightly above, in the frames of <see cref="FrontView"/>: the big toe is on the
/// left, like the foot of a coach who faces you.
/// </summary>
public static class ToesDrawing
{
    private const string Body =
        "M140 -10C143 14 140 26 134 38C127 52 130 62 136 72C138 104 92 152 79 196C72 222 78 246 100 250C150 256 240 254 276 246"
        + "C298 240 302 222 294 202C286 172 262 134 252 104C254 94 260 84 255 70C250 58 244 46 246 26L248 -10Z";

    private const string Ball = "M82 226C90 238 120 242 150 240C200 238 250 238 288 226C292 240 284 246 272 248C240 255 150 257 100 251C86 249 80 240 82 226Z";

    /// <summary>The foot without a finger.</summary>
    public static ImmutableArray<Layer> Alone { get; } = [.. Foot, .. Enumerable.Range(1, 5).Reverse().SelectMany(n => Toe(n))];

    /// <summary>The foot with a finger that slides under the toes.</summary>
    public static ImmutableArray<Layer> Helped { get; } = [.. Foot, .. Finger, .. Enumerable.Range(1, 5).Reverse().SelectMany(n => Toe(n))];

    private static ImmutableArray<Layer> Foot =>
    [
        new("props", [Shape.Ellipse("", 184, 258, 172, 40, "floor")]),
        new("fill", [Shape.Ellipse("", 186, 262, 128, 15, "shadow")]),
        new("outline", [new("", Body, "line"), .. Enumerable.Range(1, 5).Select(n => new Shape($"toe-{n}", Skin(n), "line"))]),
        new("fill",
        [
            new("", Body, "skin"),
            new("", Ball, "shade"),
            new("", "M140 -10C143 14 140 26 134 38C127 52 130 62 136 72C138 104 92 152 79 196C104 160 146 124 152 84C142 70 142 54 150 38C156 24 156 10 156 -10Z", "shade-light"),
            new("", "M248 -10L246 26C244 46 250 58 255 70C260 84 254 94 252 104C262 134 286 172 294 202C270 172 240 136 236 102C244 90 246 78 240 64C232 48 230 20 232 -10Z", "shade"),
        ]),
        new("detail", [new("", "M150 178C152 150 166 120 178 104M196 180C196 150 196 128 196 110M234 186C230 156 220 130 212 112", "tendon")]),
    ];

    private static ImmutableArray<Layer> Finger =>
    [
        new("outline", [new("finger", FingerPath, "line")]),
        new("fill", [new("finger", FingerPath, "skin-far")]),
        new("detail", [new("finger", "M74 262C70 266 70 272 75 276C84 277 90 274 92 269C90 264 84 261 74 262Z", "nail"), new("finger", "M150 258C147 262 147 266 150 270M240 256C236 262 236 268 240 274", "crease")]),
    ];

    private const string FingerPath =
        "M84 256C66 256 62 284 86 285L236 284C290 286 320 300 380 312L700 330L700 226L380 232C330 240 300 252 236 254Z";

    private static ImmutableArray<Layer> Toe(int n)
    {
        var (toe, nail, pad) = ($"toe-{n}", $"nail-{n}", $"pad-{n}");
        var w = HalfWidth(n);
        var end = FrontView.PadAt(n);
        var edge = Invariant($"M{-w * 0.84} -4C{-w} {end * 0.3} {-w * 1.15} {end} 0 {end}C{w * 1.15} {end} {w} {end * 0.3} {w * 0.84} -4");
        var (x, y, top) = (w * 0.55, end * 0.72, end * 0.38);
        return
        [
            new("fill",
            [
                new(toe, Skin(n), "skin"),
                Shape.Ellipse(pad, 0, -end * 0.19, w * 0.72, end * 0.17, "pad"),
            ]),
            new("detail",
            [
                new(toe, edge, "contour"),
                new(nail, Invariant($"M{-x} {top + 3}C{-x * 1.1} {y} {-x * 0.6} {y + 4} 0 {y + 4}C{x * 0.6} {y + 4} {x * 1.1} {y} {x} {top + 3}C{x * 0.5} {top - 2} {-x * 0.5} {top - 2} {-x} {top + 3}Z"), "nail"),
                new(toe, Invariant($"M{-w * 0.4} 2C{-w * 0.1} 5 {w * 0.1} 5 {w * 0.4} 2"), "crease"),
            ]),
        ];
    }

    private static double HalfWidth(int n) => n switch { 1 => 29, 2 => 20.5, 3 => 19, 4 => 17.5, _ => 16.5 };

    private static string Skin(int n)
    {
        var (w, end) = (HalfWidth(n), FrontView.PadAt(n));
        return Invariant($"M{-w * 0.82} -8C{-w} {end * 0.3} {-w * 1.15} {end} 0 {end}C{w * 1.15} {end} {w} {end * 0.3} {w * 0.82} -8C{w * 0.5} -20 {-w * 0.5} -20 {-w * 0.82} -8Z");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
