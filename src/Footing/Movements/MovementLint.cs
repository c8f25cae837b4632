using System.Globalization;
using Footing.Programmes;

namespace Footing.Movements;

/// <summary>
/// What is wrong with a movement: what it names, the order of its keys, and, solved and checked moment by moment,
/// joints beyond their range, a planted point that slides, a jump, a foot through the ground. Fields are paths such as
/// <c>keys.2.angles.ankle</c>, counted from 1.
/// </summary>
public static class MovementLint
{
    private const int Moments = 200;

    /// <summary>The most that the planted point may move, in user units: a pixel of the drawing.</summary>
    public const double MostSlide = 1;

    // Degrees or user units in a two-hundredth of a cycle: three times as fast as the fastest movement there is.
    private const double MostStep = 14;

    private static readonly ImmutableArray<string> Wears = ["bare", "sock", "shoe"];
    private static readonly ImmutableArray<string> PlantedPoints = ["toes", "heel", "ball"];

    /// <summary>What is wrong, in a tempo of 2 s up, 1 s held, 3 s down; empty when all is well.</summary>
    public static IEnumerable<Problem> Check(Movement movement)
    {
        ImmutableArray<Problem> named = [.. Names(movement), .. Order(movement)];
        ImmutableArray<Problem> found = named.IsEmpty ? [.. Angles(movement)] : named;
        return found.IsEmpty ? Check(movement, new(2000, 1000, 3000)) : found;
    }

    /// <summary>What is wrong with the solved movement in one tempo; the names and the order must be valid.</summary>
    public static IEnumerable<Problem> Check(Movement movement, Tempo tempo)
    {
        var cycle = new Cycle(movement, tempo);
        var found = new List<Problem>();
        Frame? before = null;
        foreach (var share in Enumerable.Range(0, Moments + 1).Select(i => (double)i / Moments))
        {
            var at = Math.Min(share, 1 - 1e-9);
            var frame = new Frame(cycle.PlantedAt(at), movement.Keys.IndexOf(cycle.KeyAt(at)) + 1, FigureClip.PoseAt(movement, tempo, at));
            found.AddRange(Jumps(before, frame));
            if (movement.View == "side")
            {
                found.AddRange(Solved(frame, movement.Scene));
                found.AddRange(Slides(movement, before, frame));
                found.AddRange(Ground(movement, frame));
            }

            before = frame;
        }

        found.AddRange(Jumps(before, new(null, movement.Keys.Length, FigureClip.PoseAt(movement, tempo, 0))));
        return found.DistinctBy(problem => problem.Field);
    }

    private sealed record Frame(string? Planted, int Key, ImmutableSortedDictionary<string, Placement> Parts)
    {
        public string Field => string.Create(CultureInfo.InvariantCulture, $"keys.{Key}");

        public Point Of(string part, Point point) => SideView.InDrawing(Parts, part, point);
    }

    private static IEnumerable<Problem> Names(Movement movement)
    {
        if (movement.View is not ("side" or "front"))
        {
            yield return Unknown("view", movement.View, ["side", "front"]);
        }

        if (!Stage.All.ContainsKey(movement.Scene))
        {
            yield return Unknown("scene", movement.Scene, Stage.All.Keys.Order());
        }
        else if (movement.Scene == "toes" != (movement.View == "front"))
        {
            yield return new("scene", "The scene \"toes\" and the view \"front\" belong together.");
        }

        if (!Wears.Contains(movement.Wear))
        {
            yield return Unknown("wear", movement.Wear, Wears);
        }

        foreach (var (planted, field) in movement.Keys.Select((key, i) => (key.Planted, $"{Key(i)}.planted")).Append((movement.Planted, "planted")))
        {
            if (planted is null)
            {
                continue;
            }

            if (!PlantedPoints.Contains(planted))
            {
                yield return Unknown(field, planted, PlantedPoints);
            }
            else if (movement.View == "front" || planted == "ball" != (movement.Scene == "ball"))
            {
                yield return new(field, $"\"{planted}\" cannot be planted in the scene \"{movement.Scene}\".");
            }
        }
    }

    private static IEnumerable<Problem> Order(Movement movement)
    {
        if (movement.Keys.IsEmpty)
        {
            yield return new("keys", "There are no keys: a movement needs at least one.");
            yield break;
        }

        if (movement.Keys[0].Moment != new Moment(Phase.Up, 0))
        {
            yield return new(Key(0), "The first key must be at 0 of the phase up.");
        }

        var moments = movement.Keys.Select((key, i) => (key.Moment, Field: Key(i))).ToArray();
        foreach (var (moment, field) in moments.Concat(movement.Stills.Select((still, i) => (still.Moment, $"stills.{i + 1}"))))
        {
            if (moment.At is not (>= 0 and <= 1))
            {
                yield return new($"{field}.at", $"{Number(moment.At)} is outside the phase: it must be 0 to 1.");
            }
        }

        for (var i = 1; i < moments.Length; i++)
        {
            var (a, b) = (moments[i - 1].Moment, moments[i].Moment);
            if (b.Phase < a.Phase || (b.Phase == a.Phase && b.At < a.At))
            {
                yield return new(moments[i].Field, "The key is earlier than the one before it: put keys in order.");
            }
        }
    }

