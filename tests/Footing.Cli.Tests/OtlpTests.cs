using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Footing.Testing;

namespace Footing.Cli.Tests;

/// <summary>What a real process sends and says, in surroundings that would have it tell more and to others.</summary>
public sealed class OtlpTests : IDisposable
{
    private const string Word = "zwetschge";

    private readonly Executable _footing = new();
    private readonly Collector _asked = new();
    private readonly Collector _elsewhere = new();

    public OtlpTests()
    {
        var other = _elsewhere.Address;
        foreach (var (name, value) in ((string, string)[])[
            ("OTEL_EXPORTER_OTLP_ENDPOINT", other), ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", $"{other}/v1/traces"), ("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", $"{other}/v1/metrics"),
            ("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", $"{other}/v1/logs"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"), ("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "grpc"),
            ("OTEL_EXPORTER_OTLP_HEADERS", $"key={Word}"), ("OTEL_EXPORTER_OTLP_TRACES_HEADERS", $"key={Word}"), ("OTEL_EXPORTER_OTLP_COMPRESSION", "gzip"),
            ("OTEL_TRACES_EXPORTER", "otlp"), ("OTEL_METRICS_EXPORTER", "otlp"), ("OTEL_LOGS_EXPORTER", "otlp"), ("OTEL_SDK_DISABLED", "true"), ("OTEL_TRACES_SAMPLER", "always_off"),
            ("OTEL_RESOURCE_ATTRIBUTES", $"note={Word}"), ("OTEL_SERVICE_NAME", Word), ("OTEL_SPAN_EVENT_COUNT_LIMIT", "100"), ("OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", "0"),
            ("OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY", "disk"), ("OTEL_DOTNET_EXPERIMENTAL_OTLP_DISK_RETRY_DIRECTORY_PATH", _footing.Folder),
            ("OTEL_DOTNET_SELF_DIAGNOSTICS_SINKS", "console,file"), ("OTEL_DOTNET_SELF_DIAGNOSTICS_LOG_DIRECTORY", _footing.Folder), ("OTEL_DOTNET_SELF_DIAGNOSTICS_ENV_VARS", "true"), ("OTEL_LOG_LEVEL", "debug"),
            ("HTTP_PROXY", other), ("http_proxy", other), ("ALL_PROXY", other),
            ("ASPNETCORE_URLS", "http://0.0.0.0:0"), ("Logging__LogLevel__Default", "Trace"), ("ASPNETCORE_Logging__LogLevel__Default", "Trace"), ("DOTNET_Logging__LogLevel__Default", "Trace")])
        {
            _footing.Surroundings[name] = value;
        }
    }

    public void Dispose()
    {
        _footing.Dispose();
        _asked.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public async Task The_environment_cannot_switch_sending_on()
    {
        var run = await ServeAsync();

        run.Exit.ShouldBe(0, run.Error);
        _elsewhere.Deliveries.ShouldBeEmpty();
        run.Error.ShouldContain(" started: version ");
        run.Error.ShouldContain("telemetry off");
    }

    [Fact]
    public async Task What_is_asked_for_goes_where_it_was_asked_to_go_and_says_nothing_of_a_person_or_of_the_environment()
    {
        var run = await ServeAsync("--otlp", _asked.Address);

        run.Exit.ShouldBe(0, run.Error);
        _elsewhere.Deliveries.ShouldBeEmpty();
        _asked.Deliveries.Select(delivery => delivery.Path).Distinct().Order().ShouldBe(["/v1/metrics", "/v1/traces"]);
        _asked.Spans.Select(span => span.Name).ShouldBe(["footing.append", "POST /api/journal", "GET"], ignoreOrder: true);
        _asked.Spans.First(span => span.Name == "POST /api/journal").Attributes["http.response.status_code"].ShouldBe("200");
        _asked.All.ShouldContain("footing");
        _asked.All.ShouldNotContain(Word, Case.Insensitive);
        _asked.All.ShouldNotContain("Content-Encoding", Case.Insensitive);

        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldStartWith("Footing is ready at http://127.0.0.1:");
        run.Error.ShouldNotContain(Word, Case.Insensitive);
        run.Errors.Where(line => line.Contains(" info ", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]).ShouldBe(["started:", "entries-appended:", "stopping"]);
        // Said once on a machine with several accounts, whatever is sent.
        run.Errors.Count(line => !line.StartsWith("Other people have accounts", StringComparison.Ordinal)).ShouldBe(4, run.Error);
        Directory.GetFileSystemEntries(_footing.Folder).Select(Path.GetFileName).ShouldBe(["data"], "nothing is written beside the data");
    }

    [Fact]
    public async Task A_collector_that_never_answers_does_not_keep_the_store_from_being_closed()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        var run = await ServeAsync("--otlp", $"http://{silent.LocalEndpoint}");

        run.Exit.ShouldBe(0, run.Error);
        run.Error.ShouldContain("telemetry-refused: traces, ");
        Directory.GetFiles(Path.Combine(_footing.Folder, "data")).ShouldNotContain(file => file.EndsWith("-wal", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("127.0.0.1:4317")]
    public async Task An_address_of_no_collector_is_bad_input(string url)
    {
        var run = await _footing.RunAsync("", "serve", "--urls", "http://127.0.0.1:0", "--otlp", url);

        run.Exit.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldHaveSingleItem().ShouldContain("such as http://127.0.0.1:4318.");
    }

    /// <summary>Serves, takes an entry and a visit with planted words, and stops as when somebody asks it to.</summary>
    private async Task<Executable.Run> ServeAsync(params string[] options)
    {
        using var process = _footing.Start(["serve", "--urls", "http://127.0.0.1:0", .. options]);
        try
        {
            var error = process.StandardError.ReadToEndAsync();
            var ready = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
            var output = process.StandardOutput.ReadToEndAsync();
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(ready.ShouldNotBeNull()[ready.IndexOf("http", StringComparison.Ordinal)..]) };
            http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Word);
            using var entry = new StringContent($$"""[{"id":"0190f000-0000-7000-8000-000000000007","at":"2026-01-05T09:00:00Z","kind":"{{Word}}","{{Word}}":"{{Word}}"}]""", System.Text.Encoding.UTF8, "application/json");
            (await http.PostAsync($"/api/journal?{Word}", entry)).EnsureSuccessStatusCode();
            await http.GetAsync($"/{Word}?{Word}={Word}");
            await http.GetAsync($"/health/ready?{Word}");

            using var stop = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
            return new(process.ExitCode, $"{ready}\n{await output}", await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
