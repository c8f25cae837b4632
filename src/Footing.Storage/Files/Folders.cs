namespace Footing.Storage.Files;

/// <summary>Folders and files that their owner alone may open. On Windows rights come from the folder above.</summary>
public static class Folders
{
    private const UnixFileMode OwnerOfFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>The folders that Footing itself keeps in a data folder.</summary>
    private static readonly string[] Own = ["keyring", "keys", "videos"];

    /// <summary>Makes a folder, and those above it, where there is none.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else if (!Directory.Exists(folder))
        {
            if (Path.GetDirectoryName(Path.GetFullPath(folder)) is { } above)
            {
                Make(above);
            }

            Directory.CreateDirectory(folder, OwnerOfFolder);
        }
    }

    /// <summary>
    /// Leaves a folder that Footing keeps its files in to its owner alone. One that is shared with something else is left
    /// as it is: it holds other folders, or is for everybody as the system's temporary folder is.
    /// </summary>
    public static void Restrict(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            Mend(folder, mode => mode.HasFlag(UnixFileMode.StickyBit)
                || Directory.EnumerateDirectories(folder).Any(inner => !Own.Contains(Path.GetFileName(inner))));
        }
    }

    /// <summary>Leaves a file to its owner alone. Versions before this one let everybody on the machine read some.</summary>
    internal static void RestrictFile(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            Mend(file, _ => false);
        }
    }

    /// <summary>How a file is opened for writing that its owner alone may read.</summary>
    internal static FileStreamOptions OwnersAlone(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void Mend(string path, Func<UnixFileMode, bool> isShared)
    {
        try
        {
            var mode = File.GetUnixFileMode(path);
            if ((mode & Others) != UnixFileMode.None && !isShared(mode))
            {
                File.SetUnixFileMode(path, mode & ~Others);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It is not there, belongs to another account, or its disk knows no rights: nothing to mend for us.
        }
    }
}
