namespace Footing.Content;

/// <summary>Files that are written completely or not at all.</summary>
internal static class WholeFile
{
    private const int NoSpace = 28;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    /// <summary>
    /// Writes a file beside its path and moves it there once it is on the disk; an earlier file stays until then.
    /// </summary>
    /// <exception cref="IOException">It cannot be written; the message names it and the remedy.</exception>
    internal static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var part = Path.Combine(Path.GetDirectoryName(path)!, $".footing-{Guid.NewGuid():N}.part");
        try
        {
            using (var output = new FileStream(part, FileMode.CreateNew))
            {
                output.Write(bytes);
                output.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                problem.HResult is NoSpace or NoSpaceOnWindows
                    ? $"{path}: there is no room left on its disk; free some there, or name a folder on another disk"
                    : $"{path}: cannot be written; check that you may write to its folder",
                problem);
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
