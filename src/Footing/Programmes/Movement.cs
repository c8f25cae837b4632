namespace Footing.Programmes;

/// <summary>
/// A movement as data: joint angles at key moments of one cycle. One movement gives the moving figure, the still poses
/// of a printed sheet and the place of the beats. The key moments are tied to the phases of the tempo, not to seconds,
/// so the same movement follows every tempo and holds where the tempo holds.
/// </summary>
/// <param name="Id">Kebab-case, unique in the programme.</param>
/// <param name="View">
/// What the figure shows: <c>side</c> (leg and foot) or <c>front</c> (the toes, seen from the front and a little from
/// above).
/// </param>
/// <param name="Scene">
/// What is around the leg: <c>floor</c>, <c>step</c>, <c>chair</c>, <c>ball</c> (with a chair), <c>mat</c>,
/// <c>toes</c>.
/// </param>
/// <param name="Wear">What is on the foot: <c>bare</c>, <c>sock</c>, <c>shoe</c>.</param>
/// <param name="Planted">
/// The point that stays still, <c>toes</c>, <c>heel</c> or <c>ball</c>; null when none does. A key may name another.
/// </param>
/// <param name="Keys">
/// The key moments, the first at the start of the cycle, in order; the cycle closes from the last to the first.
/// </param>
/// <param name="Stills">The poses that show the movement on paper and with reduced motion, in order.</param>
/// <param name="Turn">
/// Degrees that each foot turns in (negative) or out (positive), shown from above in a corner; 0 shows nothing.
/// </param>
public sealed record Movement(
    string Id,
    string View,
    string Scene,
    string Wear,
    string? Planted,
    ImmutableArray<KeyPose> Keys,
    ImmutableArray<StillPose> Stills,
    double Turn = 0);

/// <summary>The parts of one repetition, in their order; <see cref="Tempo"/> gives each its time.</summary>
public enum Phase
{
    /// <summary>On the way up, or out.</summary>
    Up,

    /// <summary>Held.</summary>
    Hold,

    /// <summary>On the way back.</summary>
    Down,
}

/// <summary>A moment of a cycle, given by phase so that it fits every tempo.</summary>
/// <param name="Phase">The phase it lies in.</param>
/// <param name="At">The share of that phase that has passed, 0 to 1, both included.</param>
public readonly record struct Moment(Phase Phase, double At)
{
    /// <summary>The share of the whole cycle that has passed, 0 to 1.</summary>
    /// <exception cref="DivideByZeroException">The tempo has no time at all.</exception>
    public double ShareOf(Tempo tempo)
    {
        var ms = Phase switch
        {
            Phase.Up => At * tempo.UpMs,
            Phase.Hold => tempo.UpMs + (At * tempo.HoldMs),
            Phase.Down => tempo.UpMs + tempo.HoldMs + (At * tempo.DownMs),
        };
        return tempo.CycleMs > 0 ? ms / tempo.CycleMs : throw new DivideByZeroException("A tempo of 0 ms has no moments.");
    }
}

/// <summary>The pose at one moment of a cycle.</summary>
/// <param name="Moment">When.</param>
/// <param name="Angles">Degrees by joint name; a joint that is not named is at rest (0).</param>
/// <param name="Planted">The point that stays still from this key to the next; null for the movement's own.</param>
public sealed record KeyPose(Moment Moment, ImmutableSortedDictionary<string, double> Angles, string? Planted = null);

/// <summary>
/// A pose to show by itself, at the moment just before it is left: with reduced motion the next pose is shown, so a
/// held pose is placed at the end of its hold.
/// </summary>
/// <param name="Moment">When in the cycle.</param>
/// <param name="Label">
/// A key of the programme's texts that says what to do, such as <c>heels-up</c>, below <c>pose</c>.
/// </param>
public sealed record StillPose(Moment Moment, string Label);
