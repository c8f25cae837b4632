using System.Net;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Hosting;

/// <summary>A clock that shows a time before 1970, as that of a machine without a battery may.</summary>
public sealed class EarlyClockTests
{
    [Fact]
    public async Task Is_as_any_other()
    {
        var early = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(1965, 3, 4, 9, 0, 0, TimeSpan.Zero));
        await using var host = await RunningHost.StartAsync(options => options with { Clock = early });
        using var visitor = new Visitor(host);

        foreach (var path in (string[])["/", "/urgent", "/today", "/plan", "/history", "/screening", "/settings", "/check-in", "/check-in/daily", "/progress", "/letter", "/schedule", "/export"])
        {
            (await visitor.Get(path)).StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }

        foreach (var path in (string[])["/event", "/event"])
        {
            await visitor.Open(path);
            await visitor.Send(("what", "cramp"));
            visitor.Status.ShouldBe(HttpStatusCode.OK);
        }

        var entries = await visitor.Journal();
        entries.Count.ShouldBe(2);
        entries.ShouldAllBe(entry => entry.GetProperty("at").GetString()!.StartsWith("1965-03-04"));
        (await visitor.Open("/history")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
