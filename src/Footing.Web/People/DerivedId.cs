using System.Security.Cryptography;
using System.Text;

namespace Footing.Web.People;

/// <summary>Ids derived from what an entry is about, so that a form sent twice makes the same entries.</summary>
internal static class DerivedId
{
    /// <summary>A UUID of version 8 (RFC 9562) made from a hash of the parts.</summary>
    public static Guid Of(params ReadOnlySpan<string> parts)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts!))).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
