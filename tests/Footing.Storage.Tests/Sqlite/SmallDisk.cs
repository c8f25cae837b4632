using System.Diagnostics;

namespace Footing.Storage.Tests.Sqlite;

/// <summary>A real disk of one mebibyte or a few, in memory. Only an administrator of a Linux system may mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    internal SmallDisk(int mebibytes = 1)
    {
        Folder = Directory.CreateTempSubdirectory("footing-disk-").FullName;
        if (!TryRun("mount", "-t", "tmpfs", "-o", $"size={mebibytes}m", "footing", Folder))
        {
            Directory.Delete(Folder);
            throw new InvalidOperationException("No disk can be mounted here.");
        }
    }

    internal string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    internal void Fill()
    {
        using var filler = File.Create(Filler, bufferSize: 0);
        try
        {
            while (true)
            {
                filler.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
        }
    }

    internal void MakeRoom() => File.Delete(Filler);

    internal void ForbidWriting() => TryRun("mount", "-o", "remount,ro", Folder).ShouldBeTrue();

    internal void AllowWriting() => TryRun("mount", "-o", "remount,rw", Folder).ShouldBeTrue();

    public void Dispose()
    {
        TryRun("umount", Folder).ShouldBeTrue();
        Directory.Delete(Folder);
    }

    private static bool TryRun(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>A test that needs a <see cref="SmallDisk"/>; shown as skipped, with the reason, where there can be none.</summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Reason = new(() =>
    {
        try
        {
            new SmallDisk().Dispose();
            return null;
        }
        catch (InvalidOperationException)
        {
            return "Mounting a small disk needs Linux and an administrator: run the tests as root.";
        }
    });

    public SmallDiskFactAttribute() => Skip = Reason.Value;
}
