using Footing.Testing;
using Footing.Testing.Web;
using Footing.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;

namespace Footing.Web.Tests.Observability;

public sealed class TelemetryTests
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("127.0.0.1:4318")]
    [InlineData("ftp://127.0.0.1:4318")]
    [InlineData("http://127.0.0.1:4318?key=1")]
    [InlineData("http://user:word@127.0.0.1:4318")]
    [InlineData("")]
    public async Task An_address_of_no_collector_is_refused_in_one_sentence(string url)
    {
        var folder = Path.Combine(Path.GetTempPath(), "footing-untold");

        var refusal = await Should.ThrowAsync<HostingException>(() => FootingHost.BuildAsync(new() { DataFolder = folder, Otlp = url }));

        refusal.Message.ShouldContain($"\"{url}\"");
        refusal.Message.ShouldEndWith("such as http://127.0.0.1:4318.");
        refusal.Message.ShouldNotContain("\n");
        Directory.Exists(folder).ShouldBeFalse("nothing is made before the address is known to be good");
    }

    [Fact]
    public async Task Nothing_watches_unless_it_is_asked_for()
    {
        await using var host = await RunningHost.StartAsync();

        host.Services.GetService<TracerProvider>().ShouldBeNull();
    }

    [Fact]
    public async Task Variables_that_would_steer_it_are_taken_out_of_the_environment()
    {
        Environment.SetEnvironmentVariable("OTEL_SERVICE_NAME", "another");
        using var collector = new Collector();

        await using var host = await RunningHost.StartAsync(options => options with { Otlp = collector.Address });

        Environment.GetEnvironmentVariable("OTEL_SERVICE_NAME").ShouldBeNull();
    }

    [Fact]
    public async Task A_collector_that_refuses_is_named_once_in_the_log()
    {
        using var collector = new Collector { Status = 400 };
        EverythingLogged logged = null!;
        await using (var host = await RunningHost.StartAsync(options => options with { Otlp = collector.Address + "/" }, builder => logged = EverythingLogged.Put(builder)))
        {
            using var visitor = new Visitor(host);
            for (var visit = 0; visit < 2; visit++)
            {
                await visitor.Open("/today");
                host.Services.GetRequiredService<TracerProvider>().ForceFlush();
            }

            collector.Status = 200;
            await visitor.Open("/today");
            host.Services.GetRequiredService<TracerProvider>().ForceFlush();
        }

        collector.Deliveries.Select(delivery => delivery.Path).Distinct().ShouldBe(["/v1/traces", "/v1/metrics"]);
        logged.Lines.Where(line => line.Event is "telemetry-refused" or "telemetry-delivered").Select(line => line.All.Split(' ', 3)[1]).ShouldBe(["telemetry-refused", "telemetry-delivered"]);
        logged.Lines.Single(line => line.Event == "telemetry-refused").ShouldSatisfyAllConditions(
            line => line.Level.ShouldBe(LogLevel.Warning), line => line.All.ShouldContain("traces, 400"));
    }
}
