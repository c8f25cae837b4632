using System.Collections.Immutable;
using System.Globalization;

namespace Footing.Web.Figures;

/// <summary>One path of the drawing, in the frame of the part that it moves with.</summary>
/// <param name="Part">The part, such as <c>ankle</c>; empty for what stands still.</param>
/// <param name="D">The path's commands.</param>
/// <param name="Class">What it is, which decides its colour: <c>skin</c>, <c>line</c>, <c>shoe</c>, ...</param>
public sealed record Shape(string Part, string D, string Class)
{
    /// <summary>A disc.</summary>
    public static Shape Disc(string part, double x, double y, double r, string @class) => Ellipse(part, x, y, r, r, @class);

    /// <summary>An ellipse along the axes.</summary>
    public static Shape Ellipse(string part, double x, double y, double rx, double ry, string @class) => new(
        part,
        string.Create(CultureInfo.InvariantCulture, $"M{x - rx} {y}a{rx} {ry} 0 1 1 {2 * rx} 0a{rx} {ry} 0 1 1 {-2 * rx} 0Z"),
        @class);
}

/// <summary>
/// Shapes painted together. A limb is painted in two layers, all its outlines and then all its skins, so that
/// the skins hide every outline inside the limb and no line cuts through a joint at any angle.
/// </summary>
/// <param name="Class">Of the layer's group.</param>
/// <param name="Shapes">In the painter's order.</param>
public sealed record Layer(string Class, ImmutableArray<Shape> Shapes);
