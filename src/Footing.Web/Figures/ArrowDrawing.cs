using System.Collections.Immutable;
using System.Globalization;
using Footing.Movements;
using Footing.Programmes;

namespace Footing.Web.Figures;

/// <summary>
/// The small arrows of a still pose: the last part of the path of heel, toes or each toe from the previous pose.
/// </summary>
public static class ArrowDrawing
{
    private const int Samples = 24;
    private const double Least = 9;
    private const double Longest = 58;
    private const double LongestLead = 0.25;
    private const double LeastSpread = 4;
    private const double Head = 9;
    private const double Aside = 26;

    /// <summary>The arrows of a pose.</summary>
    /// <param name="movement">What moves.</param>
    /// <param name="tempo">Its tempo.</param>
    /// <param name="pose">The number of the pose, from 0; the pose before the first is the last.</param>
    public static ImmutableArray<Shape> Of(Movement movement, Tempo tempo, int pose)
    {
        var to = movement.Stills[pose].Moment.ShareOf(tempo);
        var before = movement.Stills[(pose + movement.Stills.Length - 1) % movement.Stills.Length].Moment.ShareOf(tempo);
        var all = to - before + (to < before ? 1 : 0);
        to = Reached(movement, tempo, to, all);
        var lead = Math.Min(all, LongestLead);
        var poses = Enumerable.Range(0, Samples + 1)
            .Select(i => to - lead + (lead * i / Samples))
            .Select(share => FigureClip.PoseAt(movement, tempo, Wrapped(share)))
            .ToImmutableArray();
        var ways = movement.View == "front"
            ? Toes(poses)
            : movement.Scene == "ball"
            ? [Way(poses, parts => SideView.InDrawing(parts, "ankle", new(84, -18)))]
            : new[]
            {
                Way(poses, parts => SideView.InDrawing(parts, "ankle", new(-68, 22))),
                Way(poses, parts => SideView.InDrawing(parts, "toes", new(64, 0))),
            }.OrderByDescending(Length).Take(1);
        return [.. ways.Where(way => Length(way) > Least).SelectMany(Arrow)];
    }

    // The moment at which the figure reached the pose that it holds at the given moment.
    private static double Reached(Movement movement, Tempo tempo, double at, double longest)
    {
        const double Step = 0.005;
        var pose = FigureClip.PoseAt(movement, tempo, at);
        var back = 0.0;
        while (back + Step < longest
            && FigureClip.PoseAt(movement, tempo, Wrapped(at - back - Step)).All(part => part.Value.Apart(pose[part.Key]) < 0.5))
        {
            back += Step;
        }

        return Wrapped(at - back);
    }

    private static double Wrapped(double share) => share < 0 ? share + 1 : share;

    // Each toe's path up or down; if toes spread, only the distance to the side.
    private static IEnumerable<ImmutableArray<Point>> Toes(ImmutableArray<ImmutableSortedDictionary<string, Placement>> poses)
    {
        var ways = Enumerable.Range(1, 5)
            .Select(n => Way(poses, parts => parts[$"toe-{n}"].Of(new(0, FrontView.PadAt(n) + 12))))
            .ToImmutableArray();
        var aside = ways.Where(way => Math.Abs(way[^1].X - way[0].X) > LeastSpread).ToImmutableArray();
        return aside.IsEmpty
            ? ways
            : aside.Select(way => ImmutableArray.Create(
                way[^1] - new Point(Math.CopySign(Aside, way[^1].X - way[0].X), 0),
                way[^1] - new Point(Math.CopySign(Aside / 2, way[^1].X - way[0].X), 0),
                way[^1]));
    }

    private static ImmutableArray<Point> Way(
        ImmutableArray<ImmutableSortedDictionary<string, Placement>> poses, Func<ImmutableSortedDictionary<string, Placement>, Point> point) =>
        [.. poses.Select(point)];

    private static double Length(ImmutableArray<Point> way) => way.Skip(1).Zip(way, (b, a) => (b - a).Length).Sum();

    private static IEnumerable<Shape> Arrow(ImmutableArray<Point> way)
    {
        var first = way.Length - 1;
        for (var length = 0.0; first > 0 && length < Longest; first--)
        {
            length += (way[first] - way[first - 1]).Length;
        }

        var (tip, before) = (way[^1], way.Last(point => (point - way[^1]).Length > Head || point == way[first]));
        var ahead = Math.Atan2(tip.Y - before.Y, tip.X - before.X) * 180 / Math.PI;
        var path = string.Join('L', way.Skip(first).Where(point => (point - tip).Length > Head * 0.8).Select(Written));
        if (path.Length > 0)
        {
            yield return new("", $"M{path}L{Written(tip + new Point(-Head * 0.8, 0).Turned(ahead))}", "arrow-way");
        }

        yield return new(
            "",
            $"M{Written(tip)}L{Written(tip + new Point(-Head * 1.4, -Head * 0.9).Turned(ahead))}L{Written(tip + new Point(-Head * 1.4, Head * 0.9).Turned(ahead))}Z",
            "arrow-head");
    }

    private static string Written(Point point) => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.##} {point.Y:0.##}");
}
