using System.Diagnostics;
using Footing.Testing;

namespace Footing.Engines;

/// <summary>
/// A program with a folder of its own that a shell keeps (engine-keeper.sh): the shell holds a pipe to this process, and when
/// the pipe closes, because the test is over or because this process died, the program and all that it started are ended
/// and the folder is deleted.
/// </summary>
internal sealed class Keeper : IAsyncDisposable
{
    /// <summary>How long anything may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _shell;

    private Keeper(string folder, Process shell) => (Folder, _shell) = (folder, shell);

    /// <summary>The program's home.</summary>
    public string Folder { get; }

    /// <summary>What the program has written.</summary>
    public string Log => File.Exists(Path.Combine(Folder, "log")) ? File.ReadAllText(Path.Combine(Folder, "log")) : "";

    /// <summary>Starts a program.</summary>
    /// <param name="zone">The zone of its clock.</param>
    /// <param name="isVirtual">Whether it needs a screen, one that nobody sees.</param>
    /// <param name="command">The program and its arguments, given its folder; what it needs there may be put there.</param>
    public static async Task<Keeper> StartAsync(TimeZoneInfo zone, bool isVirtual, Func<string, string[]> command)
    {
        var folder = Directory.CreateTempSubdirectory("footing-engine-").FullName;
        var script = Repository.Find("tests", "Footing.Engines", "engine-keeper.sh");
        var start = new ProcessStartInfo(
            "sh", [script, folder, isVirtual ? "virtual" : "none", .. command(folder)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["TZ"] = zone.Id;
        var keeper = new Keeper(folder, Process.Start(start)!);
        try
        {
            (await keeper._shell.StandardOutput.ReadLineAsync().WaitAsync(Patience)).ShouldBe("ok", keeper.Log);
            return keeper;
        }
        catch
        {
            await keeper.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync().WaitAsync(Patience);
        _shell.Dispose();
        Directory.Exists(Folder).ShouldBeFalse("what an engine has kept is deleted");
    }
}
