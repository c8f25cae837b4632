using System.Security.Cryptography;

namespace Footing.Storage.Sealing;

/// <summary>
/// Seals bytes with one key: AES-256-GCM with a random nonce and associated data, so that a sealed body that is
/// changed, or moved to another place, does not open. Format: 1 byte with the value 1, 12 bytes nonce, the
/// ciphertext, 16 bytes tag. Not thread-safe.
/// </summary>
/// <param name="key">32 bytes.</param>
internal sealed class Seal(ReadOnlySpan<byte> key) : IDisposable
{
    /// <summary>The length of a key in bytes.</summary>
    internal const int KeyLength = 32;

    /// <summary>How much longer a sealed body is than its content, in bytes.</summary>
    internal const int Overhead = 1 + NonceLength + TagLength;

    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const byte Form = 1;

    private readonly AesGcm _cipher = new(key, TagLength);

    /// <summary>Seals.</summary>
    /// <param name="content">What to seal.</param>
    /// <param name="belonging">The associated data; the same must be given to open it.</param>
    internal byte[] Close(ReadOnlySpan<byte> content, ReadOnlySpan<byte> belonging)
    {
        var body = new byte[Overhead + content.Length];
        body[0] = Form;
        var nonce = body.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        _cipher.Encrypt(nonce, content, body.AsSpan(1 + NonceLength, content.Length), body.AsSpan(body.Length - TagLength), belonging);
        return body;
    }

    /// <summary>Opens what <see cref="Close"/> made; null when body, key and associated data do not match.</summary>
    internal byte[]? Open(ReadOnlySpan<byte> body, ReadOnlySpan<byte> belonging)
    {
        if (body.Length < Overhead || body[0] != Form)
        {
            return null;
        }

        var content = new byte[body.Length - Overhead];
        try
        {
            _cipher.Decrypt(body.Slice(1, NonceLength), body.Slice(1 + NonceLength, content.Length), body[^TagLength..], content, belonging);
            return content;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    public void Dispose() => _cipher.Dispose();
}
