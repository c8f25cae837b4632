using System.Net;
using Footing.Testing;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Hosting;

/// <summary>A host that is started on what an earlier version left goes on with it, for the same person.</summary>
public sealed class EarlierVersionTests : IAsyncLifetime
{
    private RunningHost _host = null!;
    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _host = await RunningHost.StartAsync(options =>
        {
            EarlierVersion.CopyData(options.DataFolder);
            return options;
        });
        _host.Clock.SetUtcNow(EarlierVersion.LastUsed);
        _visitor = new(_host);
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Its_entries_are_shown_and_taken_away_as_they_were_written_and_more_are_added()
    {
        foreach (var path in (string[])["/", "/today", "/plan", "/history", "/needs-look", "/sheet"])
        {
            (await _visitor.Open(path)).Status.ShouldBe(HttpStatusCode.OK, path);
        }

        (await ExportAsync()).ShouldBe(EarlierVersion.Journal);
        await _visitor.Open("/event");
        await _visitor.Send(("what", "cramp"));
        (await ExportAsync()).ShouldSatisfyAllConditions(
            lines => lines.Length.ShouldBe(EarlierVersion.Journal.Count + 1),
            lines => lines.ShouldBeSubsetOf([.. EarlierVersion.Journal, lines[^1]]));
    }

    [Fact]
    public async Task A_screening_that_was_begun_there_goes_on_at_the_next_question()
    {
        await _visitor.Open("/screening");
        _visitor.Page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).ShouldContain("/screening/breathless-with-leg-swelling");
    }

    private async Task<string[]> ExportAsync() =>
        (await (await _visitor.Get("/export")).Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
