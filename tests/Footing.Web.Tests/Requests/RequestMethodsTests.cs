using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Footing.Web.Tests.Requests;

public sealed class RequestMethodsTests : VisitedTests
{
    [Theory]
    [InlineData("/about", 200)]
    [InlineData("/settings", 200)]
    [InlineData("/export", 200)]
    [InlineData("/api/journal", 200)]
    [InlineData("/assets/foot.svg", 200)]
    [InlineData("/health/live", 200)]
    [InlineData("/urgent", 200)]
    [InlineData("/event/next", 303)]
    [InlineData("/nowhere", 404)]
    [InlineData("/api/journal?after=x", 400)]
    public async Task Head_answers_as_get_does_without_the_body(string path, int status)
    {
        var (got, gotHeaders, _) = await RawRequest.SendAsync(Host.Address, $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        var (asked, headers, body) = await RawRequest.SendAsync(Host.Address, $"HEAD {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");

        got.ShouldBe(status);
        asked.ShouldBe(status);
        body.ShouldBeEmpty();
        headers.GetValueOrDefault("content-type").ShouldBe(gotHeaders.GetValueOrDefault("content-type"));
        headers.GetValueOrDefault("location").ShouldBe(gotHeaders.GetValueOrDefault("location"));
    }

    [Theory]
    [InlineData("PUT", "/about", "GET, HEAD")]
    [InlineData("DELETE", "/api/journal", "GET, HEAD, POST")]
    [InlineData("PUT", "/screening/cold-pale-limb", "GET, HEAD, POST")]
    [InlineData("POST", "/plan", "GET, HEAD")]
    [InlineData("POST", "/language/es", "GET, HEAD")]
    [InlineData("PATCH", "/assets/foot.svg", "GET, HEAD")]
    [InlineData("OPTIONS", "/today", "GET, HEAD")]
    [InlineData("POST", "/health/live", "GET, HEAD")]
    public async Task Any_other_method_is_405_with_those_that_are_right(string method, string path, string allowed)
    {
        // A form without a token: the method is judged first.
        using var request = new HttpRequestMessage(new(method), path) { Content = new FormUrlEncodedContent([new("what", "fall")]) };
        var answer = await Visitor.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        answer.Content.Headers.Allow.Order().ShouldBe(allowed.Split(", "));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("This address does not take that");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(path.StartsWith("/api", StringComparison.Ordinal) ? "application/problem+json" : "text/html");
    }

    [Fact]
    public void Every_route_that_takes_get_takes_head()
    {
        var routes = Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();

        routes.Count.ShouldBeGreaterThan(50);
        foreach (var route in routes)
        {
            var methods = route.Metadata.GetMetadata<IHttpMethodMetadata>().ShouldNotBeNull(route.RoutePattern.RawText).HttpMethods;
            methods.Contains("HEAD").ShouldBe(methods.Contains("GET"), route.RoutePattern.RawText);
        }
    }
}
