namespace Footing.Bench;

/// <summary>
/// Random numbers, the same for a seed on every machine and every .NET: SplitMix64 (Steele, Lea and Flood 2014).
/// </summary>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>64 bits.</summary>
    public ulong Bits()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var bits = _state;
            bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
            return bits ^ (bits >> 31);
        }
    }

    /// <summary>A whole number from the least to the most, both included.</summary>
    public int From(int least, int most) => least + (int)(Bits() % (ulong)(most - least + 1));

    /// <summary>Whether something with this probability, 0 to 1, happens.</summary>
    public bool Is(double probability) => (Bits() >> 11) * (1.0 / (1UL << 53)) < probability;

    /// <summary>One of several.</summary>
    public T Of<T>(IReadOnlyList<T> several) => several[From(0, several.Count - 1)];

    /// <summary>A UUID of version 7 (RFC 9562): the time in milliseconds, then random bits.</summary>
    public Guid Id(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, Bits());
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Bits());
        var milliseconds = at.ToUnixTimeMilliseconds();
        for (var at8 = 5; at8 >= 0; at8--)
        {
            bytes[at8] = (byte)(milliseconds & 0xff);
            milliseconds >>= 8;
        }

        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
