namespace Footing.Storage.Files;

/// <summary>Folders and files that only their owner may open. On Windows the folder above sets the rights.</summary>
public static class Folders
{
    private const UnixFileMode OwnerOfFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>The folders that Footing itself keeps in a data folder.</summary>
    private static readonly string[] Own = ["keyring", "keys", "videos"];

    /// <summary>Creates a folder, and those above it, where they are missing.</summary>
    /// <exception cref="IOException">It cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">Its creation is not permitted.</exception>
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
    /// Lets only its owner open a folder that Footing keeps its files in. A shared folder is left unchanged: one that
    /// holds other folders, or that everybody may use, like the system's temporary folder.
    /// </summary>
    public static void Restrict(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            Mend(folder, mode => mode.HasFlag(UnixFileMode.StickyBit)
                || Directory.EnumerateDirectories(folder).Any(inner => !Own.Contains(Path.GetFileName(inner))));
        }
    }

    /// <summary>Lets only its owner open a file. In earlier versions everybody could read some files.</summary>
    internal static void RestrictFile(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            Mend(file, _ => false);
        }
    }

    /// <summary>How to open a file for writing that only its owner may read.</summary>
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
            // It is missing, belongs to another account, or its disk has no permissions: nothing to correct here.
        }
    }
}
