using System.Diagnostics;

namespace Footing.Testing;

/// <summary>A real disk in memory of one or a few mebibytes. Only an administrator on Linux may mount one.</summary>
public sealed class SmallDisk : IDisposable
{
    /// <summary>Mounts one.</summary>
    /// <param name="mebibytes">Its size.</param>
    public SmallDisk(int mebibytes = 1)
    {
        Folder = Directory.CreateTempSubdirectory("footing-disk-").FullName;
        if (!TryRun("mount", "-t", "tmpfs", "-o", $"size={mebibytes}m", "footing", Folder))
        {
            Directory.Delete(Folder);
            throw new InvalidOperationException("No disk can be mounted here.");
        }
    }

    /// <summary>Where it is mounted.</summary>
    public string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    /// <summary>Fills it completely.</summary>
    public void Fill()
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

    /// <summary>Removes what <see cref="Fill"/> put there.</summary>
    public void MakeRoom() => File.Delete(Filler);

    /// <summary>Makes it read-only.</summary>
    public void ForbidWriting() => TryRun("mount", "-o", "remount,ro", Folder).ShouldBeTrue();

    /// <summary>Makes it writable again.</summary>
    public void AllowWriting() => TryRun("mount", "-o", "remount,rw", Folder).ShouldBeTrue();

    /// <inheritdoc/>
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

/// <summary>A test that needs a <see cref="SmallDisk"/>; skipped, with the reason, if none can be mounted.</summary>
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

    /// <summary>A test that runs where a disk can be mounted.</summary>
    public SmallDiskFactAttribute() => Skip = Reason.Value;
}
