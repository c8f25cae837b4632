using Footing.Programmes;

namespace Footing.Movements;

/// <summary>
/// A movement in a tempo, solved for the drawing: for each part its placements over one cycle. A drawing that
/// moves linearly between them keeps the planted point within a pixel. One clip serves both sides: the drawing
/// of the right leg is the mirror of the left.
/// </summary>
/// <param name="Movement">The movement's id.</param>
/// <param name="CycleMs">Milliseconds of one cycle.</param>
/// <param name="Parts">The parts that move, by name, each with its keyframes from 0 to 1.</param>
/// <param name="Poses">The still poses, in order.</param>
public sealed record FigureClip(
    string Movement,
    int CycleMs,
    ImmutableSortedDictionary<string, ImmutableArray<Keyframe>> Parts,
    ImmutableArray<ClipPose> Poses)
{
    private const int Samples = 240;

    /// <summary>How far a part may be from where it should be, in units of the drawing, where the drawing is large.</summary>
    public const double Fine = 0.1;

    /// <summary>The same where the drawing is small: nobody sees the difference, and the clip is half as long.</summary>
    public const double Coarse = 0.5;

    /// <summary>The clip of a movement in a tempo.</summary>
    /// <param name="movement">The movement.</param>
    /// <param name="tempo">The tempo.</param>
    /// <param name="tolerance">How far a part may be from where it should be, in units of the drawing.</param>
    /// <exception cref="ArgumentException">The movement has no keys, or its scene is unknown.</exception>
    public static FigureClip Of(Movement movement, Tempo tempo, double tolerance = Fine)
    {
        var cycle = new Cycle(movement, tempo);
        var shares = Enumerable.Range(0, Samples + 1).Select(i => (double)i / Samples)
            .Concat(cycle.Shares).Select(share => Math.Round(share, 4)).Distinct().Order().ToImmutableArray();
        var poses = shares.Select(share => PoseAt(movement, cycle, share)).ToImmutableArray();
        var parts = poses[0].Keys.ToImmutableSortedDictionary(
            part => part,
            part => Thinned([.. poses.Select((pose, i) => new Keyframe(shares[i], pose[part].Rounded()))], tolerance),
            StringComparer.Ordinal);
        return new(
            movement.Id,
            tempo.CycleMs,
            parts,
            [.. movement.Stills.Select(still => new ClipPose(Math.Round(still.Moment.ShareOf(tempo), 4), still.Label))]);
    }

    /// <summary>The placements of all parts at a share of the cycle.</summary>
    /// <exception cref="ArgumentException">The movement has no keys, or its scene is unknown.</exception>
    public static ImmutableSortedDictionary<string, Placement> PoseAt(Movement movement, Tempo tempo, double share) =>
        PoseAt(movement, new Cycle(movement, tempo), share);

    /// <summary>What carries each part; null for the drawing itself.</summary>
    public static ImmutableDictionary<string, string?> CarriersOf(Movement movement) =>
        movement.View == "front" ? FrontView.Carriers : SideView.Carriers;

    /// <summary>The stage of a movement's scene.</summary>
    /// <exception cref="ArgumentException">The scene is unknown.</exception>
    public static Stage StageOf(Movement movement) => Stage.All.GetValueOrDefault(movement.Scene)
        ?? throw new ArgumentException($"Movement \"{movement.Id}\" has the unknown scene \"{movement.Scene}\".", nameof(movement));

    /// <summary>The placement of a part at a share of the cycle, as a browser interpolates the keyframes.</summary>
    /// <exception cref="KeyNotFoundException">The clip has no such part.</exception>
    public Placement Interpolated(string part, double share)
    {
        var frames = Parts[part];
        var i = 0;
        while (i < frames.Length - 2 && frames[i + 1].Offset <= share)
        {
            i++;
        }

        var (a, b) = (frames[i], frames[i + 1]);
        return a.Placement.Towards(b.Placement, (share - a.Offset) / (b.Offset - a.Offset));
    }

    private static ImmutableSortedDictionary<string, Placement> PoseAt(Movement movement, Cycle cycle, double share) =>
        movement.View == "front"
            ? FrontView.At(cycle, share)
            : SideView.At(StageOf(movement), movement.Wear, cycle, share);

    // Leaves out the frames that a straight line between their neighbours also gives.
    private static ImmutableArray<Keyframe> Thinned(ImmutableArray<Keyframe> frames, double tolerance)
    {
        var kept = ImmutableArray.CreateBuilder<Keyframe>();
        kept.Add(frames[0]);
        for (var from = 0; from < frames.Length - 1;)
        {
            var to = from + 1;
            while (to + 1 < frames.Length && Straight(frames, from, to + 1, tolerance))
            {
                to++;
            }

            kept.Add(frames[to]);
            from = to;
        }

        return kept.ToImmutable();
    }

    private static bool Straight(ImmutableArray<Keyframe> frames, int from, int to, double tolerance)
    {
        var (a, b) = (frames[from], frames[to]);
        for (var i = from + 1; i < to; i++)
        {
            var share = (frames[i].Offset - a.Offset) / (b.Offset - a.Offset);
            if (a.Placement.Towards(b.Placement, share).Apart(frames[i].Placement) > tolerance)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A part's placement at a share of the cycle.</summary>
/// <param name="Offset">0 to 1.</param>
/// <param name="Placement">Where the part is.</param>
public readonly record struct Keyframe(double Offset, Placement Placement);

/// <summary>A still pose of a clip.</summary>
/// <param name="At">Share of the cycle, 0 to 1.</param>
/// <param name="Label">A key of the programme's texts.</param>
public sealed record ClipPose(double At, string Label);
