using System.Collections.Immutable;
using Footing.Movements;

namespace Footing.Web.Figures;

/// <summary>
/// The leg from the inner side, toes to the right: shapes in the frames of <see cref="SideView"/>, origin at the
/// joint that the part turns in.
/// </summary>
public static class LegDrawing
{
    // Shin to the right, calf to the left, the knee at the top, round at both ends.
    private const string Shank =
        "M19 -6C16 -40 16 -96 23 -150C27 -182 33 -212 36 -243A36 36 0 0 0 -36 -243C-38 -226 -50 -204 -52 -170"
        + "C-54 -134 -33 -104 -27 -64C-24.500 -46 -25 -34 -27 -16C-28 4 -16 20 -2 20C10 20 20 10 19 -6Z";

    private const string Thigh =
        "M36 0C44 -60 50 -150 54 -260L-62 -260C-56 -150 -46 -60 -36 0A36 36 0 0 0 36 0Z";

    // Hind and middle foot: instep, ball, arch, heel pad, the back of the heel up to the Achilles tendon.
    private const string Foot =
        "M18 -16C24 -6 34 -1 45 4C54 8 60 11 66 12A14 14 0 0 1 66 40C58 40.500 51 39.500 45 37C31 31 11 31 -1 37"
        + "C-8 40.500 -19 41.200 -27 40C-38 38.500 -44.500 30 -43 17C-41.500 7 -33 0 -29 -14L-26 -30C-10 -36 8 -32 18 -16Z";

    private const string Toes =
        "M0 -14C10 -12.500 18 -8 25 -6.500C33 -6 41 -5 43.500 1C46 8 41 14 32 14C25 14 21 11.500 15 12.500C10 14 4 14 0 14A14 14 0 0 1 0 -14Z";

    private const string SecondToe =
        "M0 -12C12 -14 20 -11 27 -10C35 -10 46 -8 47 -1C48 5 44 9 38 9L0 10Z";

    // Half-turned with the ankle: keeps instep and tendon round between shank and foot.
    private static ImmutableArray<Shape> AnkleSkin(string @class) =>
    [
        Shape.Disc("ankle-skin", -2, -2, 21, @class),
        new("ankle-skin", "M17 -26C18 -14 24 -7 34 -1L10 14L-6 -10Z", @class),
        new("ankle-skin", "M-26 -30C-25 -16 -28 -4 -35 6L-10 12L0 -20Z", @class),
    ];

    private static ImmutableArray<Shape> Limb(string @class) =>
    [
        new("toes", SecondToe, @class == "skin" ? "skin-far" : @class),
        new("shank", Shank, @class),
        .. AnkleSkin(@class),
        new("ankle", Foot, @class),
        new("toes", Toes, @class),
    ];

    /// <summary>The bare leg from the knee down.</summary>
    public static ImmutableArray<Layer> Bare { get; } =
    [
        new("outline", Limb("line")),
        new("fill", Limb("skin")),
        new("fill",
        [
            // The far side of the calf and the sole, a shade darker.
            new("shank", "M-36 -243C-38 -226 -50 -204 -52 -170C-54 -134 -33 -104 -27 -64C-25 -50 -25 -40 -25.500 -28C-20 -60 -26 -100 -38 -140C-46 -176 -38 -210 -28 -243Z", "shade"),
            new("ankle", "M-43 17C-44.500 30 -38 38.500 -27 40C-19 41.200 -8 40.500 -1 37C11 31 31 31 45 37C51 39.500 58 40.500 66 40C58 37 52 34 45 32C31 26 8 27 -4 33C-14 37 -28 36 -35 29C-39 25 -41 21 -43 17Z", "shade"),
            Shape.Ellipse("ankle", 1, -3, 8.5, 9.5, "shade"),
        ]),
        new("detail",
        [
            new("ankle", "M-6 4C-2 9 6 8 9 1", "crease"),
            new("toes", "M32 -5.500C36 -6.500 42 -4 43 1.500C39 1 34 -1 32 -5.500Z", "nail"),
        ]),
    ];

    /// <summary>The thigh in its cloth, from the knee to the hip, where it is seen.</summary>
    public static ImmutableArray<Layer> ClothedThigh { get; } =
    [
        new("outline", [new("thigh", Thigh, "line"), new("shank", Cuff, "line")]),
        new("fill", [new("thigh", Thigh, "cloth"), new("shank", Cuff, "cloth")]),
        new("detail", [new("shank", "M-45 -206C-20 -199 10 -199 35 -206", "fold")]),
    ];

    private const string Cuff = "M36 -243C37 -230 37 -216 36 -204C12 -196 -22 -196 -48 -204C-44 -220 -40 -232 -36 -243A36 36 0 0 1 36 -243Z";
}
