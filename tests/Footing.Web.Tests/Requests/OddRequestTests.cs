namespace Footing.Web.Tests.Requests;

/// <summary>What only a fuzzer or a broken program sends is the sender's fault: never a fault of ours, never a trace of the code.</summary>
public sealed class OddRequestTests : VisitedTests
{
    private const string Json = "Content-Type: application/json\r\n";
    private const string Form = "Content-Type: application/x-www-form-urlencoded\r\n";
    private const string Multipart = "Content-Type: multipart/form-data; boundary=x\r\n";

    /// <summary>The first line, more headers, the body, and what is answered: 0 for anything but a fault of ours.</summary>
    public static TheoryData<string, string, string, int> Odd => new()
    {
        { "POST /api/journal", Json + "Transfer-Encoding: chunked\r\n", "ffffffffffffffff\r\n[]\r\n0\r\n\r\n", 400 },
        { "POST /api/journal", Json + "Transfer-Encoding: chunked\r\n", "7fffffffffffffff\r\n[]\r\n0\r\n\r\n", 400 },
        { "POST /api/journal", Json + "Transfer-Encoding: chunked\r\n", "80000000\r\n[]\r\n0\r\n\r\n", 400 },
        { "POST /api/journal", Json + "Transfer-Encoding: chunked\r\n", "-1\r\n[]\r\n0\r\n\r\n", 400 },
        { "POST /api/journal", Json + "Transfer-Encoding: chunked\r\n", "zz\r\n[]\r\n0\r\n\r\n", 400 },
        { "POST /event", Form + "Transfer-Encoding: chunked\r\n", "ffffffffffffffff\r\nwhat=fall\r\n0\r\n\r\n", 400 },
        { "POST /event", Form + "Transfer-Encoding: chunked\r\n", "zz\r\nwhat=fall\r\n0\r\n\r\n", 400 },
        { "POST /event", Form + "Content-Length: 9\r\n", "what=%ff%fe"[..9], 400 },
        { "POST /event", Form + "Content-Length: 12\r\n", "what=%ud800a", 400 },
        { "POST /event", Form + "Content-Length: 8\r\n", "token=%0", 400 },
        { "POST /event", Multipart + "Content-Length: 9\r\n", "--x\r\nbad:", 400 },
        { "POST /event", "Content-Type: multipart/form-data\r\nContent-Length: 3\r\n", "a=b", 400 },
        { "POST /event", "Content-Type: a/b/c;;=\r\nContent-Length: 3\r\n", "a=b", 400 },
        { "POST /event", "Content-Type: application/x-www-form-urlencoded; charset=nonsense\r\nContent-Length: 3\r\n", "a=b", 415 },
        { "POST /event", "Content-Type: application/x-www-form-urlencoded; charset=utf-7\r\nContent-Length: 3\r\n", "a=b", 415 },
        { "POST /api/journal", "Content-Type: application/json; charset=\"\r\nContent-Length: 2\r\n", "[]", 0 },
        { "POST /api/journal", Json + "Content-Length: 3\r\n", "\u00ff\u00fe[", 400 },
        { "GET /about", "Referer: \u00ff\r\n", "", 400 },
        { "GET /about", "Cookie: \u00ff\r\n", "", 400 },
        { "POST /api/journal", Json + "Content-Length: 9\r\n", "[\"\\ud800\"]", 0 },
        { "GET /language/es", "Referer: http://{0}//evil.example/\r\n", "", 303 },
        { "GET /language/es", "Referer: http://{0}/\\evil.example/\r\n", "", 303 },
        { "GET /language/es", "Referer: http://{0}/%0d%0aSet-Cookie:a=b\r\n", "", 303 },
        { "GET /language/es", "Referer: http://{0}/\u00c3\u00a9?\u00c3\u00bf\r\n", "", 303 },
        { "GET /language/es", "Referer: http://{0}/about#\\\\evil\r\n", "", 303 },
        { "GET /language/es", "Referer: ///\r\n", "", 403 },
        { "GET /language/%ud800", "", "", 404 },
        { "GET /language/%ff%fe", "", "", 404 },
        { "GET //", "", "", 0 },
        { "GET //evil.example/", "", "", 404 },
        { "GET /%2f%2fevil.example", "", "", 404 },
        { "GET /about", "Cookie: =;;=\u00c3\u00bf; footing-language=%; footing-language-{1}=%ud800; footing-skin-{1}=\"; footing-form-{1}=\u00c3\u00bf\r\n", "", 200 },
        { "GET /settings", "Cookie: footing-form-{1}=%00%ff\r\n", "", 200 },
        { "GET /about", "Accept-Language: ;q=;,*;q=9,\u00c3\u00bf,es-;q=-1,en;q=0.0000000000000001\r\n", "", 200 },
        { "GET /about", "Accept-Language: " + "en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en\r\n", "", 200 },
        { "GET /about", "Accept: \u00c3\u00bf;;,/\r\nAccept-Encoding: gzip;q=x,br;;,\u00c3\u00bf\r\n", "", 200 },
        { "GET /assets/foot.svg", "If-None-Match: \u00c3\u00bf,\"\r\nAccept-Encoding: ;q=0,br;q=zz\r\n", "", 200 },
        { "GET /assets/foot.svg", "Range: bytes=9-1,\u00c3\u00bf\r\nIf-Modified-Since: never\r\n", "", 200 },
        { "GET /assets/%2e%2e/%2e%2e/etc/passwd", "", "", 404 },
        { "GET /videos/..%2f..%2fetc%2fpasswd", "", "", 404 },
        { "GET /videos/%00", "", "", 400 },
        { "GET /api/sessions/upcoming", "If-None-Match: \u00c3\u00bf\r\n", "", 200 },
        { "GET /api/sessions/upcoming?days=%ff%ud800", "", "", 400 },
        { "GET /api/journal?after=%ed%a0%80", "", "", 400 },
        { "GET /api/journal?after=%00%ff", "", "", 400 },
        { "GET /history?month=%ed%a0%80", "", "", 0 },
        { "GET /history/00000000-0000-0000-0000-000000000000%ff", "", "", 404 },
        { "GET /screening/%ed%a0%80?from=%ff", "", "", 404 },
        { "GET /screening/cold-pale-limb?from=//evil.example", "", "", 200 },
        { "GET /session/questions/next?session=%ed%a0%80//evil&stop=%ff", "", "", 303 },
        { "GET /event/next?what=//evil.example", "", "", 303 },
        { "GET /event/next?what=%ff%00", "", "", 303 },
        { "GET /foot-check/next?then=//evil.example", "", "", 303 },
        { "GET /today?told=%ud800&told=%ff&&==", "", "", 0 },
        { "GET /?\u00c3\u00bf=%", "", "", 0 },
        { "GET /unlock?key=%ff", "", "", 303 },
        { "GET /about", "Sec-Fetch-Site: \u00c3\u00bf\r\nOrigin: \u00c3\u00bf\r\n", "", 403 },
        { "GET /about", "Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site\r\n", "", 403 },
        { "POST /event", "Content-Length: 18446744073709551616\r\n", "", 400 },
        { "POST /event", "Content-Length: -1\r\n", "", 400 },
        { "POST /event", Form + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n", 400 },
        { "GET /about", "Expect: \u00c3\u00bf\r\nUpgrade: \u00c3\u00bf\r\nTraceparent: \u00c3\u00bf\r\n", "", 200 },
        { "OPTIONS *", "", "", 0 },
        { "CONNECT 127.0.0.1:80", "", "", 0 },
    };

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task Sender_is_told_and_nothing_of_ours_fails(string line, string headers, string body, int expected)
    {
        var place = $"127.0.0.1:{Host.Address.Port}";
        headers = headers.Replace("{0}", place, StringComparison.Ordinal).Replace("{1}", $"{Host.Address.Port}", StringComparison.Ordinal);

        var (status, answered, said) = await RawRequest.SendAsync(Host.Address, $"{line} HTTP/1.1\r\nHost: {place}\r\nConnection: close\r\n{headers}\r\n{body}");

        Host.Log.All.ShouldNotContain("request-failed");
        status.ShouldBeInRange(200, 499, said);
        if (expected > 0)
        {
            status.ShouldBe(expected, said);
        }

        said.ShouldNotContain("   at ");
        said.ShouldNotContain("Exception");
        if (answered.TryGetValue("location", out var location))
        {
            // As a browser reads it.
            location.ShouldStartWith("/");
            new Uri(Host.Address, location).Authority.ShouldBe(Host.Address.Authority);
            location.ShouldNotStartWith("//");
            location.ShouldNotContain("\\");
        }
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    public async Task Token_in_a_header_lets_no_body_that_is_no_form_through(string type)
    {
        await Visitor.Open("/event");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/event") { Content = new StringContent("what=fall", System.Text.Encoding.UTF8, type) };
        request.Headers.Add("RequestVerificationToken", Visitor.Page.QuerySelector("input[name=token]")!.GetAttribute("value"));

        using var response = await Visitor.SendAsync(request);

        ((int)response.StatusCode).ShouldBeInRange(400, 499);
        Host.Log.All.ShouldNotContain("request-failed");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[::1")]
    [InlineData("127.0.0.1:x")]
    [InlineData("127.0.0.1:99999999999")]
    [InlineData("127.0.0.1 evil")]
    [InlineData("a@127.0.0.1")]
    [InlineData("\u00ff")]
    [InlineData("xn--\u00ff:1")]
    [InlineData("127.0.0.1\r\nHost: 127.0.0.1")]
    public async Task Host_that_is_none_is_refused(string name)
    {
        foreach (var path in (string[])["/about", "/api/journal"])
        {
            var (status, _, said) = await RawRequest.SendAsync(Host.Address, $"GET {path} HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n\r\n");

            status.ShouldBeOneOf(400, 421);
            said.ShouldNotContain("   at ");
            Host.Log.All.ShouldNotContain("request-failed");
        }
    }

    [Fact]
    public async Task Body_that_breaks_off_in_the_middle_is_answered_in_words_on_both_doors()
    {
        const string Chunk = "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\nffffffffffffffff\r\n[]\r\n0\r\n\r\n";

        var (_, api, problem) = await RawRequest.SendAsync(Host.Address, $"POST /api/journal HTTP/1.1\r\nHost: 127.0.0.1\r\n{Json}{Chunk}");
        api["content-type"].ShouldBe("application/problem+json");
        problem.ShouldContain("\"reason\":\"unreadable\"");

        var (_, page, words) = await RawRequest.SendAsync(Host.Address, $"POST /event HTTP/1.1\r\nHost: 127.0.0.1\r\n{Form}{Chunk}");
        page["content-type"].ShouldStartWith("text/html");
        words.ShouldContain("We could not read that");
    }

    [Fact]
    public async Task Request_that_cannot_be_read_is_one_short_line_in_the_log()
    {
        for (var n = 0; n < 5; n++)
        {
            await RawRequest.SendAsync(Host.Address, $"POST /event HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{Form}Content-Length: 8\r\n\r\nwhat=%00");
        }

        var lines = Host.Log.All.Split('\n').Where(line => line.Length > 0 && !line.Contains("started", StringComparison.Ordinal)).ToList();
        lines.Count(line => line.StartsWith("request-refused", StringComparison.Ordinal)).ShouldBe(5, Host.Log.All);
        lines.ShouldAllBe(line => line.Length < 200);
    }
}
