using System.Security.Cryptography;

namespace Footing.Storage.Sealing;

/// <summary>
/// Seals bytes with one key: AES-256-GCM with a nonce at random, and what the bytes belong to bound to them, so that a
/// sealed body that is changed, or put in another's place, does not open. Shape: 1 byte 1, 12 bytes nonce, the
/// ciphertext, 16 bytes tag. Not for many threads at once.
/// </summary>
/// <param name="key">32 bytes.</param>
internal sealed class Seal(ReadOnlySpan<byte> key) : IDisposable
{
    /// <summary>The length of a key in bytes.</summary>
    internal const int KeyLength = 32;

    /// <summary>What a sealed body has more than its content, in bytes.</summary>
    internal const int Overhead = 1 + NonceLength + TagLength;

    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const byte Form = 1;

    private readonly AesGcm _cipher = new(key, TagLength);

    /// <summary>Seals.</summary>
    /// <param name="content">What is to be kept.</param>
    /// <param name="belonging">What it belongs to; the same must be given to open it.</param>
    internal byte[] Close(ReadOnlySpan<byte> content, ReadOnlySpan<byte> belonging)
    {
        var body = new byte[Overhead + content.Length];
        body[0] = Form;
        var nonce = body.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        _cipher.Encrypt(nonce, content, body.AsSpan(1 + NonceLength, content.Length), body.AsSpan(body.Length - TagLength), belonging);
        return body;
    }

    /// <summary>Opens what <see cref="Close"/> made; null when body, key and belonging do not fit each other.</summary>
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
