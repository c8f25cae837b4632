using System.Net;
using Footing.Testing.Web;
using Footing.Web.Hosting;

namespace Footing.Web.Tests.Requests;

public sealed class LoopbackTests
{
    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://192.168.1.20:5080")]
    [InlineData("http://example.org:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("127.0.0.1:5080")]
    public async Task Any_address_that_others_could_reach_is_refused_in_one_sentence(string url)
    {
        var folder = Path.Combine(Path.GetTempPath(), "footing-refused");

        var refusal = await Should.ThrowAsync<HostingException>(() => FootingHost.BuildAsync(new() { DataFolder = folder, Urls = [url] }));

        refusal.Message.ShouldContain(url);
        refusal.Message.ShouldEndWith(".");
        refusal.Message.ShouldNotContain("\n");
        Directory.Exists(folder).ShouldBeFalse("nothing is made before the address is known to be good");
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:1234")]
    [InlineData("[::1]:5080")]
    public async Task This_machines_own_names_are_answered(string host) =>
        (await Ask(host)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Theory]
    [InlineData("footing.example")]
    [InlineData("127.0.0.1.example.org")]
    [InlineData("localhost.example.org:5080")]
    [InlineData("10.0.0.7")]
    public async Task A_foreign_name_gets_one_plain_sentence(string host)
    {
        var answer = await Ask(host);

        answer.StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("this machine alone");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    private static async Task<HttpResponseMessage> Ask(string host)
    {
        await using var running = await RunningHost.StartAsync();
        using var visitor = new Visitor(running);
        return await visitor.SendAsync(new(HttpMethod.Get, "/about") { Headers = { Host = host } });
    }
}
