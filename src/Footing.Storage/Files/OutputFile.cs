namespace Footing.Storage.Files;

/// <summary>
/// A file that an operator asks for, readable only by its owner. It is written completely beside its final path and
/// then moved there, so that an earlier file stays until the new one is on the disk. The store's own files are refused.
/// </summary>
public sealed class OutputFile
{
    /// <summary>The files that SQLite keeps beside a database in use.</summary>
    private static readonly string[] BesideDatabase = ["-wal", "-shm", "-journal"];

    private const int NoSpace = 28;
    private const int DiskFullOnWindows = 112;

    private readonly string _name;

    private OutputFile(string name, string path, bool exists) => (_name, Path, Exists) = (name, path, exists);

    /// <summary>The full path, with symbolic links followed.</summary>
    public string Path { get; }

    /// <summary>Whether a file is there already. The caller checks what it is before replacing it.</summary>
    public bool Exists { get; }

    /// <summary>A file to be written.</summary>
    /// <param name="name">Its path as requested; messages use it.</param>
    /// <param name="store">The store that it must not touch.</param>
    /// <exception cref="OutputException">It is a file of the store, a folder, a device, or no path.</exception>
    public static OutputFile At(string name, StoreOptions store)
    {
        ArgumentNullException.ThrowIfNull(store);
        string path;
        try
        {
            path = FollowLinks(System.IO.Path.GetFullPath(name));
        }
        catch (Exception problem) when (problem is ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"\"{name}\" is no path of a file; name another", problem);
        }

        if (Directory.Exists(path) || System.IO.Path.GetFileName(path).Length == 0)
        {
            throw new OutputException($"{name}: is a folder; name a file in it");
        }

        var identity = FileIdentity.Of(path);
        if (IsOwn(path, identity, store))
        {
            throw new OutputException($"{name}: is a file that Footing itself needs, so it was left as it is; name another");
        }

        return identity is null or { IsRegular: true }
            ? new(name, path, identity is not null)
            : throw new OutputException($"{name}: is no ordinary file; name another");
    }

    /// <summary>Writes it in place of an earlier one. On failure no partial file is left.</summary>
    /// <param name="write">Writes to the given stream, and does not close it.</param>
    /// <exception cref="OutputException">It cannot be written there.</exception>
    public Task WriteAsync(Func<Stream, Task> write) => PutAsync(
        async part =>
        {
            await using var output = new FileStream(part, FileMode.Open, FileAccess.Write);
            await write(output).ConfigureAwait(false);
        },
        wipesEarlier: false);

    /// <summary>A file of another kind is there already and is not replaced.</summary>
    /// <param name="kind">What it would have to be, such as "a backup of this installation".</param>
    public OutputException NotEarlier(string kind) =>
        new($"{_name}: is there already and is not {kind}, so it was left as it is; name another file, or move that one away");

    /// <summary>The message for a file that cannot be written.</summary>
    /// <param name="name">The file, as requested.</param>
    /// <param name="cause">The system's error.</param>
    public static OutputException Unwritable(string name, Exception cause) => new(
        IsFull(cause)
            ? $"{name}: there is no room left on its disk; free some there, or name a file on another disk"
            : $"{name}: cannot be written; check that its folder is there and that you may write to it",
        cause);

    /// <summary>Has an empty file filled by its path, and moves it into place.</summary>
    /// <param name="write">Gets the path of the file to fill.</param>
    /// <param name="wipesEarlier">
    /// Whether the bytes of an earlier file are overwritten, so that no copy is left on the disk.
    /// </param>
    /// <exception cref="OutputException">It cannot be written there.</exception>
    internal async Task PutAsync(Func<string, Task> write, bool wipesEarlier)
    {
        var part = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, $".footing-{Guid.NewGuid():N}.part");
        try
        {
            // With owner-only rights before anything is in it, so that nobody else ever reads it.
            using (new FileStream(part, Folders.OwnersAlone(FileMode.CreateNew)))
            {
            }

            await write(part).ConfigureAwait(false);
            using (var written = new FileStream(part, FileMode.Open, FileAccess.ReadWrite))
            {
                RandomAccess.FlushToDisk(written.SafeFileHandle);
            }

            using var earlier = wipesEarlier && Exists
                ? new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)
                : null;
            File.Move(part, Path, overwrite: Exists);
            if (earlier is not null)
            {
                await earlier.WriteAsync(new byte[earlier.Length]).ConfigureAwait(false);
                await earlier.FlushAsync().ConfigureAwait(false);
                RandomAccess.FlushToDisk(earlier.SafeFileHandle);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(_name, problem);
        }
        finally
        {
            Discard(part);
        }
    }

    /// <summary>The system's error for a full disk, for code that detects one in another way.</summary>
    internal static IOException NoRoom(Exception cause) =>
        new(cause.Message, cause) { HResult = OperatingSystem.IsWindows() ? DiskFullOnWindows : NoSpace };

    private static void Discard(string part)
    {
        try
        {
            File.Delete(part);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Its folder is gone or no longer writable: that was reported already.
        }
    }

    private static bool IsOwn(string path, FileIdentity? identity, StoreOptions store)
    {
        var databases = new[] { store.DatabaseFile, store.KeyringFile };
        var own = databases
            .SelectMany(database => BesideDatabase.Select(end => FollowLinks(database) + end).Append(FollowLinks(database)))
            .Append(FollowLinks(store.InstallationKey));
        return own.Any(file => path.Equals(file, StringComparison.OrdinalIgnoreCase) || (identity is not null && FileIdentity.Of(file) == identity))
            // Beside any database, SQLite would treat it as the log of that database.
            || BesideDatabase.Any(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase) && File.Exists(path[..^end.Length]));
    }

    /// <summary>The path with all symbolic links resolved; parts that do not exist stay unchanged.</summary>
    private static string FollowLinks(string path, int depth = 0)
    {
        const int deepest = 40;
        if (depth > deepest)
        {
            throw new IOException($"{path}: its symbolic links lead in a circle");
        }

        var followed = System.IO.Path.GetPathRoot(path)!;
        foreach (var part in path[followed.Length..].Split(System.IO.Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = System.IO.Path.Combine(followed, part);
            followed = new FileInfo(next).LinkTarget is { } target
                ? FollowLinks(System.IO.Path.GetFullPath(target, followed), depth + 1)
                : next;
        }

        return followed;
    }

    private static bool IsFull(Exception cause) => OperatingSystem.IsWindows()
        ? (cause.HResult & 0xFFFF) is 39 or DiskFullOnWindows
        // Over the quota (122; 69 on macOS), over the largest file size (27).
        : cause.HResult is NoSpace or 122 or 69 or 27;
}
