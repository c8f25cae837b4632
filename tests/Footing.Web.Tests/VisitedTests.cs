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
        Host = await StartAsync();
        Visitor = new(Host);
        await ArriveAsync();
    }

    public async Task DisposeAsync()
    {
        Leave();
        Visitor.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>The host; in Britain unless a class says otherwise.</summary>
    protected virtual Task<RunningHost> StartAsync() => RunningHost.StartAsync(options => options with { Country = "GB" });

    /// <summary>What has happened before each test.</summary>
    protected virtual Task ArriveAsync() => Task.CompletedTask;

    /// <summary>What has to be let go before the host ends.</summary>
    protected virtual void Leave()
    {
    }

    protected string? Says(string selector) => Visitor.Page.QuerySelector(selector) is { } element ? Footing.Testing.Web.Visitor.Text(element) : null;

    /// <summary>What the history says below an element, as "label: value".</summary>
    protected IReadOnlyList<string> Facts(string selector) =>
        [.. Visitor.Page.QuerySelectorAll($"{selector} .facts > div").Select(row => string.Join(": ", row.Children.Select(Footing.Testing.Web.Visitor.Text)))];
}
