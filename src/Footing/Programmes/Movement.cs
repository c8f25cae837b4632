namespace Footing.Programmes;

/// <summary>
/// A movement as data: joint angles at key moments of one cycle. One movement yields the moving figure, the
/// still poses of a printed sheet and the place of the beats.
/// </summary>
/// <param name="Id">Kebab-case, unique in the programme.</param>
/// <param name="View">What the figure shows: <c>side</c> (leg and foot) or <c>above</c> (the toes).</param>
/// <param name="Scene">What stands around the leg: <c>chair</c>, <c>mat</c>, <c>floor</c>, <c>step</c>, <c>ball</c>.</param>
/// <param name="Planted">The point that keeps still, such as <c>heel</c> or <c>toes</c>; null when none does.</param>
/// <param name="Keys">The key moments, the first at 0, in order; the cycle closes from the last to the first.</param>
public sealed record Movement(
    string Id,
    string View,
    string Scene,
    string? Planted,
    ImmutableArray<KeyPose> Keys);

/// <summary>The pose at one moment of a cycle.</summary>
/// <param name="At">The share of the cycle that has passed, 0 to 1.</param>
/// <param name="Angles">Degrees by joint name; a joint that is not named is at rest.</param>
public sealed record KeyPose(double At, ImmutableSortedDictionary<string, double> Angles);
