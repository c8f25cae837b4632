using System.Collections.Immutable;
using System.Globalization;
using Footing.Movements;

namespace Footing.Web.Figures;

/// <summary>The foot seen from the front and a little from above, in the frames of <see cref="FrontView"/>.</summary>
public static class ToesDrawing
{
    public static ImmutableArray<Layer> Layers { get; } = [];
}
