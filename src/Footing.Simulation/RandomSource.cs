using System.Buffers.Binary;

namespace Footing.Simulation;

/// <summary>
/// One person's random numbers, the same for the same seed on every machine and every .NET: SplitMix64 (Steele, Lea and
/// Flood 2014). Nobody shares it, so the number of people simulated in parallel changes nothing.
/// </summary>
internal sealed class RandomSource
{
    private ulong _state;

    /// <param name="seed">The cohort's seed.</param>
    /// <param name="person">The person's number.</param>
    public RandomSource(int seed, int person)
    {
        // Two rounds, so that neighbouring seeds and numbers give unrelated sequences.
        _state = unchecked((ulong)seed * 0xD1342543DE82EF95);
        _state = Bits() ^ unchecked((ulong)person * 0xA0761D6478BD642F);
        Bits();
    }

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

    /// <summary>A number from 0 up to 1.</summary>
    public double Part() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Whether an event of this probability happens.</summary>
    public bool Is(double probability) => Part() < probability;

    /// <summary>A whole number from the smallest to the largest, both included.</summary>
    public int From(int least, int most) => least + (int)(Bits() % (ulong)(most - least + 1));

    /// <summary>A number between two, usually near their middle.</summary>
    public double Between(double least, double most) => least + ((most - least) * (Part() + Part() + Part()) / 3);

    /// <summary>One of several.</summary>
    public T Of<T>(params ReadOnlySpan<T> several) => several[From(0, several.Length - 1)];

    /// <summary>A UUID of version 7 (RFC 9562): the time in milliseconds, then random bits.</summary>
    public Guid Id(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (ulong)at.ToUnixTimeMilliseconds() << 16);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Bits());
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (Bits() & 0x0fff)));
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
