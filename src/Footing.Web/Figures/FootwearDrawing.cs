using System.Collections.Immutable;

namespace Footing.Web.Figures;

/// <summary>The footwear in side view, in the frames of the foot and the toes.</summary>
public static class FootwearDrawing
{
    private const string Upper =
        "M-34 -12C-36 -2 -45 8 -47 22C-48.500 32 -48 38 -47 43L66 44A18 18 0 0 0 66 8C54 6 42 0 33 -9C30 -13 28 -20 23 -23"
        + "C19 -24 18 -20 15 -15C9 -8 -4 -4 -16 -5C-24 -6 -28 -12 -34 -12Z";

    private const string UpperToe = "M0 -18C16 -17 40 -13 48 2C52 9 51 14 50 18L0 18A18 18 0 0 1 0 -18Z";

    private const string Heel = "M-49 36C-51 43 -49 48 -42 48L66 48L66 37C40 39 0 40 -49 36Z";

    private const string SoleToe = "M0 11C20 12 38 12 51 8C53.500 12 52 18 46 20.500C42 22 38 22 30 22L0 22Z";

    // Fills the bend between the two halves of the sole; turned by half the angle.
    private const string Bend = "M-7.520 20.680A22 22 0 0 0 7.520 20.680L4.100 11.280Q0 12.400 -4.100 11.280Z";

    /// <summary>A low laced shoe with a firm sole.</summary>
    public static ImmutableArray<Layer> Shoe { get; } =
    [
        new("outline", [.. Uppers("line"), .. Soles("line")]),
        new("fill", Uppers("shoe")),
        new("fill",
        [
            new("ankle", "M-46 20C-36 17 -27 24 -26 42L-47 43C-48 38 -48 28 -46 20Z", "shoe-deep"),
            new("toes", "M24 -15C38 -12 46 -4 49 4C51 10 51 14 50 18L22 18C16 8 17 -6 24 -15Z", "shoe-deep"),
            .. Soles("sole"),
        ]),
        new("detail",
        [
            new("ankle", "M-32 -8C-26 -3 -20 0 -12 0C2 0 12 -5 18 -12", "seam"),
            new("ankle", "M20 -16C24 -4 36 8 52 15", "seam"),
            new("ankle", "M25 -17L17 -8M31 -9L23 0M38 -3L31 7M47 2L41 12", "lace"),
        ]),
    ];

    /// <summary>A short sock.</summary>
    public static ImmutableArray<Layer> Sock { get; } =
    [
        new("outline", Socks("line")),
        new("fill", Socks("sock")),
        new("detail",
        [
            new("shank", "M-26 -68C-10 -64 4 -64 17 -68", "fold"),
            new("ankle", "M-32 0C-24 8 -25 28 -36 35", "fold"),
            new("toes", "M21 -8C18 -2 18 6 22 12", "fold"),
        ]),
    ];

    private static ImmutableArray<Shape> Uppers(string @class) =>
        [new("ankle", Upper, @class), new("toes", UpperToe, @class)];

    private static ImmutableArray<Shape> Soles(string @class) =>
        [new("ankle", Heel, @class), new("toes", SoleToe, @class), new("toes-skin", Bend, @class)];

    private static ImmutableArray<Shape> Socks(string @class) =>
    [
        new("shank", "M20 -78C17 -56 17 -30 19 -10C20 9 10 19.500 -2 20C-14 21 -27 19 -31 8C-32 -2 -28 -10 -26 -24C-24 -38 -26 -56 -30 -78C-14 -73 6 -73 20 -78Z", @class),
        Shape.Disc("shank", -2, -2, 21.5, @class),
        new("ankle", "M18 -12C23 -5 33 -2 43.500 2.500C53.500 6.500 60 10 66 11A15 15 0 0 1 66 41C58 41.500 51 40.500 45 38C32 31.500 12 31.500 -1 38C-7 40.500 -14 41.300 -22 41A23 23 0 0 1 -44.500 14C-43 6 -38 0 -33 -6C-27 -13 -18 -21 -6 -23C4 -24 13 -20 18 -12Z", @class),
        new("toes", "M0 -15C14 -14 30 -11 40 -6C48 -1 48 10 40 14C34 16 10 15 0 15A15 15 0 0 1 0 -15Z", @class),
    ];
}
