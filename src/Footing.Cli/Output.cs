namespace Footing.Cli;

/// <summary>Files that are written.</summary>
internal static class Output
{
    /// <summary>Makes a file, or empties the one that is there.</summary>
    /// <exception cref="UnwritableException">It cannot be written.</exception>
    public static FileStream Create(string path)
    {
        try
        {
            return File.Create(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path);
        }
    }

    /// <summary>What is said of a file that cannot be written.</summary>
    public static UnwritableException Unwritable(string path) =>
        new($"{path}: cannot be written; check that its folder is there and that you may write to it");
}
