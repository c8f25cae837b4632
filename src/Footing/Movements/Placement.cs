using System.Globalization;

namespace Footing.Movements;

/// <summary>A point or a vector, in user units of the drawing: x to the right, y down.</summary>
public readonly record struct Point(double X, double Y)
{
    /// <summary>This point moved by another.</summary>
    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);

    /// <summary>The vector from the second point to the first.</summary>
    public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y);

    /// <summary>The distance from 0, 0.</summary>
    public double Length => Math.Sqrt((X * X) + (Y * Y));

    /// <summary>This point turned about 0, 0; degrees clockwise on the screen.</summary>
    public Point Turned(double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new((X * cos) - (Y * sin), (X * sin) + (Y * cos));
    }
}

/// <summary>
/// Where a part of the figure is within the part that carries it: scaled first, then turned, then moved. The default
/// scale is 1.
/// </summary>
/// <param name="X">Moved to the right, in user units.</param>
/// <param name="Y">Moved down, in user units.</param>
/// <param name="Degrees">Turned clockwise on the screen.</param>
/// <param name="ScaleX">Scaled along its own x.</param>
/// <param name="ScaleY">Scaled along its own y.</param>
public readonly record struct Placement(double X, double Y, double Degrees = 0, double ScaleX = 1, double ScaleY = 1)
{
    /// <summary>As the value of an SVG <c>transform</c> attribute.</summary>
    public string Svg => string.Create(CultureInfo.InvariantCulture, $"translate({R(X)} {R(Y)}) rotate({R(Degrees)})")
        + (this is { ScaleX: 1, ScaleY: 1 } ? "" : string.Create(CultureInfo.InvariantCulture, $" scale({F(ScaleX)} {F(ScaleY)})"));

    /// <summary>
    /// As the value of the CSS property <c>transform</c>; always the same functions, so that a browser interpolates
    /// each by itself.
    /// </summary>
    /// <param name="scaled">Whether the scale is written: for all keyframes of a part or for none.</param>
    public string Css(bool scaled) => string.Create(
        CultureInfo.InvariantCulture,
        $"translate({R(X)}px, {R(Y)}px) rotate({R(Degrees)}deg)")
        + (scaled ? string.Create(CultureInfo.InvariantCulture, $" scale({F(ScaleX)}, {F(ScaleY)})") : "");

    /// <summary>A point of the part, seen from the part that carries it.</summary>
    public Point Of(Point point) => new Point(point.X * ScaleX, point.Y * ScaleY).Turned(Degrees) + new Point(X, Y);

    /// <summary>
    /// The placement a share of the way to another, each number by itself, as a browser interpolates.
    /// </summary>
    public Placement Towards(Placement other, double share) => new(
        Between(X, other.X, share),
        Between(Y, other.Y, share),
        Between(Degrees, other.Degrees, share),
        Between(ScaleX, other.ScaleX, share),
        Between(ScaleY, other.ScaleY, share));

    /// <summary>
    /// The greatest difference of any of the five numbers, scales multiplied by forty: about half the size of what is
    /// scaled.
    /// </summary>
    public double Apart(Placement other) => Math.Max(
        Math.Max(Math.Max(Math.Abs(X - other.X), Math.Abs(Y - other.Y)), Math.Abs(Degrees - other.Degrees)),
        40 * Math.Max(Math.Abs(ScaleX - other.ScaleX), Math.Abs(ScaleY - other.ScaleY)));

    /// <summary>Rounded as it is written: hundredths, of scales ten-thousandths.</summary>
    public Placement Rounded() => new(R(X), R(Y), R(Degrees), F(ScaleX), F(ScaleY));

    private static double Between(double a, double b, double share) => a + ((b - a) * share);

    // Adding 0 turns a negative zero into zero, which prints without a sign.
    private static double R(double value) => Math.Round(value, 2) + 0.0;

    private static double F(double value) => Math.Round(value, 4) + 0.0;
}
