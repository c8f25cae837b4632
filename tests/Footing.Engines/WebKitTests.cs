using Xunit.Abstractions;

namespace Footing.Engines;

/// <summary>WebKitGTK as Debian has it: the engine of Safari, and the nearest to it that runs here.</summary>
public sealed class WebKitTests(ITestOutputHelper output) : EngineTests(output)
{
    protected override async Task<Engine> StartAsync(TimeZoneInfo zone) => await WebKit.StartAsync(zone);
}
