using System.Net;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Pages;

public sealed class FailuresTests : IAsyncLifetime
{
    private RunningHost _host = null!;
    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _host = await RunningHost.StartAsync();
        _visitor = new(_host);
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task An_unknown_address_gets_a_page_with_a_way_on()
    {
        await _visitor.Open("/nowhere/at-all");

        _visitor.Status.ShouldBe(HttpStatusCode.NotFound);
        _visitor.Heading.ShouldBe("This page is not here");
        _visitor.Page.QuerySelector("main a.button")!.GetAttribute("href").ShouldBe("/");
    }

    [Fact]
    public async Task An_unknown_question_is_not_found() =>
        (await _visitor.Open("/screening/favourite-colour")).Status.ShouldBe(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("what=%00", "application/x-www-form-urlencoded")]
    [InlineData("--x\r\nbroken", "multipart/form-data; boundary=x")]
    public async Task A_form_that_cannot_be_read_is_the_senders_fault(string body, string type)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);

        var answer = await _visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/event") { Content = content });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_form_without_the_pages_token_changes_nothing()
    {
        var answer = await _visitor.Post("/screening/cold-pale-limb", "cold-pale-limb=yes", "application/x-www-form-urlencoded");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("This page was open for too long");
        (await _visitor.Journal()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_database_that_is_gone_is_said_in_plain_words_and_the_process_stays_up()
    {
        foreach (var file in Directory.GetFiles(_host.Folder, "footing.db*"))
        {
            File.Delete(file);
        }

        await _visitor.Open("/screening");
        _visitor.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        _visitor.Heading.ShouldBe("The data folder cannot be found");

        var api = await _visitor.SendAsync(new(HttpMethod.Get, "/api/journal"));
        api.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        api.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");

        (await _visitor.SendAsync(new(HttpMethod.Get, "/health/live"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _visitor.SendAsync(new(HttpMethod.Get, "/health/ready"))).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Logs_hold_no_answer()
    {
        await _visitor.Open("/background");
        await _visitor.Send(("medicines", "planted-secret-word"));
        foreach (var file in Directory.GetFiles(_host.Folder, "footing.db*"))
        {
            File.Delete(file);
        }

        var form = """[{"id":"01890000-0000-7000-8000-000000000001","at":"2026-03-04T08:00:00Z","kind":"background","medicines":"planted-secret-word"}]""";
        (await _visitor.Post("/api/journal?planted-secret-word=1", form)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        _host.Log.All.ShouldContain("request-failed");
        _host.Log.All.ShouldNotContain("planted-secret-word");
    }
}
