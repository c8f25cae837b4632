using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Footing.Web.Tests.Requests;

/// <summary>Bodies that are almost right.</summary>
public sealed class EncodingsTests : VisitedTests
{
    private const string Entry = """[{"id":"01890000-0000-7000-8000-000000000001","at":"2026-03-04T08:00:00Z","kind":"event","what":"cramp"}]""";

    [Fact]
    public async Task Byte_order_mark_is_taken()
    {
        using var answer = await Send("/api/journal", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Entry)], "application/json");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Visitor.Journal()).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("/api/journal", "gzip", "application/problem+json")]
    [InlineData("/api/journal", "br", "application/problem+json")]
    [InlineData("/api/journal", "nonsense", "application/problem+json")]
    [InlineData("/event", "gzip", "text/html")]
    public async Task Compressed_body_is_refused_in_words(string path, string encoding, string type)
    {
        using var answer = await Send(path, Encoding.UTF8.GetBytes(Entry), "application/json", encoding);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Send the body as it is, not compressed");
        (await Visitor.Journal()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/json; charset=\"UTF-16LE\"", 415)]
    [InlineData("application/json; charset=iso-8859-1", 415)]
    [InlineData("application/json; charset=utf-7", 415)]
    [InlineData("application/json; charset=\"UTF-8\"", 200)]
    [InlineData("application/json", 200)]
    [InlineData("application/json; charset=utf-8", 200, "identity")]
    [InlineData("text/plain", 415)]
    public async Task Only_utf_8_is_read(string type, int status, string? encoding = null)
    {
        using var answer = await Send("/api/journal", Encoding.UTF8.GetBytes(Entry), type, encoding);

        ((int)answer.StatusCode).ShouldBe(status);
        if (type.Contains("charset", StringComparison.Ordinal) && status == 415)
        {
            (await answer.Content.ReadAsStringAsync()).ShouldContain("Send text in UTF-8");
        }
    }

    private async Task<HttpResponseMessage> Send(string path, byte[] body, string type, string? encoding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (encoding is not null)
        {
            request.Content.Headers.ContentEncoding.Add(encoding);
        }

        return await Visitor.SendAsync(request);
    }
}
