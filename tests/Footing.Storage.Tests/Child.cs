using System.Diagnostics;

namespace Footing.Storage.Tests;

/// <summary>This test project, started as a process of its own (Program.cs).</summary>
internal static class Child
{
    internal static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(Child).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
