using System.Collections.Immutable;
using Footing.Programmes;

namespace Footing.Tests.Movements;

/// <summary>Movements to test with.</summary>
internal static class Sample
{
    internal static readonly Tempo Tempo = new(2000, 1000, 3000);

    internal static KeyPose Key(Phase phase, double at, params (string Joint, double Angle)[] angles) => new(
        new(phase, at), angles.ToImmutableSortedDictionary(angle => angle.Joint, angle => angle.Angle));

    /// <summary>On a step: the heels start below its edge, rise, stay, and come down.</summary>
    internal static Movement CalfRaise { get; } = new(
        "calf-raise",
        "side",
        "step",
        "shoe",
        "toes",
        [
            Key(Phase.Up, 0, ("ankle", 10), ("toes", -9)),
            Key(Phase.Up, 1, ("ankle", -34), ("toes", 36)),
            Key(Phase.Hold, 1, ("ankle", -34), ("toes", 36)),
            Key(Phase.Down, 1, ("ankle", 10), ("toes", -9)),
        ],
        [new(new(Phase.Up, 0), "low"), new(new(Phase.Hold, 0.5), "high")]);

    /// <summary>Lying: the toes come and go.</summary>
    internal static Movement Pump { get; } = new(
        "pump",
        "side",
        "mat",
        "bare",
        "heel",
        [Key(Phase.Up, 0, ("ankle", -36)), Key(Phase.Up, 1, ("ankle", 15)), Key(Phase.Hold, 1, ("ankle", 15)), Key(Phase.Down, 1, ("ankle", -36))],
        []);

    /// <summary>Sitting: heels up over the toes, then toes up over the heels.</summary>
    internal static Movement Rocking { get; } = new(
        "rocking",
        "side",
        "chair",
        "shoe",
        "toes",
        [
            Key(Phase.Up, 0),
            Key(Phase.Up, 0.5, ("ankle", -28), ("toes", 30)),
            Key(Phase.Up, 1),
            Key(Phase.Down, 0) with { Planted = "heel" },
            Key(Phase.Down, 0.5, ("ankle", 18)) with { Planted = "heel" },
            Key(Phase.Down, 1),
        ],
        []);

    /// <summary>Sitting: the sole rolls over a ball.</summary>
    internal static Movement Rolling { get; } = new(
        "rolling",
        "side",
        "ball",
        "sock",
        "ball",
        [Key(Phase.Up, 0, ("under", 58), ("foot", 10)), Key(Phase.Up, 1, ("under", -12), ("foot", -8)), Key(Phase.Hold, 1, ("under", -12), ("foot", -8)), Key(Phase.Down, 1, ("under", 58), ("foot", 10))],
        []);

    /// <summary>From the front: the toes rise one by one.</summary>
    internal static Movement Toes { get; } = new(
        "toes",
        "front",
        "toes",
        "bare",
        null,
        [Key(Phase.Up, 0), Key(Phase.Up, 0.5, ("toe-5", 30)), Key(Phase.Up, 1, ("toe-5", 30), ("toe-4", 30)), Key(Phase.Hold, 1, ("toe-5", 30), ("toe-4", 30)), Key(Phase.Down, 1)],
        []);

    internal static IEnumerable<Movement> All => [CalfRaise, Pump, Rocking, Rolling, Toes];
}
