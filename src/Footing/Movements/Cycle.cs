using Footing.Programmes;

namespace Footing.Movements;

/// <summary>The joint angles of a movement at any share of a cycle, for one tempo.</summary>
public sealed class Cycle
{
    private readonly ImmutableArray<(double Share, KeyPose Key)> _keys;
    private readonly string? _planted;

    /// <summary>A movement in a tempo.</summary>
    /// <exception cref="ArgumentException">The movement has no keys.</exception>
    public Cycle(Movement movement, Tempo tempo)
    {
        if (movement.Keys.IsEmpty)
        {
            throw new ArgumentException($"Movement \"{movement.Id}\" has no keys.", nameof(movement));
        }

        _planted = movement.Planted;
        _keys = [.. movement.Keys.Select(key => (key.Moment.ShareOf(tempo), key))];
    }

    /// <summary>The shares of the keys, in order.</summary>
    public ImmutableArray<double> Shares => [.. _keys.Select(key => key.Share)];

    /// <summary>The key that applies at a share: the last at or before it.</summary>
    public KeyPose KeyAt(double share) => _keys[IndexAt(share)].Key;

    /// <summary>The point planted at a share of the cycle; null when none is.</summary>
    public string? PlantedAt(double share) => KeyAt(share).Planted ?? _planted;

    /// <summary>
    /// The angle of a joint at a share of the cycle, degrees; it eases out of each key and into the next.
    /// </summary>
    /// <param name="joint">The joint's name.</param>
    /// <param name="share">0 to 1; 1 is the start of the next cycle.</param>
    public double Angle(string joint, double share)
    {
        var i = IndexAt(share);
        var (from, key) = _keys[i];
        var (to, next) = i + 1 < _keys.Length ? _keys[i + 1] : (1, _keys[0].Key);
        var passed = to > from ? Math.Clamp((share - from) / (to - from), 0, 1) : 1;
        var eased = passed * passed * (3 - (2 * passed));
        var a = key.Angles.GetValueOrDefault(joint);
        return a + ((next.Angles.GetValueOrDefault(joint) - a) * eased);
    }

    private int IndexAt(double share)
    {
        var i = _keys.Length - 1;
        while (i > 0 && _keys[i].Share > share)
        {
            i--;
        }

        return i;
    }
}
