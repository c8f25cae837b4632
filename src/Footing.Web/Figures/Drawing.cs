using System.Collections.Immutable;
using System.Globalization;

namespace Footing.Web.Figures;

/// <summary>One path of the drawing, in the frame of the part that it moves with.</summary>
/// <param name="Part">The part, such as <c>ankle</c>; empty for what does not move.</param>
/// <param name="D">The path's commands.</param>
/// <param name="Class">The kind of shape, which sets its colour: <c>skin</c>, <c>line</c>, <c>shoe</c>, ...</param>
public sealed record Shape(string Part, string D, string Class)
{
    /// <summary>A disc.</summary>
    public static Shape Disc(string part, double x, double y, double r, string @class) => Ellipse(part, x, y, r, r, @class);

    /// <summary>An ellipse parallel to the axes.</summary>
    public static Shape Ellipse(string part, double x, double y, double rx, double ry, string @class) => new(
        part,
        string.Create(CultureInfo.InvariantCulture, $"M{x - rx} {y}a{rx} {ry} 0 1 1 {2 * rx} 0a{rx} {ry} 0 1 1 {-2 * rx} 0Z"),
        @class);
}

/// <summary>
/// Shapes painted together. A limb has two layers, all its outlines and then all its skins: the skins hide every
/// outline inside the limb, so that no line crosses a joint at any angle.
/// </summary>
/// <param name="Class">The class of the layer's group.</param>
/// <param name="Shapes">The shapes, from back to front.</param>
public sealed record Layer(string Class, ImmutableArray<Shape> Shapes);
