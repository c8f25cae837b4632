using System.Net;
using Footing.Testing;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Hosting;

/// <summary>A host that is started on what an earlier version left goes on with it, for the same person.</summary>
public sealed class EarlierVersionTests : VisitedTests
{
    protected override Task<RunningHost> StartAsync() => RunningHost.StartAsync(options =>
    {
        EarlierVersion.CopyData(options.DataFolder);
        return options;
    });

    protected override Task ArriveAsync()
    {
        Host.Clock.SetUtcNow(EarlierVersion.LastUsed);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Its_entries_are_shown_and_taken_away_as_they_were_written_and_more_are_added()
    {
        foreach (var path in (string[])["/", "/today", "/plan", "/history", "/needs-look", "/sheet"])
        {
            (await Visitor.Open(path)).Status.ShouldBe(HttpStatusCode.OK, path);
        }

        (await ExportAsync()).ShouldBe(EarlierVersion.Journal);
        await Visitor.Open("/event");
        await Visitor.Send(("what", "cramp"));
        (await ExportAsync()).ShouldSatisfyAllConditions(
            lines => lines.Length.ShouldBe(EarlierVersion.Journal.Count + 1),
            lines => lines.ShouldBeSubsetOf([.. EarlierVersion.Journal, lines[^1]]));
    }

    [Fact]
    public async Task A_screening_that_was_begun_there_goes_on_at_the_next_question()
    {
        await Visitor.Open("/screening");
        Visitor.Page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).ShouldContain("/screening/breathless-with-leg-swelling");
    }

    private async Task<string[]> ExportAsync() =>
        (await (await Visitor.Get("/export")).Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
