using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Footing.Journal;

namespace Footing.Snapshots;

/// <summary>
/// The names of sessions that a snapshot has judged finally, each as a number of 32 bits: years of names take a few
/// kilobytes. If two names have the same number, a snapshot may be discarded, but no session is judged wrongly.
/// </summary>
internal sealed class ClosedSessions
{
    private const int Size = sizeof(uint);

    private readonly ImmutableArray<uint> _sorted;

    private ClosedSessions(ImmutableArray<uint> sorted) => _sorted = sorted;

    /// <summary>No session.</summary>
    public static ClosedSessions None { get; } = new([]);

    /// <summary>The session that an entry names; null where it names none.</summary>
    public static string? NamedBy(Entry entry) => entry switch
    {
        SessionEntry session => session.Session,
        SetEntry set => set.Session,
        NextMorningEntry morning => morning.Session,
        _ => null,
    };

    /// <summary>Whether a session is among them; rarely true for one that is not.</summary>
    public bool MightContain(string session) => _sorted.BinarySearch(NumberOf(session)) >= 0;

    /// <summary>These and others.</summary>
    public ClosedSessions With(IEnumerable<string> sessions) =>
        new([.. _sorted.Concat(sessions.Distinct(StringComparer.Ordinal).Select(NumberOf)).Distinct().Order()]);

    /// <summary>Four bytes each.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[_sorted.Length * Size];
        for (var i = 0; i < _sorted.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(i * Size), _sorted[i]);
        }

        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    public static ClosedSessions From(ReadOnlySpan<byte> bytes)
    {
        var sorted = ImmutableArray.CreateBuilder<uint>(bytes.Length / Size);
        for (; !bytes.IsEmpty; bytes = bytes[Size..])
        {
            sorted.Add(BinaryPrimitives.ReadUInt32BigEndian(bytes));
        }

        return new(sorted.MoveToImmutable());
    }

    private static uint NumberOf(string session) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(session)));
}
