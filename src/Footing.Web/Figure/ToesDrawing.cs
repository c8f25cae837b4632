using System.Collections.Immutable;
using System.Globalization;
using Footing.Movements;

namespace Footing.Web.Figures;

/// <summary>
/// The left foot seen from the front and a little from above, in the frames of <see cref="FrontView"/>: the big toe
/// to the left, as a coach's foot across from you.
/// </summary>
public static class ToesDrawing
{
    private const string Body =
        "M142 -10C146 40 148 66 138 92C126 122 92 156 80 196C72 222 78 246 100 250C150 256 240 254 276 246"
        + "C298 240 300 222 292 202C282 172 254 128 244 96C236 70 238 40 242 -10Z";

    private const string Ball = "M82 226C90 238 120 242 150 240C200 238 250 238 288 226C292 240 284 246 272 248C240 255 150 257 100 251C86 249 80 240 82 226Z";

    /// <summary>The foot without a finger.</summary>
    public static ImmutableArray<Layer> Alone { get; } = [.. Foot, .. Enumerable.Range(1, 5).Reverse().SelectMany(n => Toe(n))];

    /// <summary>The foot with a finger that slides under the toes.</summary>
    public static ImmutableArray<Layer> Helped { get; } = [.. Foot, .. Finger, .. Enumerable.Range(1, 5).Reverse().SelectMany(n => Toe(n))];

    private static ImmutableArray<Layer> Foot =>
    [
        new("props", [Shape.Ellipse("", 184, 258, 172, 40, "floor")]),
        new("fill", [Shape.Ellipse("", 186, 262, 128, 15, "shadow")]),
        new("outline", [new("", Body, "line")]),
        new("fill",
        [
            new("", Body, "skin"),
            new("", Ball, "shade"),
            new("", "M142 -10C146 40 148 66 138 92C126 122 92 156 80 196C100 160 140 130 154 92C162 66 160 40 160 -10Z", "shade-light"),
            new("", "M242 -10C238 40 236 70 244 96C254 128 282 172 292 202C268 170 238 134 230 98C224 70 226 40 228 -10Z", "shade"),
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
        var w = n switch { 1 => 29.0, 2 => 20.5, 3 => 19.0, 4 => 17.5, _ => 16.5 };
        var end = FrontView.PadAt(n);
        var skin = Invariant($"M{-w * 0.82} -10C{-w} {end * 0.3} {-w * 1.15} {end} 0 {end}C{w * 1.15} {end} {w} {end * 0.3} {w * 0.82} -10C{w * 0.4} -18 {-w * 0.4} -18 {-w * 0.82} -10Z");
        var edge = Invariant($"M{-w * 0.84} -4C{-w} {end * 0.3} {-w * 1.15} {end} 0 {end}C{w * 1.15} {end} {w} {end * 0.3} {w * 0.84} -4");
        var (x, y, top) = (w * 0.55, end * 0.72, end * 0.38);
        return
        [
            new("fill",
            [
                new(toe, skin, "skin"),
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

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
