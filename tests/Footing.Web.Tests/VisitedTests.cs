using Footing.Testing.Web;

namespace Footing.Web.Tests;

/// <summary>Tests of pages: a host of their own and somebody who visits it. Today is Wednesday 4 March 2026.</summary>
public abstract class VisitedTests : IAsyncLifetime
{
    protected RunningHost Host { get; private set; } = null!;

    protected Visitor Visitor { get; private set; } = null!;

    protected string Words => Footing.Testing.Web.Visitor.Text(Visitor.Page.QuerySelector("main")!);

    public async Task InitializeAsync()
    {
        Host = await RunningHost.StartAsync(options => options with { Country = "GB" });
        Visitor = new(Host);
    }

    public async Task DisposeAsync()
    {
        Visitor.Dispose();
        await Host.DisposeAsync();
    }

    protected string? Says(string selector) => Visitor.Page.QuerySelector(selector) is { } element ? Footing.Testing.Web.Visitor.Text(element) : null;

    /// <summary>What the history says below an element, as "label: value".</summary>
    protected IReadOnlyList<string> Facts(string selector) =>
        [.. Visitor.Page.QuerySelectorAll($"{selector} .facts > div").Select(row => string.Join(": ", row.Children.Select(Footing.Testing.Web.Visitor.Text)))];
}
