using System.Net;
using System.Text;
using System.Text.Json;
using Footing.Testing.Web;
using Footing.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Footing.Web.Tests.Pages;

/// <summary>A body that a program got wrong is answered with problem details (RFC 9457): the place, and what to do.</summary>
public sealed class BodyProblemTests : VisitedTests
{
    [Theory]
    [InlineData("[{\"id\":", 1, 8)]
    [InlineData("", 1, 1)]
    [InlineData("[1,]", 1, 4)]
    [InlineData("[\n  {},\n  {\"at\": 01}\n]", 3, 11)]
    [InlineData("nonsense", 1, 2)]
    [InlineData("[] []", 1, 4)]
    public async Task What_is_no_json_names_the_place_and_the_remedy_at_every_endpoint(string body, int line, int place)
    {
        var takers = Host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal)
                && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains(HttpMethods.Post))
            .Select(endpoint => endpoint.RoutePattern.RawText!).ToList();
        takers.ShouldContain("/api/journal");

        foreach (var path in takers)
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.ContentType = new("application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
            using var answer = await Visitor.SendAsync(request);

            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            problem.GetProperty("status").GetInt32().ShouldBe(400);
            problem.GetProperty("title").GetString().ShouldBe("The body is not JSON");
            problem.GetProperty("detail").GetString().ShouldBe(
                $"At line {line}, byte {place}, it stops being JSON. Nothing was changed. Put that place right and send all of it again.");
        }
    }

    [Fact]
    public async Task What_is_no_array_says_what_to_send()
    {
        using var answer = await Visitor.Post("/api/journal", "{}");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Put the entries between [ and ], also a single one.");
    }

    [Fact]
    public async Task What_the_framework_cannot_bind_is_answered_likewise()
    {
        Host.Services.GetRequiredService<IOptions<RouteHandlerOptions>>().Value.ThrowOnBadRequest.ShouldBeTrue("or it answers 400 without a word");

        var problem = await AnswerTo(new BadHttpRequestException("Failed to read", 400, new JsonException("secret", "$[2].at", 6, 4)));

        problem.GetProperty("detail").GetString()!.ShouldStartWith("At line 7, byte 5,");
        problem.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public async Task What_breaks_off_says_what_to_do()
    {
        var problem = await AnswerTo(new BadHttpRequestException("Unexpected end of request content.", 400));

        problem.GetProperty("detail").GetString()!.ShouldEndWith("Send the whole request again.");
    }

    /// <summary>The answer to a request of a program over whose body the framework throws.</summary>
    private async Task<JsonElement> AnswerTo(BadHttpRequestException fault)
    {
        using var scope = Host.Services.CreateScope();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Response = { Body = body } };
        context.Request.Path = "/api/journal";
        context.Features.Set<IExceptionHandlerFeature>(new ExceptionHandlerFeature { Error = fault });

        await Failures.Handle(context);

        context.Response.StatusCode.ShouldBe(400);
        context.Response.ContentType.ShouldBe("application/problem+json");
        return JsonDocument.Parse(body.ToArray()).RootElement;
    }
}
