using System.Net;
using System.Text;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Requests;

public sealed class SameSiteTests : VisitedTests
{
    private string Own => Host.Address.GetLeftPart(UriPartial.Authority);

    protected override Task<RunningHost> StartAsync() => RunningHost.StartAsync();

    [Theory]
    [InlineData("cross-site", "navigate", "document", 200)]
    [InlineData("cross-site", "navigate", "iframe", 403)]
    [InlineData("cross-site", "no-cors", "image", 403)]
    [InlineData("same-site", "cors", "empty", 403)]
    [InlineData("same-origin", "cors", "empty", 200)]
    [InlineData("none", "navigate", "document", 200)]
    public async Task Another_site_may_only_link_here(string site, string mode, string destination, int status)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/about");
        request.Headers.Add("Sec-Fetch-Site", site);
        request.Headers.Add("Sec-Fetch-Mode", mode);
        request.Headers.Add("Sec-Fetch-Dest", destination);

        (await Visitor.SendAsync(request)).StatusCode.ShouldBe((HttpStatusCode)status);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://example.org")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "null")]
    public async Task Another_site_cannot_add_an_entry(string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/journal") { Content = Entry() };
        request.Headers.Add(header, value);

        (await Visitor.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        (await Visitor.Journal()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/export", "Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("/export", "Sec-Fetch-Site", "same-site", 403)]
    [InlineData("/export", "Sec-Fetch-Site", "same-origin", 200)]
    [InlineData("/export", "Sec-Fetch-Site", "none", 200)]
    [InlineData("/export", "Referer", "https://example.org/a", 403)]
    [InlineData("/export", "Referer", "http://127.0.0.1:1/", 403)]
    [InlineData("/export", "Referer", "nonsense", 403)]
    [InlineData("/export", "Referer", "own", 200)]
    [InlineData("/export", "X-Nothing", "at all", 200)]
    [InlineData("/language/es", "Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("/language/es", "Referer", "https://example.org/a", 403)]
    [InlineData("/language/es", "Referer", "own", 200)]
    [InlineData("/about", "Sec-Fetch-Site", "cross-site", 200)]
    [InlineData("/about", "Referer", "https://example.org/a", 200)]
    public async Task Link_from_elsewhere_takes_nothing_away_and_sets_nothing(string path, string header, string value, int status)
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
        {
            using var visitor = new Visitor(Host);
            var request = new HttpRequestMessage(method, path);
            request.Headers.TryAddWithoutValidation(header, value == "own" ? $"{Own}/settings" : value);
            if (header == "Sec-Fetch-Site")
            {
                request.Headers.Add("Sec-Fetch-Mode", "navigate");
                request.Headers.Add("Sec-Fetch-Dest", "document");
            }

            var answer = await visitor.SendAsync(request);

            answer.StatusCode.ShouldBe((HttpStatusCode)status);
            if (status == 403)
            {
                answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
            }
        }
    }

    [Fact]
    public async Task A_program_is_refused_with_problem_details()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/journal") { Content = Entry() };
        request.Headers.Add("Origin", "https://example.org");

        var answer = await Visitor.SendAsync(request);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"reason\":\"site\"");
    }

    [Fact]
    public async Task Another_site_cannot_read_the_journal_even_by_a_link()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/journal");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Sec-Fetch-Mode", "navigate");
        request.Headers.Add("Sec-Fetch-Dest", "document");

        (await Visitor.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Our_own_page_may_add_an_entry()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/journal") { Content = Entry() };
        request.Headers.Add("Origin", Own);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");

        (await Visitor.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await Visitor.Journal()).ShouldHaveSingleItem();
    }

    private static StringContent Entry() => new(
        """[{"id":"01890000-0000-7000-8000-000000000001","at":"2026-03-04T08:00:00Z","kind":"event","what":"cramp"}]""", Encoding.UTF8, "application/json");
}
