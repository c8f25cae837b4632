using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Footing.Storage.Files;

/// <summary>The file at a path: two names of one file (hard links, other upper or lower case) have the same.</summary>
/// <param name="Disk">The disk on Linux; elsewhere the file's creation time.</param>
/// <param name="Number">Its number on that disk on Linux; elsewhere the time of its last write.</param>
/// <param name="IsRegular">False for a device or a pipe.</param>
internal readonly record struct FileIdentity(long Disk, long Number, bool IsRegular)
{
    private const int FromCurrentFolder = -100;
    private const uint TypeAndNumber = 0x101;
    private const int TypeMask = 0xF000;
    private const int RegularType = 0x8000;

    /// <summary>The identity of the file at a path, symbolic links followed; null when there is none.</summary>
    internal static FileIdentity? Of(string path)
    {
        if (OperatingSystem.IsLinux())
        {
            // The offsets of the members of struct statx are the same on every processor.
            var answer = new byte[256];
            return StatX(FromCurrentFolder, path, 0, TypeAndNumber, answer) == 0
                ? new(
                    BinaryPrimitives.ReadInt64LittleEndian(answer.AsSpan(136)),
                    BinaryPrimitives.ReadInt64LittleEndian(answer.AsSpan(32)),
                    (BinaryPrimitives.ReadUInt16LittleEndian(answer.AsSpan(28)) & TypeMask) == RegularType)
                : null;
        }

        // .NET does not give a file's number. Two files do not have both times equal to 100 ns by accident.
        var file = new FileInfo(path);
        return file.Exists ? new(file.CreationTimeUtc.Ticks, file.LastWriteTimeUtc.Ticks, true) : null;
    }

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "statx", BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int StatX(
        int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, [Out] byte[] answer);
}
