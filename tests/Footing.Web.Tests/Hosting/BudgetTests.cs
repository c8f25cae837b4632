using System.Net.Http.Headers;
using Footing.Web.Tests.Session;
using Xunit.Abstractions;

namespace Footing.Web.Tests.Hosting;

/// <summary>What a phone has to load for a page, all in all, compressed: the page, its style, its scripts and pictures.</summary>
public sealed class BudgetTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("/", 40)]
    [InlineData("/today", 40)]
    [InlineData("/session?before=3", 80)]
    public async Task Page_from_a_cold_cache_keeps_its_budget(string path, int kilobytes)
    {
        await using var host = await RunningHost.StartAsync();
        using var visitor = new Visitor(host);
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        if (path != "/")
        {
            await visitor.Screened(host);
            await visitor.Open("/foot-check");
            await visitor.CheckFeet();
        }

        await visitor.Open(path);
        var page = await http.GetByteArrayAsync(path);
        var loaded = new List<(string Address, int Bytes)> { (path, page.Length) };
        var parts = visitor.Page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=manifest]").Select(link => link.GetAttribute("href")!)
            .Concat(visitor.Page.QuerySelectorAll("script[src]").Select(script => script.GetAttribute("src")!));
        foreach (var address in parts)
        {
            using var answer = await http.GetAsync(address);
            answer.EnsureSuccessStatusCode();
            loaded.Add((address, (await answer.Content.ReadAsByteArrayAsync()).Length));
        }

        output.WriteLine(string.Join('\n', loaded.Select(one => $"{one.Bytes,7} {one.Address}")));
        loaded.Count.ShouldBeGreaterThan(3);
        loaded.Sum(one => one.Bytes).ShouldBeLessThanOrEqualTo(kilobytes * 1000);
        using var whole = await http.GetAsync(path);
        whole.Content.Headers.ContentEncoding.ShouldBe(["br"]);
    }
}
