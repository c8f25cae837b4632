using System.Security.Cryptography;
using Footing.Storage.Files;

namespace Footing.Storage.Sealing;

/// <summary>
/// The key that wraps all others: 32 bytes in a file, as base64 text on one line, which only its owner may read.
/// </summary>
internal static class InstallationKey
{
    /// <summary>Reads the key.</summary>
    /// <returns>Null when there is no such file.</returns>
    /// <exception cref="StorageException">
    /// <see cref="StorageFault.Keys"/>: it cannot be read, or holds something else.
    /// </exception>
    internal static byte[]? Find(string file)
    {
        string text;
        try
        {
            text = File.ReadAllText(file);
            Folders.RestrictFile(file);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(StorageFault.Keys,
                $"The installation key {file} cannot be read: let the account that Footing runs under read it.", problem);
        }

        var key = new byte[Seal.KeyLength];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length == key.Length
            ? key
            : throw new StorageException(StorageFault.Keys,
                $"{file} holds no installation key (32 bytes as base64): put the right file in its place.");
    }

    /// <summary>Makes a new key and stores it, durably, before it is used.</summary>
    /// <returns>The key; the existing one, when another process has just made it.</returns>
    /// <exception cref="StorageException"><see cref="StorageFault.ReadOnly"/>: it cannot be written there.</exception>
    internal static byte[] Make(string file)
    {
        var key = RandomNumberGenerator.GetBytes(Seal.KeyLength);
        try
        {
            Folders.Make(Path.GetDirectoryName(file)!);
            // Nobody reads half a key, and none is replaced.
            return NewFile.TryWrite(file, System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(key) + "\n")) ? key : Find(file)!;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(StorageFault.ReadOnly,
                $"The installation key {file} cannot be written: let the account that Footing runs under write there.", problem);
        }
    }
}
