namespace Footing.Movements;

/// <summary>
/// The toes seen from the front and a little from above: <c>toe-1</c> to <c>toe-5</c> are placed in the drawing and
/// rise and spread; on them <c>nail-1</c> to <c>nail-5</c> turn out of sight and <c>pad-1</c> to <c>pad-5</c>, their
/// undersides, come into sight as the toe tips up; <c>finger</c> is the helping finger.
/// </summary>
public static class FrontView
{
    /// <summary>The camera looks down by this many degrees.</summary>
    private const double Look = 28;

    /// <summary>The base of each toe in the drawing, the big toe first, and how long the toe is.</summary>
    public static ImmutableArray<(Point Base, double Length)> Toes { get; } =
        [(new(104, 208), 84), (new(161, 202), 78), (new(203, 204), 72), (new(240, 208), 66), (new(272, 214), 60)];

    /// <summary>How far below its base the tip of a lying toe is drawn, the big toe first.</summary>
    public static double PadAt(int toe) => toe switch { 1 => 60, 2 => 57, 3 => 50, 4 => 42, _ => 34 };

    /// <summary>The parts and what carries each; null for the drawing itself.</summary>
    public static ImmutableDictionary<string, string?> Carriers { get; } = Enumerable.Range(1, 5)
        .SelectMany(n => new KeyValuePair<string, string?>[] { new($"toe-{n}", null), new($"nail-{n}", $"toe-{n}"), new($"pad-{n}", $"toe-{n}") })
        .Append(new("finger", null))
        .ToImmutableDictionary();

    /// <summary>The placements at a share of the cycle.</summary>
    public static ImmutableSortedDictionary<string, Placement> At(Cycle cycle, double share)
    {
        var parts = ImmutableSortedDictionary.CreateBuilder<string, Placement>(StringComparer.Ordinal);
        var highest = 0.0;
        for (var n = 1; n <= 5; n++)
        {
            var (toe, length) = Toes[n - 1];
            var up = cycle.Angle($"toe-{n}", share);
            var rise = length * (Ahead(0) - Ahead(up));
            highest = Math.Max(highest, rise);

            // The second toe is the middle line of spreading: the big toe goes one way, the others the other.
            var spread = cycle.Angle($"spread-{n}", share) * (n == 1 ? 1 : -1);
            parts[$"toe-{n}"] = new(toe.X - (length * Math.Sin(spread * Math.PI / 180)), toe.Y - rise, spread / 2);
            parts[$"nail-{n}"] = new(0, 0, 0, 1, Math.Max(0.2, Math.Cos(Math.Max(0, up) * 1.4 * Math.PI / 180)));
            parts[$"pad-{n}"] = new(0, PadAt(n), 0, Math.Clamp(up / 30, 0.01, 1), Math.Clamp(up / 30, 0.01, 1.1));
        }

        parts["finger"] = new((1 - (cycle.Angle("finger", share) / 100)) * 300, -highest * 0.85);
        return parts.ToImmutable();
    }

    // How far down the screen the tip of a toe of length 1 is below its base.
    private static double Ahead(double up)
    {
        var (sin, cos) = Math.SinCos(up * Math.PI / 180);
        var (down, level) = Math.SinCos(Look * Math.PI / 180);
        return (cos * down) - (sin * level);
    }
}
