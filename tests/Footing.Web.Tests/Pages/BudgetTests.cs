using System.Net.Http.Headers;
using Footing.Testing.Web;
using Xunit.Abstractions;

namespace Footing.Web.Tests.Pages;

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
        if (path != "/")
        {
            await visitor.Screened(host);
            await visitor.Open("/foot-check");
            await visitor.CheckFeet();
        }

        var weight = await PageWeight.OfAsync(host.Address, path);
        output.WriteLine(string.Join('\n', weight.Parts.Select(part => $"{part.Bytes,7} {part.Address}")));
        weight.Parts.Count.ShouldBeGreaterThan(3);
        weight.Bytes.ShouldBeLessThanOrEqualTo(kilobytes * 1000);
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var whole = await http.GetAsync(path);
        whole.Content.Headers.ContentEncoding.ShouldBe(["br"]);
    }
}
