using System.Buffers.Binary;
using System.Text;

namespace Footing.Storage.Sealing;

/// <summary>
/// What a sealed body is bound to: a letter for its type, then its place. Numbers are big-endian, ids as they are
/// written. These bytes are never stored; another version must produce the same ones, so they never change.
/// </summary>
internal static class AssociatedData
{
    /// <summary>An entry: person, id, kind and time.</summary>
    internal static byte[] OfEntry(PersonId person, Guid id, short kind, long at)
    {
        var bytes = new byte[1 + 16 + 16 + 2 + 8];
        bytes[0] = (byte)'e';
        person.Value.TryWriteBytes(bytes.AsSpan(1), bigEndian: true, out _);
        id.TryWriteBytes(bytes.AsSpan(17), bigEndian: true, out _);
        BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(33), kind);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(35), at);
        return bytes;
    }

    /// <summary>A draft: person, kind of form, and when it expires.</summary>
    internal static byte[] OfDraft(PersonId person, string kind, long expiresAt) =>
        [(byte)'d', .. person.Value.ToByteArray(bigEndian: true), .. Number(expiresAt), .. Encoding.UTF8.GetBytes(kind)];

    /// <summary>A snapshot: person, journal, and the last entry that it includes.</summary>
    internal static byte[] OfSnapshot(PersonId person, long journal, long through, long from) =>
        [(byte)'s', .. person.Value.ToByteArray(bigEndian: true), .. Number(journal), .. Number(through), .. Number(from)];

    /// <summary>A person's key in a keyring: installation, person and the key's number.</summary>
    internal static byte[] OfKey(Guid installation, PersonId person, long number) =>
        [(byte)'k', .. installation.ToByteArray(bigEndian: true), .. person.Value.ToByteArray(bigEndian: true), .. Number(number)];

    /// <summary>The mark by which a keyring recognizes its installation key.</summary>
    internal static byte[] OfInstallation(Guid installation) => [(byte)'i', .. installation.ToByteArray(bigEndian: true)];

    private static byte[] Number(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }
}
