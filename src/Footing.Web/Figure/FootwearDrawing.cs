using System.Collections.Immutable;

namespace Footing.Web.Figures;

/// <summary>What is worn on the foot in side view, in the frames of the foot and the toes.</summary>
public static class FootwearDrawing
{
    private const string Upper =
        "M-33 -6C-36 4 -46 10 -48 24C-49 32 -49 38 -48 43L66 44A18 18 0 0 0 66 8C56 6 44 0 34 -10C32 -14 29 -18 26 -20"
        + "C20 -14 14 -10 4 -8C-8 -6 -22 -4 -33 -6Z";

    private const string UpperToe = "M0 -18C18 -18 42 -14 49 2C52 9 51 14 50 18L0 18A18 18 0 0 1 0 -18Z";

    private const string Heel = "M-50 38C-51 45 -49 48 -44 48L66 48L66 38C40 40 0 41 -50 38Z";

    private const string SoleToe = "M0 12C20 13 38 12 51 8C53 12 52 18 46 20.500C42 22 38 22 30 22L0 22Z";

    // Fills the bend between the two halves of the sole; half-turned.
    private const string Bend = "M-7.520 20.680A22 22 0 0 0 7.520 20.680L4.100 11.280A12 12 0 0 1 -4.100 11.280Z";

    /// <summary>A low laced shoe with a firm sole.</summary>
    public static ImmutableArray<Layer> Shoe { get; } =
    [
        new("outline", [.. Uppers("line"), .. Soles("line")]),
        new("fill", [.. Uppers("shoe"), .. Soles("sole")]),
        new("detail",
        [
            new("ankle", "M-34 -2C-20 1 -6 0 6 -3C16 -6 22 -10 27 -16", "seam"),
            new("ankle", "M14 -3L22 5M22 -8L31 0M32 0L26 8M40 5L34 13", "lace"),
            new("ankle", "M-46 20C-36 18 -30 24 -30 38", "seam"),
            new("toes", "M18 -16C14 -6 14 2 20 12", "seam"),
        ]),
    ];

    /// <summary>A short sock.</summary>
    public static ImmutableArray<Layer> Sock { get; } =
    [
        new("outline", Socks("line")),
        new("fill", Socks("sock")),
        new("detail",
        [
            new("shank", "M-26.500 -66C-10 -62 4 -62 19 -66", "fold"),
            new("ankle", "M-30 -4C-26 10 -28 26 -40 34", "fold"),
            new("toes", "M22 -8C20 -2 20 6 23 12", "fold"),
        ]),
    ];

    private static ImmutableArray<Shape> Uppers(string @class) =>
        [new("ankle", Upper, @class), new("toes", UpperToe, @class)];

    private static ImmutableArray<Shape> Soles(string @class) =>
        [new("ankle", Heel, @class), new("toes", SoleToe, @class), new("toes-skin", Bend, @class)];

    private static ImmutableArray<Shape> Socks(string @class) =>
    [
        new("shank", "M20 -76C18.500 -60 18 -30 20 -6C20 10 10 21 -2 21C-16 21 -29 5 -28 -16C-26 -36 -26 -56 -29 -76C-14 -71 6 -71 20 -76Z", @class),
        Shape.Disc("ankle-skin", -2, -2, 22, @class),
        new("ankle-skin", "M18 -26C19 -14 25 -7 35 -1L10 14L-6 -10Z", @class),
        new("ankle-skin", "M-27 -30C-26 -16 -29 -4 -36 6L-10 12L0 -20Z", @class),
        new("ankle", "M19 -17C25 -7 35 -2 46 3C55 7 60 10 66 11A15 15 0 0 1 66 41C58 41.500 51 40.500 45 38C31 32 11 32 -1 38C-8 41.500 -19 42.200 -27 41C-39 39.500 -45.500 30 -44 17C-42.500 7 -34 0 -30 -14L-26 -30C-10 -36 8 -32 19 -17Z", @class),
        new("toes", "M0 -15C14 -14 30 -11 40 -6C48 -1 48 10 40 14C34 16 10 15 0 15A15 15 0 0 1 0 -15Z", @class),
    ];
}
