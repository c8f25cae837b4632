using Xunit.Abstractions;

namespace Footing.Engines;

/// <summary>Firefox as Debian has it.</summary>
public sealed class FirefoxTests(ITestOutputHelper output) : EngineTests(output)
{
    protected override async Task<Engine> StartAsync(TimeZoneInfo zone) => await Firefox.StartAsync(zone);
}
