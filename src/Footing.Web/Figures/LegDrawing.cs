using System.Collections.Immutable;
using Footing.Movements;

namespace Footing.Web.Figures;

/// <summary>
/// The leg from the inner side, toes to the right: shapes in the frames of <see cref="SideView"/>, origin at the
/// joint in which the part turns.
/// </summary>
public static class LegDrawing
{
    // Shin to the right, calf to the left, knee at the top. The lower end overlaps the heel, so that the
    // tendon stays one line when the foot bends towards the shin.
    private const string Shank =
        "M18 -10C15 -44 15 -98 22 -150C26 -182 32 -212 36 -243A36 36 0 0 0 -36 -243C-38 -226 -49 -204 -51 -172"
        + "C-53 -138 -34 -106 -27 -68C-24 -50 -23 -38 -25 -24C-27 -10 -31 -2 -30 8C-26 18 -14 20 -2 19C10 18 19 8 18 -10Z";

    private const string Thigh = "M38 0C45 -70 48 -160 48 -340L-44 -340C-42 -160 -40 -60 -38 0A38 38 0 0 0 38 0Z";

    // Rear foot and midfoot: instep, ball, arch, heel.
    private const string Foot =
        "M17 -11C22 -4 32 -1 43 3.500C53 7.500 59 11 66 12A14 14 0 0 1 66 40C58 40.500 51 39.500 45 37C32 30.500 12 30.500 -1 37"
        + "C-7 39.500 -14 40.300 -22 40A22 22 0 0 1 -43.500 14C-42 6 -37 0 -32 -6C-27 -12 -18 -20 -6 -22C4 -23 12 -19 17 -11Z";

    private const string Toes =
        "M0 -14C9 -13.500 17 -10.500 24 -9.500C32 -9 40 -8 43.500 -1.500C47 6.500 42 14 32 14C25 14 20 12.500 14 13C10 14 4 14 0 14A14 14 0 0 1 0 -14Z";

    private const string SecondToe = "M0 -12C12 -15 18 -13 25 -13C34 -14 46 -12 47.500 -4C48 3 44 9 38 9L0 10Z";

    private static ImmutableArray<Shape> Limb(string @class) =>
    [
        new("shank", Shank, @class),
        Shape.Disc("shank", -2, -2, 20.5, @class),
        new("ankle", Foot, @class),
        new("toes", Toes, @class),
    ];

    /// <summary>The bare leg from the knee down.</summary>
    public static ImmutableArray<Layer> Bare { get; } =
    [
        new("outline", [new("toes", SecondToe, "line")]),
        new("fill", [new("toes", SecondToe, "skin-far")]),
        .. Covered,
        new("fill",
        [
            new("ankle", "M-43.500 14A22 22 0 0 0 -22 40C-14 40.300 -7 39.500 -1 37C12 30.500 32 30.500 45 37C51 39.500 58 40.500 66 40L70 39C60 37 54 35 46 32.500C32 26 9 27 -4 33C-14 37 -28 35 -34 29C-39 24 -40 19 -43.500 14Z", "shade"),
        ]),
        new("detail",
        [
            new("ankle", "M-9 0C-7 9 6 10 10 0", "crease"),
            new("toes", "M30 -9C35 -10 42 -7 43.500 -1.500C39 -1.500 33 -4 30 -9Z", "nail"),
        ]),
    ];

    /// <summary>The leg in footwear: without the details that only a bare foot shows.</summary>
    public static ImmutableArray<Layer> Covered =>
    [
        new("outline", Limb("line")),
        new("fill", Limb("skin")),
        new("fill",
        [
            new("shank", "M-36 -243C-38 -226 -49 -204 -51 -172C-53 -138 -34 -106 -27 -68C-24 -50 -23 -38 -25 -24C-20 -56 -24 -96 -35 -134C-44 -172 -38 -210 -28 -243Z", "shade"),
        ]),
    ];

    private const string Cuff = "M38 -243C38 -230 38 -216 36.500 -206C12 -197 -22 -197 -50 -206C-47 -222 -41 -232 -38 -243A38 38 0 0 1 38 -243Z";

    /// <summary>The clothed thigh, from the knee to the hip, if it is visible.</summary>
    public static ImmutableArray<Layer> ClothedThigh { get; } =
    [
        new("outline", [new("thigh", Thigh, "line"), new("shank", Cuff, "line")]),
        new("fill", [new("thigh", Thigh, "cloth"), new("shank", Cuff, "cloth")]),
        new("detail", [new("shank", "M-47 -213C-20 -205 10 -205 36 -213", "hem")]),
    ];
}
