using System.Net;
using System.Text.Json;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Pages;

/// <summary>A page is found with a slash at its end and in another case, as without a connection.</summary>
public sealed class AddressTests : VisitedTests
{
    protected override Task<RunningHost> StartAsync() => RunningHost.StartAsync();

    protected override async Task ArriveAsync()
    {
        await Visitor.ToResult();
    }

    [Fact]
    public async Task Every_page_that_a_device_keeps_is_found()
    {
        using var answer = await Visitor.Get("/api/kept");
        using var kept = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var pages = kept.RootElement.GetProperty("pages").EnumerateArray().Select(page => page.GetString()!).ToList();
        pages.Count.ShouldBeGreaterThan(20);

        foreach (var page in pages)
        {
            await ShouldBeTheSame(page, "?kept=1");
        }
    }

    [Theory]
    [InlineData("/settings"), InlineData("/plan"), InlineData("/sheet"), InlineData("/about"), InlineData("/why/R1"), InlineData("/why/numb-feet")]
    [InlineData("/screening/age"), InlineData("/home-tests/chair-stands"), InlineData("/home-tests/touch-test/alone")]
    public Task Other_pages_are_found_too(string page) => ShouldBeTheSame(page, "");

    [Fact]
    public async Task An_answer_of_the_history_is_found_and_its_form_is_taken()
    {
        var screening = (await Visitor.Journal()).Of("screening").ShouldHaveSingleItem().GetProperty("id").GetString();
        await ShouldBeTheSame($"/history/{screening}/answers/numb-feet", "");

        await Visitor.Open($"/HISTORY/{screening!.ToUpperInvariant()}/ANSWERS/NUMB-FEET/");
        await Visitor.Submit(("numb-feet", "yes"));
        await Visitor.Submit();

        Visitor.Path.ShouldBe("/history");
        (await Visitor.Journal()).Of("correction").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("?month=2026-03")]
    public Task A_month_of_the_history_is_found(string query) => ShouldBeTheSame("/history", query);

    private async Task ShouldBeTheSame(string page, string query)
    {
        await Visitor.Open(page + query);
        Visitor.Status.ShouldBe(HttpStatusCode.OK, page);
        var title = Visitor.Page.Title;
        foreach (var other in (string[])[page + "/", page.ToUpperInvariant(), page.ToLowerInvariant() + "/"])
        {
            await Visitor.Open(other + query);
            Visitor.Status.ShouldBe(HttpStatusCode.OK, other);
            Visitor.Page.Title.ShouldBe(title, other);
        }
    }
}
