namespace Footing.Storage.Files;

/// <summary>A file that is made once and kept, such as a key: only its owner may read it, and it is never there in part.</summary>
public static class NewFile
{
    /// <summary>
    /// Writes a file beside its path and moves it there once it is on the disk. A file that is there already is kept.
    /// </summary>
    /// <param name="path">The full path; its folder exists.</param>
    /// <param name="bytes">The content.</param>
    /// <returns>Whether it was written; false when there is one already, perhaps made by another process just now.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Writing there is not permitted.</exception>
    public static bool TryWrite(string path, ReadOnlySpan<byte> bytes)
    {
        var part = Path.Combine(Path.GetDirectoryName(path)!, $".footing-{Guid.NewGuid():N}.part");
        try
        {
            using (var output = new FileStream(part, Folders.OwnersAlone(FileMode.CreateNew)))
            {
                output.Write(bytes);
                output.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
        finally
        {
            if (File.Exists(part))
            {
                File.Delete(part);
            }
        }
    }
}