    private static IEnumerable<Problem> Angles(Movement movement)
    {
        var joints = movement.View == "front" ? Skeleton.Front : Skeleton.Side;
        for (var i = 0; i < movement.Keys.Length; i++)
        {
            var planted = movement.Keys[i].Planted ?? movement.Planted;
            foreach (var (joint, angle) in movement.Keys[i].Angles)
            {
                var field = $"{Key(i)}.angles.{joint}";
                if (!joints.TryGetValue(joint, out var range))
                {
                    yield return Unknown(field, joint, joints.Keys.Order());
                }
                else if (OutOf(range, angle) is { } message)
                {
                    yield return new(field, message);
                }
                else if (movement.View == "side" && !Free(movement.Scene, planted).Contains(joint))
                {
                    yield return new(field, $"\"{joint}\" follows from the others here, or means nothing: leave it out.");
                }
            }
        }
    }

    // The joints that a key may set; the others follow from them and from what is planted.
    private static ImmutableArray<string> Free(string scene, string? planted) => planted switch
    {
        "ball" => ["under", "foot", "toes"],
        "toes" => ["ankle", "toes"],
        _ => Stage.All[scene].Lying ? ["ankle", "toes"] : ["ankle", "toes", "shank"],
    };

    private static IEnumerable<Problem> Solved(Frame frame, string scene)
    {
        var ankle = -frame.Parts["ankle"].Degrees;
        if (OutOf(Skeleton.Side["ankle"], ankle) is { } message)
        {
            yield return new($"{frame.Field}.angles.ankle", message);
        }

        var lean = frame.Parts["shank"].Degrees - Stage.All[scene].ShankRest;
        if (OutOf(Skeleton.Side["shank"], lean) is { } leaning)
        {
            yield return new($"{frame.Field}.angles.shank", leaning);
        }

        var knee = -frame.Parts["thigh"].Degrees;
        if (OutOf(Skeleton.Side["knee"], knee) is { } bent)
        {
            yield return new($"{frame.Field}.angles.knee", bent);
        }
    }

    private static IEnumerable<Problem> Jumps(Frame? before, Frame frame)
    {
        if (before is null)
        {
            yield break;
        }

        foreach (var (part, placement) in frame.Parts)
        {
            // The ball turns fast, and a scale is not a distance.
            var step = part == "ball"
                ? Math.Abs(placement.X - before.Parts[part].X)
                : (placement with { ScaleX = 1, ScaleY = 1 }).Apart(before.Parts[part] with { ScaleX = 1, ScaleY = 1 });
            if (step > (part == "finger" ? 4 * MostStep : MostStep))
            {
                yield return new(frame.Field, $"\"{part}\" jumps by {Number(step)} at once: give it a key between, or more time.");
                yield break;
            }
        }
    }

    private static IEnumerable<Problem> Slides(Movement movement, Frame? before, Frame frame)
    {
        if (before is null || frame.Planted is not ("toes" or "heel"))
        {
            yield break;
        }

        var slide = (PlantedPoint(movement, frame) - PlantedPoint(movement, before with { Planted = frame.Planted })).Length;
        if (slide > MostSlide)
        {
            yield return new($"{frame.Field}.planted", $"The planted {frame.Planted} slides by {Number(slide)}: it must be where it is planted before it is.");
        }
    }

    private static IEnumerable<Problem> Ground(Movement movement, Frame frame)
    {
        var stage = FigureClip.StageOf(movement);
        var sole = new Point(0, Stage.Sole(movement.Wear));
        var points = Skeleton.FootEdge.Select(point => frame.Of("ankle", stage.Lying ? point : point + sole))
            .Concat(Skeleton.ToeEdge.Select(point => frame.Of("toes", stage.Lying ? point : point + sole)));
        foreach (var point in points)
        {
            var deep = point.Y - (point.X >= (stage.Edge ?? double.MinValue) ? stage.Ground : stage.Floor);
            if (deep > MostSlide)
            {
                yield return new(frame.Field, $"The foot goes {Number(deep)} through the ground.");
                yield break;
            }
        }
    }

    /// <summary>Where the planted point is in the drawing.</summary>
    /// <param name="movement">The movement, in side view.</param>
    /// <param name="planted"><c>toes</c> or <c>heel</c>.</param>
    /// <param name="parts">The placements of the parts.</param>
    public static Point PlantedPoint(Movement movement, string planted, IReadOnlyDictionary<string, Placement> parts)
    {
        var sole = Stage.Sole(movement.Wear);
        return planted == "toes" ? SideView.InDrawing(parts, "toes", new(0, Skeleton.BallRadius + sole))
            : FigureClip.StageOf(movement).Lying ? SideView.InDrawing(parts, "ankle", Skeleton.HeelCentre)
            : SideView.InDrawing(parts, "ankle", Skeleton.HeelPad(movement.Wear) + new Point(0, sole));
    }

    private static Point PlantedPoint(Movement movement, Frame frame) => PlantedPoint(movement, frame.Planted!, frame.Parts);

    private static string? OutOf(Joint joint, double angle) => angle >= joint.Least - 1e-6 && angle <= joint.Most + 1e-6
        ? null
        : $"{Number(angle)} is beyond what the joint \"{joint.Name}\" does: {Number(joint.Least)} to {Number(joint.Most)}.";

    private static Problem Unknown(string field, string found, IEnumerable<string> known) =>
        new(field, $"\"{found}\" is not known: it must be one of {string.Join(", ", known)}.");

    private static string Key(int i) => string.Create(CultureInfo.InvariantCulture, $"keys.{i + 1}");

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
