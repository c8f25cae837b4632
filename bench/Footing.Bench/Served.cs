using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Footing.Bench;

/// <summary>A <c>footing serve</c> of the published program, in a process of its own.</summary>
internal sealed partial class Served : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private Served(Process process, Uri address, TimeSpan untilReady)
    {
        (_process, Address, UntilReady) = (process, address, untilReady);
        AppDomain.CurrentDomain.ProcessExit += Kill;
    }

    public Uri Address { get; }

    /// <summary>The time from the start of the process until it answers that it is ready.</summary>
    public TimeSpan UntilReady { get; }

    /// <summary>The memory that it uses now, in MB of 10^6 bytes.</summary>
    public double MemoryMb
    {
        get
        {
            var kibibytes = VmRss().Match(File.ReadAllText($"/proc/{_process.Id}/status")).Groups[1].Value;
            return int.Parse(kibibytes, CultureInfo.InvariantCulture) * 1.024 / 1000;
        }
    }

    public static async Task<Served> StartAsync(string footing, BenchPlace place)
    {
        var port = FreePort();
        var address = new Uri($"http://127.0.0.1:{port}/");
        List<string> arguments = ["serve", "--urls", $"http://127.0.0.1:{port}", "--data", place.Folder];
        if (place.Postgres is { } postgres)
        {
            arguments.AddRange(["--postgres", postgres]);
        }

        using var client = new HttpClient { BaseAddress = address };
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo(footing, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var words = process.StandardError.ReadToEndAsync();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync("health/ready");
                if (answer.IsSuccessStatusCode)
                {
                    return new(process, address, Stopwatch.GetElapsedTime(began));
                }
            }
            catch (HttpRequestException) when (!process.HasExited && Stopwatch.GetElapsedTime(began) < Patience)
            {
                // It does not listen yet.
            }
            catch (HttpRequestException)
            {
                process.Kill();
                throw new InvalidOperationException($"footing serve did not become ready: {await words}");
            }

            await Task.Delay(2);
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= Kill;
        // Stopped as a service manager would stop it.
        using (Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Kill(object? sender, EventArgs e) => _process.Kill();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"VmRSS:\s*([0-9]+) kB")]
    private static partial Regex VmRss();
}
