using System.Diagnostics;

namespace Footing.Cli.Tests;

/// <summary>The executable as a person runs it: a process of its own, with a folder of its own.</summary>
public sealed class Executable : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("footing-cli-");

    /// <summary>Where it runs, and where its data goes if nothing else is said.</summary>
    public string Folder => _folder.FullName;

    /// <summary>Variables of its environment beside ours.</summary>
    public Dictionary<string, string> Surroundings { get; } = [];

    /// <summary>What a run left: exit code, standard output, standard error.</summary>
    public sealed record Run(int Exit, string Output, string Error)
    {
        /// <summary>The lines of standard error.</summary>
        public IReadOnlyList<string> Errors => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Starts it.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "footing.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in Surroundings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs it to its end with this on standard input.</summary>
    public async Task<Run> RunAsync(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>A file in its folder.</summary>
    public string Write(string name, string content)
    {
        File.WriteAllText(Path.Combine(Folder, name), content);
        return name;
    }

    /// <inheritdoc />
    public void Dispose() => _folder.Delete(recursive: true);
}
